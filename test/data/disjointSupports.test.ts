import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawDisjointSupports } from "../../src/data/disjointSupports.ts";
import { disjointSettings, seeds } from "../helpers/arbitraries.ts";
import { chiSquareUpper, hoeffding, pearson } from "../helpers/statistics.ts";

const N = 12_000;

/** How often each outcome of N seeds came. */
function frequencies(shape: { n: number; s: number; d: number }): Map<string, number> {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < N; seed++) {
    const key = drawDisjointSupports(shape, seed).join(" | ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe("drawDisjointSupports", () => {
  test.prop([disjointSettings, seeds])(
    "gives n ascending supports of s coordinates of 1..d-1, none twice",
    (shape, seed) => {
      const supports = drawDisjointSupports(shape, seed);
      expect(supports).toHaveLength(shape.n);
      for (const support of supports) {
        expect(support).toHaveLength(shape.s);
        expect([...support]).toEqual([...support].sort((a, b) => a - b));
      }
      const all = supports.flatMap((support) => [...support]);
      expect(new Set(all).size).toBe(shape.n * shape.s);
      for (const k of all) expect(Number.isInteger(k) && k >= 1 && k <= shape.d - 1).toBe(true);
    },
  );

  test.prop([disjointSettings.filter(({ n, s, d }) => n * s === d - 1), seeds])(
    "uses every coordinate but the first where n s = d - 1",
    (shape, seed) => {
      const all = drawDisjointSupports(shape, seed).flatMap((support) => [...support]);
      expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: shape.d - 1 }, (_, k) => k + 1));
    },
  );

  // Independent uniform supports give every tuple of supports the same probability, so given that they are disjoint every
  // disjoint tuple is equally likely: these are all of them, counted as C(d-1, s) C(d-1-s, s) ...
  test.each([
    { n: 2, s: 1, d: 4, tuples: 3 * 2 },
    { n: 2, s: 2, d: 5, tuples: 6 },
    { n: 2, s: 2, d: 6, tuples: 10 * 3 },
    { n: 3, s: 1, d: 5, tuples: 4 * 3 * 2 },
  ])("gives each of the $tuples disjoint tuples of n = $n, s = $s, d = $d equally often", ({ tuples, ...shape }) => {
    const counts = frequencies(shape);
    expect(counts.size).toBe(tuples);
    expect(pearson([...counts.values()])).toBeLessThan(chiSquareUpper(tuples - 1));
  });

  test("puts every coordinate into every example's support with probability s/(d-1)", () => {
    const shape = { n: 3, s: 2, d: 9 };
    const counts = Array.from({ length: shape.n }, () => new Array<number>(shape.d).fill(0));
    for (let seed = 0; seed < N; seed++) {
      drawDisjointSupports(shape, seed).forEach((support, i) => {
        for (const k of support) (counts[i] as number[])[k]!++;
      });
    }
    for (const ofExample of counts) {
      expect(ofExample[0]).toBe(0);
      for (const count of ofExample.slice(1)) expect(Math.abs(count / N - 2 / 8)).toBeLessThan(hoeffding(N));
    }
  });

  test.prop([seeds], { numRuns: 5 })("costs nothing for a dimension that could not be listed", (seed) => {
    const all = drawDisjointSupports({ n: 128, s: 400, d: Number.MAX_SAFE_INTEGER }, seed).flatMap((support) => [
      ...support,
    ]);
    expect(new Set(all).size).toBe(128 * 400);
    // The largest of 51200 uniform numbers is below 0.99 of their range with probability 0.99^51200 < 1e-223.
    expect(Math.max(...all)).toBeGreaterThan(0.99 * Number.MAX_SAFE_INTEGER);
  });
});

test.prop([fc.nat(), fc.nat()])("two seeds give different supports", (one, other) => {
  fc.pre(one !== other);
  const shape = { n: 4, s: 8, d: 1e12 };
  expect(drawDisjointSupports(shape, one)).not.toEqual(drawDisjointSupports(shape, other));
});
