import type { Margin } from "../bounds/hypotheses/margin.ts";
import type { FamilyMember } from "../setting/family.ts";
import { shortNumber, type Table } from "./table.ts";

/** A member of the family with the conditions at its n. */
export interface FamilyRow extends FamilyMember {
  readonly conditions: readonly Margin[];
}

/**
 * An integer for people: every digit where a double holds them all, else four.
 *
 * @param x an integer >= 0
 * @returns its text
 * @example
 * countText(68719476736) // => "68719476736"
 * countText(1e18) // => "1.000e+18"
 */
export const countText = (x: number): string => (Number.isSafeInteger(x) ? String(x) : x.toExponential(3));

/** One row per n: the setting and the optimizer's numbers. */
export function familyTable(rows: readonly FamilyRow[]): Table {
  return {
    head: ["n", "d", "s", "sigmaP", "alpha", "m", "sigma0", "lr", "eps", "drawable"],
    rows: rows.map(({ n, setting: { d, s, sigmaP, alpha, m, sigma0 }, optimizer: { lr, eps }, drawable }) => [
      String(n),
      countText(d),
      countText(s),
      shortNumber(sigmaP),
      shortNumber(alpha),
      countText(m),
      shortNumber(sigma0),
      shortNumber(lr),
      shortNumber(eps),
      drawable ? "yes" : "no",
    ]),
  };
}

/** A ratio for people, be it a number or the text of what no double holds. */
export const ratioText = (ratio: number | string): string => (typeof ratio === "number" ? shortNumber(ratio) : ratio);

/** One row per condition: its ratio left/right at every n, and whether that is on the right side of 1. */
export function conditionsTable(rows: readonly FamilyRow[]): Table {
  return {
    head: ["condition", "formula", "holds if left/right", ...rows.map(({ n }) => `n = ${n}`)],
    rows: (rows[0]?.conditions ?? []).map(({ name, formula, needs }, k) => [
      name,
      formula,
      needs,
      ...rows.map(({ conditions }) => {
        const { ratio, holds } = conditions[k] as Margin;
        return `${ratioText(ratio)} ${holds ? "holds" : "fails"}`;
      }),
    ]),
  };
}
