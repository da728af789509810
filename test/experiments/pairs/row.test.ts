import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Pair } from "../../../src/experiments/pairs/pairing.ts";
import { discordOf, pairRow } from "../../../src/experiments/pairs/row.ts";
import type { Ended } from "../../../src/experiments/pairs/side.ts";
import type { Moment, OutsideMoment } from "../../../src/sim/trajectory.ts";

const momentAt = (epoch: number, testError: number): Moment => ({
  ...{ epoch, step: epoch, trainLoss: 1, trainError: 0, testError },
  featureLearning: { "+1": 0, "-1": 0 },
  noiseMemorization: { min: { "+1": null, "-1": null }, max: { "+1": null, "-1": null } },
});

const ended = (errors: readonly number[], weights?: readonly number[]): Ended => {
  const history = errors.map((error, epoch) => momentAt(epoch, error));
  return {
    trial: {
      config: { setting: {} },
      engine: { name: "", version: "" },
      final: history.at(-1),
    } as unknown as Ended["trial"],
    history,
    ...(weights && { weights: Float64Array.from(weights) }),
  };
};

const pairOf = (a: Ended, b: Ended, seed: number): Pair => ({ at: [], seed, a, b });
const MEASURE = { name: "testError", of: ({ testError }: OutsideMoment) => testError };

describe("a row of pairs", () => {
  // Differences at the end, b - a: 1/2 - 1/4, 1/8 - 1/4, 1/4 - 1/4, that is 1/4, -1/8, 0: median 0 in [-1/8, 1/4], level 1 - 2 (1/2)^3 = 3/4.
  // On the way: 3/4 - 1/4 = 1/2 in the first pair at epoch 0.
  it("by hand", () => {
    const pairs = [
      pairOf(ended([0.25, 0.25]), ended([0.75, 0.5]), 1),
      pairOf(ended([0, 0.25]), ended([0, 0.125]), 2),
      pairOf(ended([0.5, 0.25]), ended([0.5, 0.25]), 3),
    ];
    expect(pairRow(pairs, [MEASURE]).measures["testError"]).toEqual({
      ...{ pairs: 3, a: 0.25, b: 0.25 },
      difference: { median: 0, low: -0.125, high: 0.25, coverage: 0.75 },
      furthest: { distance: 0.5, epoch: 0 },
    });
  });

  it("has no interval of one pair, and compares weights that both kept", () => {
    const row = pairRow([pairOf(ended([0.5], [3, 0]), ended([0.25], [0, 4]), 1)], [MEASURE]);
    expect(row.measures["testError"]?.difference).toEqual({ median: -0.25, low: null, high: null, coverage: null });
    expect(row.weights).toEqual({ pairs: 1, distance: 5, relative: 1.25, cosine: 0 });
    expect(pairRow([pairOf(ended([0.5], [3, 0]), ended([0.25]), 1)], [MEASURE]).weights).toBeUndefined();
  });

  it("takes moments of one epoch alone", () => {
    const [a, b] = [ended([0.5, 0.5, 0.5]), ended([0.25, 1])];
    const row = pairRow([pairOf(a, { ...b, history: [momentAt(2, 0.25)] }, 1)], [MEASURE]);
    expect(row.measures["testError"]?.furthest).toEqual({ distance: 0.25, epoch: 2 });
    expect(pairRow([pairOf(a, { trial: b.trial }, 1)], [MEASURE]).measures["testError"]?.furthest).toBeNull();
  });

  const errors = fc.array(fc.tuple(fc.constantFrom(0, 0.25, 1), fc.constantFrom(0, 0.25, 1)), {
    minLength: 1,
    maxLength: 40,
  });
  test.prop([errors])("turns every sign where the sides change places", (ends) => {
    const pairs = ends.map(([a, b], seed) => pairOf(ended([a]), ended([b]), seed));
    const turned = ends.map(([a, b], seed) => pairOf(ended([b]), ended([a]), seed));
    const holds = ({ trial }: Ended) => trial.final.testError === 0;
    const [one, other] = [discordOf(pairs, holds), discordOf(turned, holds)];
    expect([one.onlyA, one.onlyB, one.both, one.neither]).toEqual([
      other.onlyB,
      other.onlyA,
      other.both,
      other.neither,
    ]);
    expect(one.difference.share + 0).toBe(-other.difference.share + 0);
    expect([one.difference.low, one.difference.high]).toEqual([-other.difference.high, -other.difference.low]);
    expect(one.difference.low).toBeLessThanOrEqual(one.difference.share);
    expect(one.difference.high).toBeGreaterThanOrEqual(one.difference.share);
    const [there, back] = [pairRow(pairs, [MEASURE]), pairRow(turned, [MEASURE])].map(
      ({ measures }) => measures["testError"]?.difference,
    );
    expect((there?.median ?? 0) + 0).toBe(-(back?.median ?? 0) + 0);
    expect([there?.low ?? 0, there?.high ?? 0].map((x) => x + 0)).toEqual(
      [back?.high ?? 0, back?.low ?? 0].map((x) => -x + 0),
    );
  });

  // P(X >= k) <= 0.0125 at either end: of 40 pairs with 20 discordant, all for b, low > 0 says that b's chance is larger.
  it("says which chance is larger where all discordant pairs agree", () => {
    const pairs = Array.from({ length: 40 }, (_, seed) => pairOf(ended([1]), ended([seed < 20 ? 0 : 1]), seed));
    const { difference, onlyB } = discordOf(pairs, ({ trial }) => trial.final.testError === 0);
    expect(onlyB).toBe(20);
    expect(difference.low).toBeGreaterThan(0.2);
  });
});
