import { describe, expect, it } from "vitest";
import { recoveryTime } from "../../../src/bounds/thresholds/feature/recoveryTime.ts";
import { contagion } from "../../../src/bounds/thresholds/noise/contagion.ts";
import { parseDynamics } from "../../../src/dynamics/run.ts";
import type { Trial } from "../../../src/experiments/sweep/trial.ts";
import { decayedSetting } from "../../../src/studies/decayed.ts";
import { recovery } from "../../../src/studies/named/recovery.ts";
import { startOf } from "../../../src/studies/startOf.ts";
import { FEW, MOST } from "../../../src/studies/study.ts";

const SETTING = decayedSetting({ n: 8, s: 64, sigma0: 0.02 });

function configOf(weightDecay: number, setting = SETTING): Trial["config"] {
  const run = parseDynamics({
    setting,
    optimizer: { name: "adam", lr: 0.01, weightDecay, betas: [0.9, 0.95], eps: 0 },
    ...{ batchSize: setting.n, epochs: 100, seed: 1, testSize: 1 },
  });
  return { level: "dynamics", ...run } as Trial["config"];
}

/** A run by its test errors at steps 0, 10, 20, ..., trained from the second on, and how much of every example it memorizes at its end. */
function trialOf(errors: readonly number[], { weightDecay = 0.001, memorized = 0 } = {}): Trial {
  const history = errors.map((testError, k) => ({
    ...{ testError, step: 10 * k, epoch: 10 * k, trainError: k === 0 ? 0.5 : 0 },
    noiseMemorization: { min: { "+1": k + 1 < errors.length ? 0 : memorized, "-1": 1 } },
  }));
  return { config: configOf(weightDecay), final: history.at(-1), recorded: { history } } as unknown as Trial;
}

const measure = (name: string) => {
  const found = recovery.measures.find((each) => each.name === name);
  if (!found) throw new Error(`no measure ${name}`);
  return found;
};

describe("recovery", () => {
  it("is asked of runs that fail once trained, and is being right at the end", () => {
    const { of } = measure("recovers");
    expect(of(trialOf([0.5, 0.5, 0]))).toBe(true);
    expect(of(trialOf([0.5, 0.25, 0.1]))).toBe(false);
    // Wrong before it was trained alone.
    expect(of(trialOf([0.5, 0.2, 0]))).toBeNull();
  });

  it("takes the time up to the last moment that fails, over that of the later class", () => {
    const trial = trialOf([0.5, 0.5, 0, 0.5, 0.1, 0]);
    const { network, start } = startOf(trial.config);
    const { neurons: m } = network;
    const first = [...start.weights.subarray(0, 2 * m)];
    const winners = [first.slice(0, m).filter((w) => w > 0).length, first.slice(m).filter((w) => w < 0).length];
    const later = Math.max(...winners.map((W) => recoveryTime(SETTING, 0.001, W)));
    // 30 steps of eta = 0.01.
    expect(measure("time").of(trial)).toBeCloseTo(0.3 / later, 12);
    expect(measure("time").of(trialOf([0.5, 0.5, 0.1]))).toBeNull();
  });

  it("holds the start's thresholds against what was memorized", () => {
    const { network, start } = startOf(configOf(0.001));
    const { "+1": plus, "-1": minus } = contagion(network, start, SETTING.alpha);
    const end = Math.min(plus.coupled, minus.coupled);
    const { of } = measure("amended tells");
    expect(of(trialOf([0.5, 0], { weightDecay: end / 2, memorized: 0.5 }))).toBe(true);
    expect(of(trialOf([0.5, 0], { weightDecay: end / 2, memorized: 0.4 }))).toBe(false);
    expect(of(trialOf([0.5, 0], { weightDecay: 2 * end, memorized: 0.4 }))).toBe(true);
  });

  it("predicts few below half of the flip's end and most above twice it", () => {
    const { predicted } = measure("recovers");
    // flipEnd = 1.68 sigma0/n at the full batch, as in docs/notes/thresholds.md.
    const at = (unit: number) => predicted(configOf((unit * SETTING.sigma0) / SETTING.n), "");
    expect([0.8, 0.9, 3.3, 3.4].map(at)).toEqual([FEW, undefined, undefined, MOST]);
  });
});
