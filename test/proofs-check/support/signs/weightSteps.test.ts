import { describe, expect, it } from "vitest";
import { runOf } from "../../../../proofs-check/meeting.ts";
import { reversingRun } from "../../../../proofs-check/support/signs/signRuns.ts";
import {
  gradientOf,
  normalizedStep,
  type WeightStep,
  weightSteps,
} from "../../../../proofs-check/support/signs/weightSteps.ts";
import { parseRun } from "../../../../src/sim/run.ts";
import { simulate } from "../../../../src/sim/simulate.ts";

const last = <T>(all: Iterable<T>) => [...all].at(-1) as T;

describe("weightSteps", () => {
  it.each(["adam", "adamw"] as const)("trains as the engine does: %s", (name) => {
    const input = { ...reversingRun(name, 4e-3, 2, 3), epochs: 10 };
    const { network, next } = last(weightSteps(runOf(input)));
    const { final } = simulate(parseRun(input));
    const neurons = network.neurons;
    const features = [
      Math.max(...next.weights.subarray(0, neurons)),
      Math.max(...next.weights.subarray(neurons, 2 * neurons).map((w) => -w)),
    ];
    // The kernel's sums round elsewhere than the reference's: 20 steps of numbers of order 1.
    expect(features[0]).toBeCloseTo(final.featureLearning["+1"], 10);
    expect(features[1]).toBeCloseTo(final.featureLearning["-1"], 10);
  });

  it("tells gradient, step and how long an example is unseen", () => {
    const input = { ...reversingRun("adam", 0.25, 1, 3), epochs: 2 };
    const steps: WeightStep[] = [];
    const unseen: number[][] = [];
    for (const step of weightSteps(runOf(input))) {
      steps.push(step);
      unseen.push([...step.unseen]);
    }
    const first = steps[0] as WeightStep;
    // First step of Adam without bias correction: (1-b1) g/sqrt((1-b2) g^2) = 0.5/sqrt(0.2) along sgn(g), but for eps = 2.5e-4.
    const g = gradientOf(first)[0] as number;
    expect(normalizedStep(first)[0]).toBeCloseTo((0.5 * g) / (Math.sqrt(0.2) * Math.abs(g) + 2.5e-4), 12);
    // Every example once an epoch of four steps: after the fourth, the k-th one back has been unseen for k steps.
    expect(unseen[3]?.toSorted()).toEqual([0, 1, 2, 3]);
    expect(unseen[0]?.filter((steps) => steps === Number.POSITIVE_INFINITY)).toHaveLength(3);
  });
});
