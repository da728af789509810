import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { fisherExact } from "../../src/statistics/fisherExact.ts";

const at = (hits: number, trials: number) => ({ hits, trials });
const group = fc
  .integer({ min: 1, max: 60 })
  .chain((trials) => fc.record({ hits: fc.nat({ max: trials }), trials: fc.constant(trials) }));

describe("fisherExact", () => {
  it("is the share of all ways to place the hits that give the second group so few", () => {
    // 8 places, 4 hits: C(8,4) = 70 ways. None of them in the second four: 1 way. At most one: 1 + C(4,1) C(4,3) = 17.
    expect(fisherExact(at(4, 4), at(0, 4))).toBe(1 / 70);
    expect(fisherExact(at(3, 4), at(1, 4))).toBe(17 / 70);
    // 5 places, 3 hits, groups of 3 and 2: C(5,3) = 10 ways, of which C(2,0) C(3,3) = 1 and C(2,1) C(3,2) = 6 have at most one in the second.
    expect(fisherExact(at(2, 3), at(1, 2))).toBe(7 / 10);
    expect(fisherExact(at(0, 3), at(0, 2))).toBe(1);
    expect(fisherExact(at(3, 3), at(2, 2))).toBe(1);
  });

  it("keeps its digits where they are many, and where it is small", () => {
    // All hits in the first of two groups of 400: one way of C(800, 400); by Stirling that is 4^400/sqrt(400 pi) (1 - 1/3200 + ...).
    const one = fisherExact(at(400, 400), at(0, 400));
    const stirling = Math.sqrt(400 * Math.PI) / 4 ** 400;
    expect(one / stirling).toBeGreaterThan(1 + 1 / 3200 - 1e-6);
    expect(one / stirling).toBeLessThan(1 + 1 / 3200 + 1e-6);
  });

  test.prop([group, group])("with its mirror, leaves out nothing and counts what came twice", (first, second) => {
    // P(H <= b) + P(H >= b) = 1 + P(H = b); the second is the test with hits and misses exchanged.
    const misses = ({ hits, trials }: { hits: number; trials: number }) => ({ hits: trials - hits, trials });
    const both = fisherExact(first, second) + fisherExact(misses(first), misses(second));
    const fewer =
      second.hits === 0 || first.hits === first.trials
        ? 0
        : fisherExact(at(first.hits + 1, first.trials), at(second.hits - 1, second.trials));
    const exactly = fisherExact(first, second) - fewer;
    // Four roundings of numbers up to 2.
    expect(Math.abs(both - 1 - exactly)).toBeLessThanOrEqual(2 ** -50);
  });

  test.prop([group, group])("falls with hits in the first group and rises with hits in the second", (first, second) => {
    const p = fisherExact(first, second);
    const more = (one: typeof first) => ({ ...one, hits: Math.min(one.hits + 1, one.trials) });
    expect(fisherExact(more(first), second)).toBeLessThanOrEqual(p);
    expect(fisherExact(first, more(second))).toBeGreaterThanOrEqual(p);
  });

  it("refuses what are no hits", () => {
    expect(() => fisherExact(at(0, 0), at(0, 1))).toThrow(
      "trials of the first group must be an integer from 1, but is 0;",
    );
    expect(() => fisherExact(at(0, 1), at(2, 1))).toThrow(
      "hits of the second group must be an integer from 0 to trials = 1, but is 2; correct it",
    );
  });
});
