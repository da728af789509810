import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { InputError } from "../../src/setting/inputError.ts";
import { networkOf } from "../../src/setting/network.ts";
import { parseRun, type Run } from "../../src/sim/run.ts";
import { type Leg, schedule } from "../../src/sim/schedule.ts";
import { type Result, simulate } from "../../src/sim/simulate.ts";
import { seeds } from "../helpers/arbitraries.ts";
import { runs } from "../helpers/runs.ts";

const bytes = (result: Result) => JSON.stringify(result);
const sgd = { name: "sgd", lr: 0.1 };
const tiny = (rest: object): Run =>
  parseRun({ preset: "tiny", optimizer: sgd, batchSize: 4, epochs: 7, testSize: 5, recordEvery: 3, ...rest });
const legBatches = ({ batches: { indices, offsets } }: Leg) =>
  Array.from({ length: offsets.length - 1 }, (_, k) => [...indices.slice(offsets[k], offsets[k + 1])]);

describe("simulate", () => {
  test.prop([runs()], { numRuns: 40 })("gives the same bytes twice, and again from the config of its result", (run) => {
    const first = bytes(simulate(run, { saveWeights: true }));
    expect(bytes(simulate(run, { saveWeights: true }))).toBe(first);
    const config = (JSON.parse(first) as Result).config;
    expect(bytes(simulate(parseRun(config), { saveWeights: true }))).toBe(first);
  });

  test("records epoch 0, every recordEvery epochs and the end, with the steps done", () => {
    // n = 6, b = 4: two steps an epoch.
    const { history, final } = simulate(tiny({}));
    expect(history.map(({ epoch, step }) => [epoch, step])).toEqual([
      [0, 0],
      [3, 6],
      [6, 12],
      [7, 14],
    ]);
    expect(final).toEqual(history.at(-1));
  });

  test("counts epochs of given batches in examples seen over n", () => {
    // n = 6; after two steps 3 + 3 examples, after three steps 1 more.
    const { history } = simulate(tiny({ batches: [[0, 1, 2], [3, 4, 5], [0]], recordEvery: 2 }));
    expect(history.map(({ epoch, step }) => [epoch, step])).toEqual([
      [0, 0],
      [1, 2],
      [7 / 6, 3],
    ]);
  });

  test.prop([runs()], { numRuns: 40 })("trains the same from its own shuffled batches, spelled out", (run) => {
    const { epochs, batchSize, recordEvery, ...rest } = run;
    const legs = [...schedule(run)].map(legBatches);
    const stepsPerEpoch = Math.ceil(run.setting.n / (batchSize as number));
    const spelledOut = parseRun({ ...rest, batches: legs.flat(), recordEvery: recordEvery * stepsPerEpoch });
    const [one, other] = [run, spelledOut].map((each) => simulate(each, { saveWeights: true })) as [Result, Result];
    expect(other.history).toEqual(one.history);
    expect(other.final).toEqual(one.final);
  });

  test.prop([runs()], { numRuns: 20 })(
    "keeps the weights of the network only when asked, and draws the rest alike",
    (run) => {
      const {
        final: { weights, ...metrics },
        ...kept
      } = simulate(run, { saveWeights: true });
      const { neurons } = networkOf(run.network, run.setting);
      expect(weights?.map((lanes) => lanes.map(({ length }) => length))).toEqual(
        [0, 1].map(() => new Array(neurons).fill(run.setting.d)),
      );
      expect({ ...kept, final: metrics }).toEqual(simulate(run));
    },
  );

  test("reports every moment and its weights as they are recorded, and the share done", () => {
    const seen: unknown[] = [];
    const shares: number[] = [];
    const result = simulate(tiny({}), {
      saveWeights: true,
      onRecord: (moment, weights) => seen.push({ moment: { ...moment }, first: weights[0] }),
      onProgress: (done) => shares.push(done),
    });
    expect(seen.map((entry) => (entry as { moment: unknown }).moment)).toEqual(result.history);
    expect((seen.at(-1) as { first: number }).first).toBe(result.final.weights?.[0]?.[0]?.[0]);
    expect(shares).toEqual([1, 2, 3, 4, 5, 6, 7].map((k) => k / 7));
  });

  test.prop([seeds, seeds], { numRuns: 20 })("draws another problem for another seed", (seed, other) => {
    fc.pre(seed !== other);
    expect(simulate(tiny({ seed })).final.trainLoss).not.toBe(simulate(tiny({ seed: other })).final.trainLoss);
  });
});

describe("a run that diverges", () => {
  // rho = 1 - 0.5*10 = -4: weights grow as 4^t and their cubes overflow 2^1024 at about t = 1024/6 = 171, in epoch 86 of 200.
  const decayed = tiny({ optimizer: { name: "signsgdw", lr: 0.5, weightDecay: 10 }, epochs: 200, recordEvery: 1 });

  test("stops with the step and the metric, and keeps the history so far", () => {
    const { diverged, history, final } = simulate(decayed);
    expect(diverged?.metric).toMatch(/^(trainLoss|noiseMemorization|weights)$/);
    expect(diverged?.step).toBeGreaterThan(150);
    expect(diverged?.step).toBeLessThan(190);
    expect(final).toEqual(history.at(-1));
    expect(history.length).toBe((final.epoch as number) + 1);
    expect(final.step).toBeLessThanOrEqual(diverged?.step as number);
    expect(final.step).toBeGreaterThanOrEqual((diverged?.step as number) - 2);
    for (const { trainLoss } of history) expect(Number.isFinite(trainLoss)).toBe(true);
  });

  test("has the history that the same run has when it ends before", () => {
    const { history } = simulate(decayed);
    expect(simulate({ ...decayed, epochs: 60 }).history).toEqual(history.slice(0, 61));
  });

  test("is told to lower the decay where lr weightDecay > 1 makes the weights grow, and the rate otherwise", () => {
    expect(simulate(decayed).diverged?.advice).toContain("optimizer.weightDecay below 1/lr (now 10)");
    // One step of 1e110 g puts the weights near 1e109, whose cubes overflow.
    const { diverged } = simulate(tiny({ optimizer: { name: "sgd", lr: 1e110 } }));
    expect(diverged).toMatchObject({ step: 1, metric: "trainLoss" });
    expect(diverged?.advice).toContain("a smaller optimizer.lr (now 1e+110)");
  });

  test("before its first step is an input error", () => {
    // <w, y v> = 1e200: its cube overflows, F_{+1} = F_{-1} = Infinity and the margin is NaN.
    const start = {
      labels: [1, -1],
      noisePatches: [
        [-0.5, 1],
        [0.5, 1],
      ],
      weights: [[[1e200, 1e200]], [[1e200, 1e200]]],
    };
    const setting = { n: 2, d: 2, s: 1, sigmaP: 1, alpha: 0.5, m: 1, q: 3, sigma0: 1 };
    const run = parseRun({ setting, start, optimizer: sgd, batchSize: 2, epochs: 1, testSize: 1 });
    expect(() => simulate(run)).toThrow(InputError);
    expect(() => simulate(run)).toThrow(/start/);
  });
});
