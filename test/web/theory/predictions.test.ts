import { describe, expect, it } from "vitest";
import { THEOREMS } from "../../../src/bounds/hypotheses/theorems.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import type { Moment } from "../../../src/sim/trajectory.ts";
import { type Choice, drawnRunOf, standardOf } from "../../../web/choice/state.ts";
import { type Observation, PREDICTIONS, type Prediction } from "../../../web/theory/predictions.ts";

const RUN = drawnRunOf(standardOf("small"));

/** A record of equal classes. */
const moment = (step: number, signal: number, noise: number, more: Partial<Moment> = {}): Moment => ({
  ...{ step, epoch: step, trainLoss: 0.1, trainError: 0, testError: 0 },
  featureLearning: { "+1": signal, "-1": signal },
  noiseMemorization: { min: { "+1": noise, "-1": noise }, max: { "+1": noise, "-1": noise } },
  ...more,
});

const observe = (id: string, ...history: Moment[]): Observation =>
  (PREDICTIONS[id] as Prediction).observe({ run: RUN, history });

describe("predictions", () => {
  it("are made by every statement about the network of the page", () => {
    const ids = THEOREMS.filter(({ networks }) => networks.includes("cnn")).map(({ id }) => id);
    expect(Object.keys(PREDICTIONS).sort()).toEqual([...ids].sort());
  });

  it.each([
    ["thm-4.1", 0.45, true],
    ["thm-4.1", 0.44, false],
    ["thm-4.2", 0.1, false],
    ["thm-4.2", 0.09, true],
    ["gd-generalizes", 0.06, false],
  ])("%s at a test error of %d", (id, testError, agrees) => {
    expect(observe(id, moment(0, 0, 0), moment(1, 1, 1, { testError })).agrees).toBe(agrees);
    expect(observe(id, moment(0, 0, 0), moment(1, 1, 1, { testError, trainError: 0.1 })).agrees).toBe(false);
  });

  it("see a reversal, and one that does not last", () => {
    const history = [moment(0, 0.01, 0.01), moment(1, -0.1, 1), moment(2, 0.1, 1)];
    expect(observe("adam-large-flip", ...history).agrees).toBe(false);
    expect(observe("adam-large-flip", ...history.slice(0, 2)).agrees).toBe(true);
    expect(observe("adamw-large-stage2", ...history).agrees).toBe(false);
    expect(observe("adamw-large-stage2", ...history.slice(0, 2)).agrees).toBe(true);
    expect(observe("adamw-large-stage2", moment(0, 1, 1)).observed).toBe("never reversed");
  });

  it("compare the growth up to where the noise is half memorized", () => {
    // Half of 1 is passed at step 2, where the signal has grown by 0.2.
    const history = [moment(0, 0, 0), moment(1, 0.1, 0.3), moment(2, 0.2, 0.6), moment(3, 2, 1)];
    expect(observe("adam-large-stage1", ...history)).toEqual({
      observed: "noise +0.6, signal +0.2 up to epoch 2",
      agrees: true,
    });
    expect(observe("adamw-mini-stage1", ...history).agrees).toBe(true);
  });

  it("hold a stuck start within log n of itself", () => {
    // log 40 = 3.69.
    expect(observe("cor-4.3", moment(0, 0.1, 0.1), moment(1, 0.3, 0.1), moment(2, 0.01, 0.01)).agrees).toBe(true);
    expect(observe("cor-4.3", moment(0, 0.1, 0.1), moment(1, 0.4, 0.1), moment(2, 0.01, 0.01)).agrees).toBe(false);
    expect(observe("cor-4.3", moment(0, 0.1, 0.1), moment(1, 0.11, 0.1)).agrees).toBe(false);
  });

  it("count steps in learning rates, without what decay takes", () => {
    // lr = 5e-4: 0.002 in 2 steps is 2 a step.
    expect(observe("moment-ratio", moment(0, 0, 0), moment(2, 0.002, 0))).toEqual({
      observed: "the signal moves at most 2 a step, C = 7.27",
      agrees: true,
    });
    expect(observe("moment-ratio", moment(0, 0, 0), moment(1, 0.004, 0)).agrees).toBe(false);
  });

  it.each<[string, Partial<Choice>, string, boolean]>([
    ["large batches of Adam memorize", { batchSize: 40 }, "thm-4.1", true],
    ["and turn the signal", { batchSize: 40 }, "adam-large-flip", true],
    ["small ones learn", { batchSize: 2, epochs: 100 }, "thm-4.2", true],
    ["too much decay", { batchSize: 2, epochs: 100, weightDecay: 0.2 }, "cor-4.3", true],
    ["which does not let it fit", { batchSize: 2, epochs: 100, weightDecay: 0.2 }, "thm-4.2", false],
  ])("judge runs of the gallery: %s", (_, part, id, agrees) => {
    const run = drawnRunOf({ ...standardOf("small"), ...part });
    const { history } = simulate(run);
    expect((PREDICTIONS[id] as Prediction).observe({ run, history }).agrees).toBe(agrees);
  });
});
