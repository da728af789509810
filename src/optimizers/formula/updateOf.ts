import { InputError, show } from "../../setting/inputError.ts";
import type { Convention } from "../optimizer.ts";
import { optimizerNamed } from "../registry.ts";
import { parseUpdate } from "./parse.ts";
import type { Update } from "./tree.ts";

/**
 * The formulas of an optimizer, one of ours or a user's.
 *
 * @param name of a known optimizer
 * @param convention "pytorch" corrects the moments for bias where the optimizer has any of ours
 * @returns its trees
 * @throws InputError for one that is a function
 * @example
 * updateOf("adam", "paper").memory.map(({ name }) => name) // => ["mom", "sec"]
 */
export function updateOf(name: string, convention: Convention): Update {
  const { formulas, own } = optimizerNamed(name);
  const takes = { betas: true, eps: true, parameters: Object.keys(own?.parameters ?? {}) };
  if (formulas) return parseUpdate(formulas[convention], takes, name);
  throw new InputError(
    `optimizer must be given by formulas, but ${show(name)} is given by a function; write it as formulas`,
  );
}
