import { readFileSync } from "node:fs";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { clopperPearson } from "../../src/statistics/clopperPearson.ts";
import { spread } from "../helpers/spread.ts";

/** P(X >= hits) from whole numbers C(trials, i): another road than the sum of logarithms. */
function tail(hits: number, trials: number, p: number): number {
  let choose = 1n;
  let sum = 0;
  for (let i = 0; i <= trials; i++) {
    if (i >= hits) sum += Number(choose) * p ** i * (1 - p) ** (trials - i);
    choose = (choose * BigInt(trials - i)) / BigInt(i + 1);
  }
  return sum;
}

const trials = fc.integer({ min: 1, max: 60 });

interface Fixture {
  /** hits, trials, level, then low, high, 1 - low and 1 - high in 25 digits */
  readonly intervals: readonly [number, number, number, string, string, string, string][];
}
const { intervals } = JSON.parse(
  readFileSync(new URL("fixtures/clopper_pearson.json", import.meta.url), "utf8"),
) as Fixture;

describe("clopperPearson against whole numbers and continued fractions (fixtures/clopper_pearson.py)", () => {
  it.each(intervals)(
    "%d of %d at level %d: 12 digits, also of what is left to 0 and 1",
    (hits, trials, level, ...exact) => {
      const { low, high } = clopperPearson(hits, trials, level);
      for (const [found, text] of [
        [low, exact[0]],
        [high, exact[1]],
      ] as const) {
        const value = Number(text);
        expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-12 * value);
      }
    },
  );
});

describe("clopperPearson", () => {
  it("gives the case at which bisection in [0, 1] lost six digits", () => {
    // 1 - (1 - a)^(1/1000), a = 5e-8 as 1 - (1 - 1e-7) has it: 5.0000001e-11.
    expect(clopperPearson(1, 1000, 1 - 1e-7).low / 5.0000001222432217e-11 - 1).toBeCloseTo(0, 12);
  });

  it.each([
    [0, 0, 0.95, "trials must be an integer from 1, but is 0; ask for an interval once there is one"],
    [1, 2 ** 53, 0.95, "trials must be an integer from 1, but is 9007199254740992"],
    [3, 2, 0.95, "hits must be an integer from 0 to trials = 2, but is 3; correct it"],
    [0.5, 2, 0.95, "hits must be an integer from 0 to trials = 2, but is 0.5"],
    [1, 2, 1, "level must be a number in (0, 1), but is 1; correct it"],
    [1, 2, Number.NaN, "level must be a number in (0, 1), but is NaN"],
  ])("refuses %d of %d at level %d", (hits, trials, level, sentence) => {
    expect(() => clopperPearson(hits, trials, level)).toThrow(sentence);
  });

  test.prop([trials, spread(0, 1), fc.double({ min: 0.5, max: 0.99, noNaN: true })])(
    "has the tails that define it",
    (total, share, level) => {
      const hits = Math.round(share * total);
      const { low, high } = clopperPearson(hits, total, level);
      // The slope of a tail is at most trials/2 at these sizes, and p is known to 2^-52.
      if (hits > 0) expect(Math.abs(tail(hits, total, low) - (1 - level) / 2)).toBeLessThan(1e-12);
      if (hits < total) expect(Math.abs(1 - tail(hits + 1, total, high) - (1 - level) / 2)).toBeLessThan(1e-12);
    },
  );

  test.prop([trials, fc.nat({ max: 60 })])("mirrors hits and misses", (total, some) => {
    const hits = Math.min(some, total);
    const { low, high } = clopperPearson(hits, total);
    const mirrored = clopperPearson(total - hits, total);
    // Each is found as the smaller of itself and its complement: one rounding apart.
    expect(Math.abs(mirrored.high - (1 - low))).toBeLessThanOrEqual(2 ** -53);
    expect(Math.abs(mirrored.low - (1 - high))).toBeLessThan(1e-15);
  });

  it("has closed forms at the ends", () => {
    // low^n = 0.025 at n of n hits: 0.025^(1/6) = 0.540742...
    expect(clopperPearson(6, 6)).toMatchObject({ low: expect.closeTo(0.5407419, 7), high: 1 });
    expect(clopperPearson(0, 6)).toMatchObject({ low: 0, high: expect.closeTo(1 - 0.5407419, 7) });
    // From printed tables: 3 of 10 is 0.0667 to 0.6525.
    const { low, high } = clopperPearson(3, 10);
    expect([low, high]).toEqual([expect.closeTo(0.0667, 4), expect.closeTo(0.6525, 4)]);
  });

  it("stays right for many trials", () => {
    // Normal approximation with continuity: 0.5 -+ (1.96 sqrt(0.25/10^4) + 0.5/10^4).
    const { low, high } = clopperPearson(5000, 10000);
    expect([low, high]).toEqual([expect.closeTo(0.49015, 4), expect.closeTo(0.50985, 4)]);
  });
});
