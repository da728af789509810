import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Examples } from "../../src/data/examples.ts";
import { startFromFile } from "../../src/data/start.ts";
import type { Weights } from "../../src/data/weights.ts";
import type { Network } from "../../src/setting/network.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { crossEntropy } from "../../src/sim/losses/crossEntropy.ts";
import { errorRate, measure, seenBy, tested } from "../../src/sim/metrics.ts";
import { spelledStarts } from "../helpers/arbitraries.ts";
import { loaded } from "../helpers/model.ts";

/** The training examples as if they were fresh. */
const judgedBy = (network: Network, flat: Weights, examples: Examples) =>
  reference.judge(network, flat.length / (2 * network.neurons), examples)(flat);

const net = { name: "cnn", neurons: 2, q: 3 } as const;
// Two neurons a class in three coordinates.
const weights = [
  [
    [1, 0, 0],
    [-2, 1, 0],
  ],
  [
    [0.5, 0, 0],
    [-1, 0, 2],
  ],
];

describe("measure", () => {
  test("gives the metrics computed by hand", () => {
    // Example 0: y = +1, xi = (-0.5, 2, 0).   class +1: <w, v> = 1, -2; <w, xi> = -0.5, 3: F+ = 1 + 27 = 28.
    //                                         class -1: <w, v> = 0.5, -1; <w, xi> = -0.25, 0.5: F- = 0.125 + 0.125 = 0.25. Margin 27.75.
    // Example 1: y = -1, xi = (0.5, 0, 1).    class +1: <w, -v> = -1, 2; <w, xi> = 0.5, -1: F+ = 8 + 0.125 = 8.125.
    //                                         class -1: <w, -v> = -0.5, 1; <w, xi> = 0.25, 1.5: F- = 1 + 0.015625 + 3.375 = 4.390625.
    //                                         Margin -3.734375: wrong.
    // Feature learning: +1: max(1, -2) = 1; -1: max(-0.5, 1) = 1. Memorization: +1: max(-0.5, 3) = 3; -1: max(0.25, 1.5) = 1.5.
    const { examples, weights: flat } = startFromFile({
      labels: [1, -1],
      noisePatches: [
        [-0.5, 2, 0],
        [0.5, 0, 1],
      ],
      weights,
    });
    expect(measure(seenBy(net, flat, examples), tested(judgedBy(net, flat, examples)))).toEqual({
      trainLoss: (crossEntropy(27.75) + crossEntropy(-3.734375)) / 2,
      trainError: 0.5,
      testError: 0.5,
      featureLearning: { "+1": 1, "-1": 1 },
      noiseMemorization: { min: { "+1": 3, "-1": 1.5 }, max: { "+1": 3, "-1": 1.5 } },
      // Over both examples: class +1: max(-0.5, 3) = 3 and max(0.5, -1) = 0.5; class -1: max(-0.25, 0.5) = 0.5 and max(0.25, 1.5) = 1.5.
      // Of two values half stay at or below the lower one.
      freshNoise: {
        low: { "+1": 0.5, "-1": 0.5 },
        median: { "+1": 0.5, "-1": 0.5 },
        high: { "+1": 3, "-1": 1.5 },
      },
    });
  });

  test("takes minimum and maximum over the examples of a class, and null for a class without examples", () => {
    const { examples, weights: flat } = startFromFile({
      labels: [1, 1],
      noisePatches: [
        [-0.5, 2, 0],
        [-0.5, -2, 0],
      ],
      weights,
    });
    // Example 1: <w+, xi> = -0.5, 1 - 2 = -1: at most -0.5.
    const { noiseMemorization } = measure(seenBy(net, flat, examples), tested(judgedBy(net, flat, examples)));
    expect(noiseMemorization).toEqual({ min: { "+1": -0.5, "-1": null }, max: { "+1": 3, "-1": null } });
  });

  test.prop([spelledStarts()])("agrees with the margins of the examples", (spelled) => {
    const { net: network, examples, weights: flat } = loaded(spelled);
    const { margins } = judgedBy(network, flat, examples);
    const metrics = measure(seenBy(network, flat, examples), { testError: errorRate(margins) });
    expect(metrics).not.toHaveProperty("freshNoise");
    expect(metrics.trainLoss).toBe(margins.reduce((sum, z) => sum + crossEntropy(z), 0) / margins.length);
    expect(metrics.trainError).toBe(margins.filter((z) => z <= 0).length / margins.length);
    expect(metrics.testError).toBe(metrics.trainError);
  });

  test("shows a NaN weight instead of hiding it behind the maximum", () => {
    const { examples, weights: flat } = startFromFile({ labels: [1], noisePatches: [[-0.5, 2, 0]], weights });
    const broken = flat.with(1, Number.NaN); // coordinate 1 of the second neuron of class +1
    expect(measure(seenBy(net, broken, examples), tested(judgedBy(net, broken, examples)))).toMatchObject({
      trainLoss: NaN,
      trainError: 1,
      featureLearning: { "+1": NaN, "-1": 1 },
      noiseMemorization: { max: { "+1": NaN, "-1": null } },
    });
  });
});

describe("errorRate", () => {
  test("counts a tie as an error", () => {
    // Weights all zero: both outputs are 0 for every example.
    const { examples, weights: flat } = startFromFile({
      labels: [1, -1],
      noisePatches: [
        [-1, 1],
        [1, 1],
      ],
      weights: [[[0, 0]], [[0, 0]]],
    });
    expect(errorRate(judgedBy({ name: "cnn", neurons: 1, q: 3 }, flat, examples).margins)).toBe(1);
  });
});
