import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passage } from "../../src/statistics/passage.ts";
import { sequentialTest } from "../../src/statistics/sequentialTest.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Chances of both verdicts and of none, over all 2^most series written out. */
function byEnumeration({ most, verdict }: ReturnType<typeof sequentialTest>, p: number) {
  const chances = { yes: 0, no: 0, open: 0, trials: 0 };
  for (let series = 0; series < 2 ** most; series++) {
    let [hits, k] = [0, 0];
    while (k < most && verdict(hits, k) === undefined) hits += (series >> k++) & 1;
    const ones = series.toString(2).replaceAll("0", "").length;
    const chance = p ** ones * (1 - p) ** (most - ones);
    const end = verdict(hits, k);
    chances[end === undefined ? "open" : end ? "yes" : "no"] += chance;
    chances.trials += chance * k;
  }
  return chances;
}

describe("sequentialTest", () => {
  it("has the bounds that follow by hand for 5 trials", () => {
    // 5 alike come with chance 1/32 <= 0.05 a side; 4 alike with 1/16 do not fit.
    const { bounds, risk } = sequentialTest(0.05, 5);
    expect(bounds).toEqual([Infinity, Infinity, Infinity, Infinity, Infinity, 5]);
    expect(risk).toBe(1 / 32);
    expect(sequentialTest(0.01, 5).bounds.every((bound) => bound === Infinity)).toBe(true);
  });

  it("has the operating characteristic that all series written out have", () => {
    for (const [error, most] of [
      [0.05, 9],
      [0.2, 8],
      [0.01, 12],
    ] as const) {
      const test = sequentialTest(error, most);
      for (const p of [0.1, 0.5, 0.6, 0.9]) {
        const found = byEnumeration(test, p);
        const { up, down, open } = passage(test.bounds, p);
        // Sums of at most 2^12 products, each right to 13 ulps.
        expect(Math.abs(sum(up) - found.yes)).toBeLessThan(1e-12);
        expect(Math.abs(sum(down) - found.no)).toBeLessThan(1e-12);
        expect(Math.abs(sum(open) - found.open)).toBeLessThan(1e-12);
      }
    }
  });

  it("is wrong with chance `error` at most, whatever the probability, and uses what is allowed", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.49, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (error, most, p) => {
          const { bounds, risk } = sequentialTest(error, most);
          expect(risk).toBeLessThanOrEqual(error);
          // Rounding: see `passage`.
          expect(sum(passage(bounds, p).down)).toBeLessThanOrEqual(risk * (1 + 1e-12));
          expect(sum(passage(bounds, 1 - p).up)).toBeLessThanOrEqual(risk * (1 + 1e-12));
          // Nothing is decided only where nothing can be.
          expect(risk === 0).toBe(2 ** -most > error);
        },
      ),
    );
  });

  it("names the next trial at which a verdict may come, and none comes before", () => {
    const { next, verdict, most } = sequentialTest(0.05, 20);
    expect([next(0, 0), next(1, 1), next(3, 6), next(10, 19)]).toEqual([6, 6, 15, 20]);
    for (let trials = 0; trials < most; trials++) {
      for (let hits = 0; hits <= trials; hits++) {
        if (verdict(hits, trials) !== undefined) continue;
        const at = next(hits, trials);
        for (let k = trials + 1; k < at; k++) {
          for (let s = hits; s <= hits + k - trials; s++) expect(verdict(s, k)).toBeUndefined();
        }
        if (at < most) {
          const ends = [verdict(hits + at - trials, at), verdict(hits, at)];
          expect(ends.some((end) => end !== undefined)).toBe(true);
        }
      }
    }
  });
});
