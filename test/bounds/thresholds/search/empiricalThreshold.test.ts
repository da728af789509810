import { describe, expect, it } from "vitest";
import {
  empiricalThreshold,
  type ThresholdSearch,
} from "../../../../src/bounds/thresholds/search/empiricalThreshold.ts";
import { QUESTIONS, type Question } from "../../../../src/bounds/thresholds/search/questions.ts";
import { drawWeights } from "../../../../src/data/weights.ts";
import { parseDynamics } from "../../../../src/dynamics/run.ts";
import { finish } from "../../../../src/sim/follow.ts";

const SIGMA0 = 0.01;
/** Without noise every example is its feature: two neurons a class, of which the larger decides. */
const setting = { n: 4, d: 3, s: 1, sigmaP: 0, alpha: 0, m: 2, q: 3, sigma0: SIGMA0, labels: "balanced" };
const runAt = (weightDecay: number, seed: number) =>
  parseDynamics({
    setting,
    optimizer: { name: "adam", lr: SIGMA0 / 100, weightDecay, eps: 0 },
    ...{ batchSize: 4, epochs: 400, recordEvery: 1, seed },
  });
const search: ThresholdSearch = {
  ...{ runAt, seeds: [1, 2, 3, 4, 5, 6], j: "+1", guess: () => SIGMA0 },
  question: QUESTIONS.find(({ name }) => name === "feature-grows") as Question,
  options: { tolerance: 0.01, checks: 1 },
};

describe("empiricalThreshold", () => {
  it("finds (q p/2) U^(q-2) where there is the feature alone", () => {
    const { starts, median, notMonotone } = finish(empiricalThreshold(search));
    const exact = starts.map(({ seed }) => {
      const weights = drawWeights({ neurons: 2, q: 3 } as never, 1, SIGMA0, seed);
      return 0.75 * Math.max(weights[0] as number, weights[1] as number);
    });
    // Residuals are 1/2 up to a quarter of the margin, which is below 4 U^3 < 4 * (5 sigma0)^3.
    const slack = 4 * (5 * SIGMA0) ** 3;
    for (const [k, { below, above }] of starts.entries()) {
      const threshold = exact[k] as number;
      expect(below as number).toBeLessThanOrEqual(threshold * (1 + slack));
      expect(above as number).toBeGreaterThanOrEqual(threshold * (1 - slack));
      expect(above as number).toBeLessThanOrEqual((below as number) * 1.01);
    }
    expect(notMonotone).toEqual([]);
    expect(median).toMatchObject({ coverage: 1 - 2 / 64, seeds: 6 });
    const sorted = [...exact].sort((a, b) => a - b);
    expect(median?.low ?? 0).toBeLessThanOrEqual((sorted[0] as number) * (1 + slack));
    expect(median?.high as number).toBeGreaterThanOrEqual((sorted[5] as number) * (1 - slack));
  });

  it("is plain data, the same every time", () => {
    const once = { ...search, seeds: [1, 2] };
    const result = finish(empiricalThreshold(once));
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(finish(empiricalThreshold(once))).toEqual(result);
  });

  it("has null where no weight decay tried is on the other side", () => {
    const always = (told: boolean) =>
      finish(empiricalThreshold({ ...search, seeds: [1], question: { ...search.question, soon: () => told } }));
    expect(always(true).starts[0]).toMatchObject({ above: null, estimate: null });
    expect(always(true).median).toMatchObject({ estimate: null, high: null, seeds: 1 });
    expect(always(false).starts[0]).toMatchObject({ below: null, estimate: null });
    expect(always(false).median).toMatchObject({ estimate: null, low: null, seeds: 1 });
  });

  it("shows a share that never falls, and stops where it is told to", () => {
    const shares: number[] = [];
    finish(empiricalThreshold({ ...search, seeds: [1, 2] }), (share) => shares.push(share));
    expect(shares.every((share, k) => share > 0 && share >= (shares[k - 1] ?? 0))).toBe(true);
    // A training that has told its answer before its end does not show 1.
    expect(shares.at(-1)).toBeGreaterThan(0.5);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);

    const stopped = empiricalThreshold(search);
    stopped.next();
    const { value, done } = stopped.next(true);
    expect(done).toBe(true);
    expect(value).toMatchObject({ interrupted: true, starts: [{ seed: 1, tried: [], interrupted: true }] });
    expect("median" in (value as object)).toBe(false);
  });
});
