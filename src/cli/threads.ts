import { InputError, show } from "../setting/inputError.ts";
import type { Engine } from "../sim/engine.ts";
import { engineNamed } from "../sim/engines/registry.ts";
import { wasm } from "../sim/engines/wasm.ts";

/**
 * The engine that the options --engine and --threads ask for.
 *
 * @param name of a registered engine; undefined for the default
 * @param threads "1" or "2"
 * @returns the engine
 * @throws InputError for other values, and for two threads of an engine that has but one
 */
export async function engineOf(name: string | undefined, threads: string): Promise<Engine> {
  if (threads !== "1" && threads !== "2") {
    throw new InputError(`--threads must be 1 or 2, but is ${show(threads)}; correct it or leave it out`);
  }
  const engine = engineNamed(name);
  if (threads === "1") return engine;
  if (engine !== wasm) {
    throw new InputError(
      `--threads must be 1 for the ${engine.name} engine, but is ${show(threads)}; leave it out, or take --engine ${wasm.name}`,
    );
  }
  return (await import("../sim/engines/twoThreads.ts")).twoThreads;
}
