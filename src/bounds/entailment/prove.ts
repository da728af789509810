import { type Condition, clausesOf, failing } from "./condition.ts";
import { withPowers } from "./powers.ts";
import { rowKey } from "./row.ts";
import { type Refutation, rowsIn, search } from "./search.ts";
import type { Size } from "./size.ts";

/** Why a claim follows, one refutation of its failure for each clause; or sizes at which all that is given holds and the claim does not, for each clause that has some. */
export type Attempt =
  | { readonly kind: "proved"; readonly refutations: readonly Refutation[] }
  | { readonly kind: "open"; readonly points: readonly ReadonlyMap<string, Size>[] };

/**
 * Whether a condition follows from others.
 *
 * @param given what holds
 * @param claimed what is asked
 * @returns refutations of its failure, or points where it fails
 * @throws InputError where there are too many cases
 */
export function prove(given: readonly Condition[], claimed: Condition): Attempt {
  const hypotheses = withPowers(given, [claimed]);
  const refutations: Refutation[] = [];
  /** Parts of the claim that a refutation needs to fail: where they are in another clause, it refutes that as well. */
  const needs: { readonly parts: readonly string[]; readonly refutation: Refutation }[] = [];
  const points: ReadonlyMap<string, Size>[] = [];
  for (const clause of clausesOf(claimed)) {
    const parts = new Set(clause.map(rowKey));
    const known = needs.find((other) => other.parts.every((part) => parts.has(part)));
    if (known) {
      refutations.push(known.refutation);
      continue;
    }
    const rows = clause.map((row): Condition => ({ kind: "row", row: failing(row) }));
    const found = search({ kind: "all", of: [...hypotheses, ...rows] });
    if (found.kind === "point") {
      points.push(found.sizes);
      continue;
    }
    refutations.push(found.refutation);
    needs.push({
      parts: rowsIn(found.refutation).flatMap(({ why }) => (why.kind === "claim" ? [rowKey(why.part)] : [])),
      refutation: found.refutation,
    });
  }
  return points.length > 0 ? { kind: "open", points } : { kind: "proved", refutations };
}
