import { InputError } from "../setting/inputError.ts";
import type { Engine } from "../sim/engine.ts";
import { ENGINES } from "../sim/engines/registry.ts";
import { wasm } from "../sim/engines/wasm.ts";
import { memberNamed, word } from "./options.ts";

/** The engines by name. */
export type EngineName = "wasm" | "reference";

const ENGINE_NAMES = ENGINES.map(({ name }) => name as EngineName);

/** The field `engine` of a schema. */
export const ENGINE = word(ENGINE_NAMES);

/**
 * The engine that is asked for.
 *
 * @param name of a registered engine; undefined for the default
 * @param threads 1, or 2 for the wasm engine in two threads: the same bytes
 * @returns the engine
 * @throws InputError for an unknown name, and for two threads of an engine that has but one
 */
export async function engineOf(name: EngineName | undefined, threads: 1 | 2 = 1): Promise<Engine> {
  const engine = memberNamed("engine", ENGINES, name ?? ENGINES[0].name);
  if (threads === 1) return engine;
  if (engine !== wasm) {
    throw new InputError(
      `threads must be 1 for the ${engine.name} engine, but is 2; leave it out, or take the ${wasm.name} engine`,
    );
  }
  return (await import("../sim/engines/twoThreads.ts")).twoThreads;
}
