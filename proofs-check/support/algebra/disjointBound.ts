import fc from "fast-check";
import { disjointness } from "../../../src/bounds/hypotheses/disjointness.ts";
import { power as realPower } from "../../../src/numeric/power.ts";
import type { Finding } from "../../claim.ts";
import { argue, identical } from "./algebra.ts";
import { atLeast, disjointShare } from "./disjointCount.ts";

/** Coordinates in all supports together, beyond which whole numbers get slow. */
const MOST_USED = 2000;

/** A point of the scaling: s is the nearest whole number to c sqrt(d)/n^2, at least 1. */
export interface Point {
  readonly n: number;
  readonly D: number;
  readonly c: number;
}

/** d and s of a point. */
export const sizesAt = ({ n, D, c }: Point) => {
  const d = Math.round(realPower(n, D));
  return { d, s: Math.max(1, Math.round((c * Math.sqrt(d)) / (n * n))) };
};

/** Whether n^4 s^2 <= constant d, in whole numbers; the constant has at most three decimals. */
export const within = (n: number, s: number, d: number, constant: number) =>
  1000n * BigInt(n) ** 4n * BigInt(s) ** 2n <= BigInt(Math.round(1000 * constant)) * BigInt(d);

/** Points of the scaling, c in a range, n from `least` on. */
export const pointsOf = (c: readonly [number, number], least: number): fc.Arbitrary<Point> =>
  fc
    .record({
      n: fc.integer({ min: least, max: 40 }),
      D: fc.double({ min: 4.25, max: 8, noNaN: true }),
      c: fc.double({ min: c[0], max: c[1], noNaN: true }),
    })
    .filter((point) => point.n * sizesAt(point).s <= MOST_USED);

/** How 1 - P exceeds n^-power, in whole numbers; undefined where it does not. */
export function exceeds(point: Point, power: number): string | undefined {
  const { n } = point;
  const { d, s } = sizesAt(point);
  if (atLeast(disjointShare(n, s, d - 1), n, power)) return undefined;
  const { complement } = disjointness(n, s, d);
  return `n = ${n}, d = ${d}, s = ${s}: 1 - P is ${complement.mul(n ** power).toPrecision(4)} n^-${power}`;
}

/**
 * That P >= 1 - n^-power where n^4 s^2 <= constant d.
 *
 * 1 - P <= n(n-1)/2 s^2/(d-1), the union bound: by Markov, P(B_i meets B_l) is at most the expected size of what they share. It is at most
 * (C/2) n^-2 where C (d-1) >= n^3 (n-1) s^2.
 *
 * @param constant C > 0
 * @param power of n
 * @returns proved for C <= 2 and power <= 2, else refuted by sizes in whole numbers
 * Source: ours.
 */
export function byUnionBound(constant: number, power: number): Finding {
  if (constant <= 2 && power <= 2) {
    const step = {
      says: "C (d-1) - n^3 (n-1) s^2 = (C (d-n) + (n-1) e)/n >= 0 for C d = n^4 s^2 + e, e >= 0, d >= n",
      true: identical("C*n*(d-1) - (n-1)*(C*d - e)", "C*(d-n) + (n-1)*e"),
    };
    return argue(
      [step],
      `by the union bound 1 - P <= (C/2) n^-2 <= n^-${power} for C = ${constant}, all n >= 1 and d >= n`,
    );
  }
  for (const n of [8, 16, 32]) {
    const point = { n, D: 6, c: Math.sqrt(constant) };
    const found = exceeds(point, power);
    const { d, s } = sizesAt(point);
    if (found && within(n, s, d, constant)) return { verdict: "contradicted", reason: `in whole numbers, ${found}` };
  }
  return { verdict: "inconclusive", reason: "the union bound does not give it, and no counterexample was found" };
}
