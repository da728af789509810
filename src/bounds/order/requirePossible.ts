import { InputError } from "../../setting/inputError.ts";
import { decideStatement } from "./decideStatement.ts";
import { plainStatement } from "./plainStatement.ts";
import type { Scaling } from "./scaling.ts";

/** What counts cannot do without: each is at least 1, a batch is part of the training set, a support is part of a patch. */
const NEEDED: readonly (readonly [quantity: string, relation: string, bound: string])[] = [
  ["d", "Omega", "1"],
  ["s", "Omega", "1"],
  ["m", "Omega", "1"],
  ["B", "Omega", "1"],
  ["B", "O", "n"],
  ["s", "O", "d"],
];

/**
 * Refuses a scaling whose counts contradict each other wherever the exponents lie.
 *
 * @param scaling how the symbols grow
 * @throws InputError that names the quantity, its order and what it must be
 * Source: ours; [T25] Definition 3.1 for what is counted.
 */
export function requirePossible(scaling: Scaling): void {
  for (const [quantity, relation, bound] of NEEDED) {
    const { verdict, left } = decideStatement(plainStatement(`${quantity} = ${relation}(${bound})`), scaling);
    if (verdict !== "fails") continue;
    throw new InputError(
      `${quantity} must be ${relation}(${bound}) somewhere in the domain of the exponents, but is ${left}; define it otherwise`,
    );
  }
}
