import { expect, it } from "vitest";
import { parseDynamics } from "../../../src/dynamics/run.ts";
import type { Trial } from "../../../src/experiments/sweep/trial.ts";
import { decayedSetting } from "../../../src/studies/decayed.ts";
import { window } from "../../../src/studies/named/window.ts";
import { FEW, MOST } from "../../../src/studies/study.ts";

function predictedAt(weightDecay: number, batchSize: number) {
  const run = parseDynamics({
    setting: decayedSetting({ n: 64, s: 64, sigma0: 0.02 }),
    optimizer: { name: "adam", lr: 5e-4, weightDecay, betas: [0.9, 0.95], eps: 0 },
    ...{ batchSize, epochs: 1, seed: 1, testSize: 1 },
  });
  return window.measures[0]?.predicted({ level: "dynamics", ...run } as Trial["config"], "");
}

it("says few below half of the flip's end, most between twice it and the feature threshold, few beyond that", () => {
  // lambda = unit sigma0/n; the flip ends at 1.68 at b = n; at b = 2 there is none; the feature threshold's 10% and 95% quantiles are 22.6 and 115.
  const at = (unit: number, b: number) => predictedAt((unit * 0.02) / 64, b);
  expect([0.8, 0.9, 3.3, 3.4, 22, 23, 220, 240].map((unit) => at(unit, 64))).toEqual([
    ...[FEW, undefined, undefined, MOST, MOST, undefined, undefined, FEW],
  ]);
  expect([0.01, 8, 240].map((unit) => at(unit, 2))).toEqual([MOST, MOST, FEW]);
});
