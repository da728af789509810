import type { Engine } from "../../sim/engine.ts";
import { reference } from "./reference.ts";
import type { Trainer } from "./trainer.ts";
import { wasm } from "./wasm.ts";

/** Every trainer. Adding one is one line here. */
export const TRAINERS: readonly Trainer[] = [wasm, reference];

/**
 * What carries out the recurrences where an engine carries out the full training; the bytes are the same.
 *
 * @param engine of the full training
 * @returns the trainer of its name
 */
export function trainerOf({ name }: Pick<Engine, "name">): Trainer {
  const found = TRAINERS.find((trainer) => trainer.name === name);
  if (!found) throw new Error(`no trainer is named "${name}"`);
  return found;
}
