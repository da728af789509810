import { describe, expect, test } from "vitest";
import { weightsFromNested } from "../../src/data/weights.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";

describe("a run that leaves the finite numbers", () => {
  test("a start whose margins are all +Infinity is an input error, too", () => {
    // F_y = (1e200)^3 = Infinity, F_{-y} = 0 for both examples: the loss log(1 + e^-Infinity) = 0 is finite, the outputs are not.
    const start = {
      labels: [1, -1],
      noisePatches: [
        [0, 1],
        [0, 1],
      ],
      weights: [[[1e200, 0]], [[-1e200, 0]]],
    };
    const setting = { n: 2, d: 2, s: 1, sigmaP: 1, alpha: 0.5, m: 1, q: 3, sigma0: 1 };
    const run = parseRun({ setting, start, optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 1, testSize: 1 });
    expect(() => simulate(run)).toThrow(InputError);
  });

  test("the final weights of a run that diverged are those of its final moment", () => {
    let recorded: number[] = [];
    const optimizer = { name: "signsgdw", lr: 0.5, weightDecay: 10 };
    const run = parseRun({ preset: "tiny", optimizer, batchSize: 4, epochs: 200, recordEvery: 60, testSize: 1 });
    const { final } = simulate(run, {
      saveWeights: true,
      onRecord: (_, weights) => {
        recorded = [...weights];
      },
    });
    expect([...weightsFromNested(final.weights ?? [])]).toEqual(recorded);
  });

  test("a run of given batches that diverges reports the epoch of its step", () => {
    const batches = Array.from({ length: 300 }, () => [0, 1, 2, 3, 4, 5]);
    const optimizer = { name: "signsgdw", lr: 0.5, weightDecay: 10 };
    const { diverged } = simulate(parseRun({ preset: "tiny", optimizer, batches, recordEvery: 300, testSize: 1 }));
    expect(diverged?.epoch).toBe(diverged?.step);
  });
});
