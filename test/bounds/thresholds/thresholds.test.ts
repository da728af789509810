import { describe, expect, it } from "vitest";
import { THRESHOLDS } from "../../../src/bounds/thresholds/thresholdKinds.ts";
import { type ThresholdRow, type ThresholdsInput, thresholds } from "../../../src/bounds/thresholds/thresholds.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import type { Setting } from "../../../src/setting/setting.ts";

const preset = (name: string): Setting => (PRESETS[name] as (typeof PRESETS)[string]).setting;
const plain = { qs: [], batchSizes: "full", eps: 1e-8 } as const;

/** Carries the search out; `stopAfter` legs it is told to stop. */
function rowsOf(input: ThresholdsInput, stopAfter = Infinity): { rows: ThresholdRow[]; shares: number[] } {
  const search = thresholds(input);
  const shares: number[] = [];
  let at = search.next();
  while (!at.done) {
    shares.push(at.value);
    at = search.next(shares.length >= stopAfter);
  }
  return { rows: at.value, shares };
}

/** A start of which the full batch is learnt within a second. */
const small: Setting = { n: 8, d: 40, s: 4, sigmaP: 0.5, alpha: 0.1, m: 4, q: 3, sigma0: 0.1, labels: "balanced" };
const training = { lr: 0.005, epochs: 300, seeds: [1, 2] };
const trained = rowsOf({ ...plain, settings: [small], training });

describe("thresholds", () => {
  it("has a row for every setting, power, batch size and threshold, with its order", () => {
    const { rows, shares } = rowsOf({ ...plain, settings: [preset("paper"), preset("small")], qs: [3, 4], D: "6" });
    expect(shares).toEqual([]);
    expect(rows).toHaveLength(2 * 2 * THRESHOLDS.length);
    expect(rows.map(({ n, q }) => [n, q])).toEqual(
      [200, 40].flatMap((n) => [3, 4].flatMap((q) => THRESHOLDS.map(() => [n, q]))),
    );
    // D = 6: sigma0 = n^-1.5, sigmaP = n^-0.5/sqrt(log n) (s = n), sigma0 sigmaP/n = n^-3.
    expect(rows.slice(0, 7).map(({ threshold, order }) => [threshold, order])).toEqual([
      ["feature", "n^(-3/2)"],
      ["noise", "n^(-5/2) (log n)^(-3/2)"],
      ["some noise", "n^(-5/2) (log n)^(-3/2)"],
      ["theorems 4.1, 4.2", "n^(-3) (log n)^(-1/2)"],
      ["window from", "min(n^(2 beta - 1), 1)"],
      ["window to", "1"],
      ["fails", undefined],
    ]);
    expect(rows[0]?.orderLatex).toBe("n^{-\\frac{3}{2}}");
    // qnorm(0.05^(1/20)) = 1.08433, qnorm(0.95^(1/20)) = 2.79921; times (3/4) 0.01.
    const { low, median, high } = rows[0]?.explicit as { low: number; median: number; high: number };
    expect([low, median, high].map((x) => Number((x / 0.0075).toFixed(4)))).toEqual([1.0843, 1.8242, 2.7992]);
  });

  it("leaves out, of smaller batches, what is known for the full batch alone, and batches above n", () => {
    const { rows } = rowsOf({ ...plain, settings: [preset("paper")], batchSizes: [2, 200, 500] });
    const names = (size: number) =>
      rows.filter(({ batchSize }) => batchSize === size).map(({ threshold }) => threshold);
    expect(names(2)).toEqual(["feature", "theorems 4.1, 4.2", "window from", "window to"]);
    expect(names(200)).toEqual(THRESHOLDS.map(({ name }) => name));
    expect(names(500)).toEqual([]);
    expect(() => rowsOf({ ...plain, settings: [preset("paper")], batchSizes: [201, 500] })).toThrow(
      /^a batch size must be at most n = 200, but all are above \(\[201,500\]\); lower one$/,
    );
  });

  it("says null, not Infinity, where no weight decay fails", () => {
    const { rows } = rowsOf({ ...plain, settings: [preset("paper")], eps: 0 });
    expect(rows.at(-1)).toMatchObject({ threshold: "fails", explicit: { low: null, median: null, high: null } });
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows.map(({ ...row }) => JSON.parse(JSON.stringify(row))));
  });

  it("finds the feature's threshold by training near the explicit one, seed by seed", () => {
    const { rows, shares } = trained;
    expect(shares.every((share, k) => share > 0 && share <= 1 && share >= (shares[k - 1] ?? 0))).toBe(true);
    const [feature, noise, some, ...others] = rows as [ThresholdRow, ThresholdRow, ThresholdRow, ...ThresholdRow[]];
    expect(others.map(({ empirical }) => empirical?.question)).toEqual([
      undefined,
      undefined,
      undefined,
      "feature-held",
    ]);
    expect(noise.empirical?.question).toBe("class-fails");
    expect(some.empirical?.question).toBe("some-noise-grows");
    const { starts, median } = feature.empirical as NonNullable<ThresholdRow["empirical"]>;
    expect(starts.map(({ seed }) => seed)).toEqual([1, 2]);
    for (const { below, above } of starts) {
      expect(below).toBeGreaterThan(0);
      // The bracket is at most 5% wide.
      expect((above as number) / (below as number)).toBeLessThanOrEqual(1.05 * (1 + 1e-12));
    }
    expect(median?.seeds).toBe(2);
    expect(median?.low).toBe(Math.min(...starts.map(({ below }) => below as number)));
    expect(median?.high).toBe(Math.max(...starts.map(({ above }) => above as number)));
  });

  it("finds where AdamW fails at the explicit value, and once", () => {
    const { explicit, empirical } = trained.rows.at(-1) as ThresholdRow;
    const { starts, notMonotone } = empirical as NonNullable<ThresholdRow["empirical"]>;
    for (const { below, above } of starts) {
      // Below the explicit value the feature rests above its unstable point for ever. At rho > 1 times the value it passes where they met in
      // pi/sqrt((rho-1)/2) - 2 decay times (docs/notes/thresholds.md), and falls to 1e-9 in 20.7: 44 of 50 at rho = 1.03.
      expect(above as number).toBeGreaterThan(explicit.median as number);
      expect(below as number).toBeLessThan(1.03 * (explicit.median as number));
    }
    expect(notMonotone).toEqual([]);
  });

  it("begins at sigma0 where the start says that no weight decay fails", () => {
    const tiny = { ...small, n: 2, d: 3, s: 1, m: 2 };
    const { rows } = rowsOf({ ...plain, settings: [tiny], eps: 0, training: { ...training, seeds: [1] } });
    const { explicit, empirical } = rows.at(-1) as ThresholdRow;
    expect(explicit.median).toBe(null);
    expect(empirical?.starts[0]?.tried.map(({ value }) => value)).toContain(small.sigma0);
  });

  it("gives what it has when it is stopped: every row, the rest of them without training", () => {
    const full = trained;
    const stopped = rowsOf({ ...plain, settings: [small], training }, 3);
    expect(stopped.rows.map(({ empirical, ...row }) => row)).toEqual(full.rows.map(({ empirical, ...row }) => row));
    expect(stopped.rows[0]?.empirical).toMatchObject({ interrupted: true, starts: [{ seed: 1, interrupted: true }] });
    expect(stopped.rows[0]?.empirical).not.toHaveProperty("median");
    expect(stopped.rows[1]).not.toHaveProperty("empirical");
  });
});
