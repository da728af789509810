import { forgetKept } from "../../proofs-check/support/kept.ts";
import type { Engine } from "../../src/sim/engine.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";

/**
 * Does something with the reference engine as the default: a bug that is planted in a function of ours is met there alone, the WebAssembly one has its own code.
 * Nothing is taken from trainings that were kept before, and nothing of this one is.
 *
 * @param act what is done
 * @returns what it gives
 */
export async function inReference<T>(act: () => T | Promise<T>): Promise<T> {
  const engines = ENGINES as unknown as Engine[];
  const usual = [...engines];
  engines.sort((a, b) => Number(b === reference) - Number(a === reference));
  forgetKept();
  try {
    return await act();
  } finally {
    forgetKept();
    engines.splice(0, engines.length, ...usual);
  }
}
