import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type TrendOptions, trend } from "../../../proofs-check/checks/trend.ts";
import type { Verdict } from "../../../proofs-check/claim.ts";
import { defineClaim } from "../../../proofs-check/defineClaim.ts";
import { openStream } from "../../../src/random/stream.ts";
import { uniform } from "../../../src/random/uniform.ts";

const context = { seed: 1, level: 1 } as const;
const GRID = [16, 32, 64, 128, 256];
const study = (given: Partial<TrendOptions> = {}) =>
  trend({ ...{ name: "t", about: "", grid: GRID, outcome: () => true, claimed: (n) => 1 - 1 / n }, ...given });
/** A sample a seed, of which the first so many agree at each n. */
const counted = (hits: readonly number[], seeds: number) =>
  Array.from({ length: seeds }, (_, index) => hits.map((some) => index < some));
const judged = (hits: readonly number[], seeds: number, given: Partial<TrendOptions> = {}) =>
  study({ grid: GRID.slice(0, hits.length), ...given }).judge(counted(hits, seeds));

/** C(n, k) p^k (1 - p)^(n - k), n = 6. */
const CHOOSE = [1, 6, 15, 20, 15, 6, 1];
const binomial = (k: number, p: number) => (CHOOSE[k] as number) * p ** k * (1 - p) ** (6 - k);

/** How often six seeds at each of three n come to a verdict, summed over all 343 outcomes. */
function probabilityOf(wanted: Verdict, claimed: (n: number) => number): (p: readonly number[]) => number {
  const all = Array.from({ length: 343 }, (_, k) => [Math.floor(k / 49), Math.floor(k / 7) % 7, k % 7]);
  const those = all.filter((hits) => judged(hits, 6, { claimed }).verdict === wanted);
  return (p) =>
    those.reduce((sum, hits) => sum + hits.reduce((product, k, n) => product * binomial(k, p[n] as number), 1), 0);
}

describe("trend", () => {
  it("holds, is contradicted or fails with constants 1 as what is drawn does", () => {
    const from = (p: (n: number) => number, seeds: number, claimed = (n: number) => 1 - 1 / n) => {
      const outcome = (n: number, seed: number) => uniform(openStream(seed, "shuffle", 0)) < p(n);
      const check = study({ outcome, claimed });
      return check.judge(Array.from({ length: seeds }, (_, index) => check.sample(index, context))).verdict;
    };
    expect(from((n) => 1 - 1 / n, 40)).toBe("holds");
    expect(from((n) => 1 - n / 400, 40)).toBe("contradicted");
    // Low, and not falling: it may rise beyond the grid.
    expect(from(() => 0.2, 40)).toBe("fails with constants 1");
    // A half of the seeds, where a half is asked: no interval begins there.
    expect(
      from(
        () => 0.5,
        40,
        () => 0.5,
      ),
    ).toBe("inconclusive");
  });

  it("says no where the halves of the grid differ by more than chance, in numbers counted by hand", () => {
    // 6 of 6, then 1 of 6: 7 hits in 12 places, of which at most one is late in C(6,1) C(6,6) = 6 of C(12,7) = 792 ways.
    expect(judged([6, 1], 6)).toMatchObject({ verdict: "contradicted", figures: { fall: 0.007576, rise: 1 } });
    // 6 of 6, then 2 of 6: C(6,2) = 15 of C(12,8) = 495 ways, above 2.5%. 2 of 6 is in [0.0432, 0.7773], below 1 - 1/32.
    expect(judged([6, 2], 6)).toMatchObject({ verdict: "fails with constants 1", figures: { fall: 0.0303 } });
    // The middle of an odd grid belongs to neither half.
    for (const middle of [0, 6]) expect(judged([6, middle, 1], 6).figures?.fall).toBe(0.007576);
    // Two and two: 12 of 12, then 5 of 12: sum_h<=5 C(12,h) C(12,17-h) = C(12,5) = 792 of C(24,17) = 346104 ways.
    expect(judged([6, 6, 5, 0], 6).figures?.fall).toBe(0.002288);
  });

  it("a fall that ends at what is claimed decides nothing, and neither do few seeds", () => {
    const half = { claimed: () => 0.5 };
    // 30 of 30, then 20 of 30: [0.4718, 0.8272] has 0.5 in it.
    expect(judged([30, 20], 30, half)).toMatchObject({
      verdict: "inconclusive",
      figures: { low: 0.4719, high: 0.8271 },
    });
    expect(judged([30, 20], 30, half).reason).toMatch(/; it falls, but may be what is claimed at n = 32$/);
    expect(judged([3, 5], 6, half)).toMatchObject({ verdict: "inconclusive" });
    expect(judged([3, 5], 6, half).reason).toMatch(/; it may be below 0.5 at n = 32$/);
    // What is claimed to be rare need not be frequent: 30 of 30 is in [0.8843, 1].
    expect(judged([30, 30], 30, { claimed: () => 0.1 }).verdict).toBe("holds");
    expect(judged([6, 6], 6, { claimed: () => 1 }).verdict).toBe("holds");
  });

  it("prints every share beside what is claimed, and gives it as points", () => {
    const { reason, points, share } = judged([6, 6, 1], 6);
    expect(reason).toBe(
      "n = 16: 6 of 6 (0.5407 to 1), n = 32: 6 of 6 (0.5407 to 1), n = 64: 1 of 6 (0.0042 to 0.6413), against 0.9844 at the largest; halves of the grid: 6 of 6, then 1 of 6, p = 0.007576 for a fall; it falls, and is below what is claimed at n = 64",
    );
    expect(
      points?.map(({ x, ...point }) => [x, "agree" in point && point.agree, "claimed" in point && point.claimed]),
    ).toEqual([
      [16, 6, 1 - 1 / 16],
      [32, 6, 1 - 1 / 32],
      [64, 1, 1 - 1 / 64],
    ]);
    expect(share).toMatchObject({ agree: 1, of: 6 });
    expect(judged([1, 6], 6).reason).toContain("p = 0.007576 for a rise");
  });

  it("counts what could not tell; where that is most of the seeds at some n, it decides nothing", () => {
    const silent = (at: number) => GRID.map((n) => (n === at ? null : true));
    const of = (silents: number, at: number) => [...Array(silents).fill(silent(at)), ...counted([8, 8, 8, 8, 8], 8)];
    const finding = study().judge(of(8, 256));
    expect(finding).toMatchObject({ verdict: "holds", figures: { seeds: 72, untold: 8 }, share: { agree: 8, of: 8 } });
    expect(finding.reason).toContain(", 8 more could not tell, against ");
    for (const n of [16, 64, 256]) {
      expect(study().judge(of(9, n))).toMatchObject({
        verdict: "inconclusive",
        reason: `fewer than half of 17 seeds could tell at n = ${n}`,
        figures: { seeds: 76, untold: 9 },
      });
    }
  });

  it.each([
    // Of six seeds at n = 64, one or none lies below 63/64 (one of six: up to 0.6413), and only none below 0.6.
    ["1 - 1/n", (n: number) => 1 - 1 / n, binomial(0, 0.1) + binomial(1, 0.1)],
    ["0.6", () => 0.6, binomial(0, 0.1)],
  ])(
    "contradicts no share that nowhere falls, or is what is claimed, in more than 2.5% of studies: %s",
    (_, claimed, found) => {
      const [no, yes] = [probabilityOf("contradicted", claimed), probabilityOf("holds", claimed)];
      const chances = [0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.99, 1];
      let most = 0;
      for (const a of chances) {
        for (const b of chances) {
          for (const c of chances) {
            if ((a <= b && b <= c) || c >= claimed(64)) most = Math.max(most, no([a, b, c]));
            if (c < 0.5) expect(yes([a, b, c])).toBeLessThanOrEqual(0.025);
          }
        }
      }
      expect(most).toBeLessThanOrEqual(0.025);
      // And it can contradict: six of six at first, then so few.
      expect(no([1, 0.5, 0.1])).toBeCloseTo(found, 12);
    },
  );

  test.prop([fc.nat(), fc.nat({ max: 1000 })])("gives every n of every sample a seed of its own", (seed, index) => {
    const seen: number[] = [];
    let begun = 0;
    const outcome = (_: number, own: number) => seen.push(own) > 0;
    const check = study({ outcome });
    for (const at of [index, index + 1]) check.sample(at, { ...context, seed, begins: () => begun++ });
    expect(new Set(seen).size).toBe(2 * GRID.length);
    expect(begun).toBe(2 * GRID.length);
  });

  it("is a check like others, at sizes that are said", () => {
    const claim = { id: "rises", kind: "outcome", statement: "it comes true ever more often" } as const;
    expect(defineClaim({ ...claim, checks: [study({ at: "b = 2", part: "a" })] }).checks[0]).toMatchObject({
      ...{ grade: "measured", scope: "chosen", least: 6, part: "a", at: "b = 2, n in 16, 32, 64, 128, 256" },
    });
  });

  it.each([
    [{ name: " " }, 'name of a trend must be a text, but is " "; say what is counted'],
    [{ grid: [16] }, "grid of trend t must be two or more numbers > 0, the smallest first, but is [16]; correct it"],
    [
      { grid: [32, 16] },
      "grid of trend t must be two or more numbers > 0, the smallest first, but is [32,16]; correct it",
    ],
    [
      { grid: [0, 16] },
      "grid of trend t must be two or more numbers > 0, the smallest first, but is [0,16]; correct it",
    ],
    [{ outcome: 3 }, "outcome of trend t must be a function, but is 3; it says what came of a seed"],
    [{ claimed: 0.5 }, "claimed of trend t must be a function, but is 0.5; it gives the share claimed at n"],
    [
      { grid: [1, 2], claimed: (n: number) => 1 / n },
      "claimed of trend t must be from 0 to 1, and nowhere falling, on the grid, but is [1,0.5]; correct it",
    ],
    [
      { grid: [1, 2], claimed: (n: number) => n / 1 },
      "claimed of trend t must be from 0 to 1, and nowhere falling, on the grid, but is [1,2]; correct it",
    ],
  ])("refuses %j in one sentence", (wrong, sentence) => {
    expect(() => study(wrong as never)).toThrow(sentence);
  });

  it("refuses an outcome that is none", () => {
    const check = study({ outcome: () => 1 as never });
    expect(() => check.sample(0, context)).toThrow(
      "outcome must return true, false or null, but returned 1; correct it",
    );
  });
});
