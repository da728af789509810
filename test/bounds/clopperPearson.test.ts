import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { clopperPearson } from "../../src/bounds/clopperPearson.ts";

/** P(Bin(k, p) = i) for i = 0..k, by the recurrence from the mode outwards: no term leaves the doubles for k <= 200. */
function binomial(k: number, p: number): number[] {
  const mode = Math.min(k, Math.floor((k + 1) * p));
  const terms = new Array<number>(k + 1).fill(0);
  terms[mode] = 1;
  for (let i = mode; i > 0; i--) terms[i - 1] = ((terms[i] as number) * i * (1 - p)) / ((k - i + 1) * p);
  for (let i = mode; i < k; i++) terms[i + 1] = ((terms[i] as number) * (k - i) * p) / ((i + 1) * (1 - p));
  const total = terms.reduce((sum, term) => sum + term, 0);
  return terms.map((term) => term / total);
}
const sum = (terms: readonly number[]) => terms.reduce((a, b) => a + b, 0);

const counts = fc.integer({ min: 1, max: 200 }).chain((k) => fc.tuple(fc.nat(k), fc.constant(k)));

describe("clopperPearson", () => {
  test.prop([counts, fc.constantFrom(0.5, 0.9, 0.95, 0.999)])(
    "ends where the binomial tails are half of what is left",
    ([x, k], level) => {
      const { low, high } = clopperPearson(x, k, level);
      const tail = (1 - level) / 2;
      // Each end is wider by 1e-8 and off by 1.2e-9 at most; the tail's slope in p is at most k times a binomial probability, below k <= 200.
      const error = 200 * 2e-8;
      if (x > 0) expect(Math.abs(sum(binomial(k, low).slice(x)) - tail)).toBeLessThan(error);
      if (x < k) expect(Math.abs(sum(binomial(k, high).slice(0, x + 1)) - tail)).toBeLessThan(error);
    },
  );

  test.prop([fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.001, max: 0.999, noNaN: true })])(
    "contains the probability as often as it says",
    (k, p) => {
      const missed = binomial(k, p).filter((_, x) => {
        const { low, high } = clopperPearson(x, k);
        return p < low || p > high;
      });
      expect(sum(missed)).toBeLessThanOrEqual(0.05);
    },
  );

  test.prop([counts])("mirrors what was seen and what was not", ([x, k]) => {
    const [seen, not] = [clopperPearson(x, k), clopperPearson(k - x, k)];
    expect(seen.low).toBeCloseTo(1 - not.high, 7);
    expect(seen.high).toBeCloseTo(1 - not.low, 7);
    expect(seen.low).toBeLessThanOrEqual(seen.share);
    expect(seen.high).toBeGreaterThanOrEqual(seen.share);
  });

  it("has the closed form where all or none were seen", () => {
    // high solves (1-p)^k = 0.025, low solves p^k = 0.025.
    expect(clopperPearson(0, 20)).toMatchObject({ share: 0, low: 0 });
    expect(clopperPearson(0, 20).high).toBeCloseTo(1 - 0.025 ** (1 / 20), 7);
    expect(clopperPearson(20, 20)).toMatchObject({ share: 1, high: 1 });
    expect(clopperPearson(20, 20).low).toBeCloseTo(0.025 ** (1 / 20), 7);
  });

  it("agrees with the published table: 5 of 10 at 95% is 0.1871 to 0.8129", () => {
    const { low, high } = clopperPearson(5, 10);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.1871", "0.8129"]);
  });

  it.each([
    [1, 0, 0.95],
    [-1, 5, 0.95],
    [6, 5, 0.95],
    [1.5, 5, 0.95],
    [1, 5, 1],
  ])("refuses %s of %s at %s", (x, k, level) => {
    expect(() => clopperPearson(x, k, level)).toThrow(/must be/);
  });
});
