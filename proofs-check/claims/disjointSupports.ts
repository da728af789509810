import fc from "fast-check";
import { disjointness } from "../../src/bounds/hypotheses/disjointness.ts";
import { drawPatches } from "../../src/data/patch.ts";
import { clopperPearson } from "../../src/statistics/clopperPearson.ts";
import { proof } from "../checks/proof.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { byUnionBound, exceeds, pointsOf, sizesAt, within } from "../support/algebra/disjointBound.ts";
import { countedShare, disjointShare, type Share } from "../support/algebra/disjointCount.ts";

/** Draws of a whole training set, and the probability with which a right share is called wrong. */
const DRAWS = 300;
const MISTAKE = 1e-9;
export const READINGS = { bounded: "n^2 s <= sqrt(2 d)", any: "every constant in s = Theta(sqrt(d)/n^2)" } as const;

/** n^4 s^2 <= constant d; P >= 1 - n^-power; supports are drawn from d - population coordinates. */
export const NUMBERS = { constant: 2, power: 2, population: 1 };

const decimal = ({ over, under }: Share) => Number((over * 10n ** 30n) / under) / 1e30;

/** Whether the training supports of a seed share no coordinate. */
function areDisjoint(n: number, s: number, d: number, seed: number): boolean {
  const setting = { n, d, s, sigmaP: 1, alpha: 0, m: 1, q: 3, sigma0: 1, labels: "balanced" as const };
  const used = new Set<number>();
  for (const { coordinates } of drawPatches(setting, seed, "trainExample", n)) {
    // The first is the feature's.
    for (const k of coordinates.subarray(1)) used.add(k);
  }
  return used.size === n * s;
}

/**
 * The supports of the training set are disjoint with high probability.
 *
 * P = prod_{i<n} C(d-1-is, s)/C(d-1, s) (0 for n s > d-1),  P >= 1 - n^-2 where s = Theta(sqrt(d)/n^2)
 *
 * @param options other numbers than the claim's
 * Source: [T25] Lemma A.4, [Z21].
 */
export const disjointSupports = (options: Partial<typeof NUMBERS> = {}): Claim => {
  const { constant, power, population } = { ...NUMBERS, ...options };
  return defineClaim({
    id: "disjoint-supports",
    source: "T25 A.4 = Z21 C.1",
    kind: "identity",
    statement:
      "supports of s = Theta(sqrt(d)/n^2) coordinates are pairwise disjoint with probability at least 1 - n^-2; exactly, with probability prod_{i<n} C(d-1-is, s)/C(d-1, s)",
    latex: String.raw`\Pr[B_i \cap B_l = \emptyset\ \forall i \ne l] = \prod_{i<n} \binom{d-1-is}{s} \Big/ \binom{d-1}{s} \ge 1 - n^{-2}`,
    hypotheses: ["sparse-supports"],
    checks: [
      property({
        name: "counted",
        about: "the formula, and its 20 digits in decimals, against all choices of n supports, gone through one by one",
        part: "probability",
        grade: "certified",
        cases: fc.record({
          n: fc.integer({ min: 1, max: 3 }),
          s: fc.integer({ min: 1, max: 3 }),
          d: fc.integer({ min: 4, max: 8 }),
        }),
        block: 4,
        violation({ n, s, d }) {
          const [counted, formula] = [countedShare(n, s, d - 1), disjointShare(n, s, d - population)];
          if (counted.over * formula.under !== formula.over * counted.under) {
            return `n = ${n}, s = ${s}, d = ${d}: ${counted.over} of ${counted.under} choices, not ${decimal(formula)}`;
          }
          // 20 digits in decimals, of which a double keeps 15 here.
          const near = Math.abs(disjointness(n, s, d).probability.toNumber() - decimal(counted)) < 1e-15;
          return near ? undefined : `n = ${n}, s = ${s}, d = ${d}: decimals do not give ${decimal(counted)}`;
        },
      }),
      property({
        name: "drawn",
        about: `the share of disjoint ones among ${DRAWS} training sets, within the exact binomial interval that misses with probability ${MISTAKE}`,
        part: "probability",
        cases: fc
          .record({
            n: fc.integer({ min: 2, max: 5 }),
            s: fc.integer({ min: 1, max: 4 }),
            room: fc.integer({ min: 1, max: 6 }),
            seed: fc.nat({ max: 1e6 }),
          })
          .map(({ n, s, room, seed }) => ({ n, s, d: 1 + n * s * room, seed })),
        violation({ n, s, d, seed }) {
          const hits = Array.from({ length: DRAWS }, (_, k) => areDisjoint(n, s, d, seed + k)).filter(Boolean).length;
          const { low, high } = clopperPearson(hits, DRAWS, 1 - MISTAKE);
          const exact = decimal(disjointShare(n, s, d - population));
          const inside = low <= exact && exact <= high;
          return inside ? undefined : `n = ${n}, s = ${s}, d = ${d}: ${hits} of ${DRAWS} draws against ${exact}`;
        },
      }),
      proof({
        name: "union-bound",
        about: "exact algebra on the union bound, for all n and d >= n",
        reading: READINGS.bounded,
        part: "bound",
        prove: () => byUnionBound(constant, power),
      }),
      property({
        name: "whole-numbers",
        about: "P >= 1 - n^-2 in whole numbers, where n^4 s^2 <= 2 d",
        reading: READINGS.bounded,
        part: "bound",
        grade: "certified",
        cases: pointsOf([0.3, Math.sqrt(constant)], 2).filter((point) => {
          const { d, s } = sizesAt(point);
          return within(point.n, s, d, constant);
        }),
        block: 10,
        violation: (point) => exceeds(point, power),
      }),
      property({
        name: "any-constant",
        about: "P >= 1 - n^-2 in whole numbers, for s = c sqrt(d)/n^2 with c from 0.3 to 4 and every n from 8 on",
        reading: READINGS.any,
        part: "bound",
        grade: "certified",
        cases: pointsOf([0.3, 4], 8),
        block: 10,
        violation: (point) => exceeds(point, power),
      }),
    ],
  });
};
