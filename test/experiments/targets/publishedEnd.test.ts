import { describe, expect, it } from "vitest";
import { publishedEnd } from "../../../src/experiments/targets/publishedEnd.ts";
import { parseRun } from "../../../src/sim/run.ts";

const run = (name: string, weightDecay: number, batchSize: number, more: object = {}) =>
  parseRun({ preset: "paper", optimizer: { name, lr: 5e-5, weightDecay }, batchSize, epochs: 200, seed: 7, ...more });

describe("the end of a published run", () => {
  it("is that of its table, whatever the seed and however short the run", () => {
    expect(publishedEnd(run("adam", 1e-5, 100))).toEqual({
      sources: ["[T25] Table 1", "[T25] Fig. 3"],
      ...{ epochs: 10000, trainError: 0, testError: 0.9545 },
    });
    expect(publishedEnd(run("adamw", 0.01, 2))?.testError).toBe(0);
    expect(publishedEnd(run("adamw", 0.01, 100))?.testError).toBe(0.5485);
  });

  it("is null where words are printed, and nothing for runs of our own", () => {
    expect(publishedEnd(run("adam", 0.05, 2))).toMatchObject({ sources: ["[T25] Fig. 5"], testError: null });
    expect(publishedEnd(run("adam", 1e-5, 50))).toBe(undefined);
    expect(publishedEnd(run("adam", 1e-5, 100, { network: "linear" }))).toBe(undefined);
    expect(publishedEnd(run("adam", 1e-5, 100, { loss: "hinge" }))).toBe(undefined);
    expect(publishedEnd(run("adam", 1e-5, 100, { labelSmoothing: 0.1 }))).toBe(undefined);
    expect(publishedEnd(run("adam", 1e-5, 100, { warmup: 5 }))).toBe(undefined);
  });
});
