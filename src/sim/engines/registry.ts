import { InputError, show } from "../../setting/inputError.ts";
import type { Engine } from "../engine.ts";
import { reference } from "./reference.ts";
import { wasm } from "./wasm.ts";

/** Every engine; the first is the default. Adding one is one line here. */
export const ENGINES: readonly [Engine, ...Engine[]] = [wasm, reference];

/**
 * The engine of a name.
 *
 * @param name one of the registry's names; undefined for the default
 * @returns the engine
 * @throws InputError for an unknown name
 * @example
 * engineNamed("reference").name // => "reference"
 */
export function engineNamed(name?: string): Engine {
  const found = name === undefined ? ENGINES[0] : ENGINES.find((engine) => engine.name === name);
  if (found) return found;
  const names = ENGINES.map((engine) => `"${engine.name}"`).join(", ");
  throw new InputError(`engine must be one of ${names}, but is ${show(name)}; correct it or leave it out`);
}
