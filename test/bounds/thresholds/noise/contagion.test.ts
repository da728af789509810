import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { contagion } from "../../../../src/bounds/thresholds/noise/contagion.ts";
import { noiseThresholds } from "../../../../src/bounds/thresholds/noise/noiseThresholds.ts";
import { drawActiveStart } from "../../../../src/data/activeStart.ts";
import { startFromFile } from "../../../../src/data/start.ts";
import { networkOf } from "../../../../src/setting/network.ts";
import { disjointSettings, seeds } from "../../../helpers/arbitraries.ts";

const setting = { n: 4, d: 5, s: 1, sigmaP: 1, alpha: 0.5, m: 2, q: 3, sigma0: 0.1 };
const net = networkOf("cnn", { ...setting, labels: "balanced", supports: "disjoint" });

/** Class +1 has noise of size 1 and 2 on coordinates 2 and 3, class -1 of size 1 on 4 and 5; one neuron of class +1 has weights, all others have none. */
const startWith = (weights: number[]) =>
  startFromFile({
    labels: [1, 1, -1, -1],
    noisePatches: [
      [-0.5, 1, 0, 0, 0],
      [-0.5, 0, 2, 0, 0],
      [0.5, 0, 0, 1, 0],
      [0.5, 0, 0, 0, 1],
    ],
    weights: [
      [weights, [0, 0, 0, 0, 0]],
      [
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    ],
  });

describe("contagion", () => {
  // Thresholds are (3/8) x |zeta|^2; turned by k examples u_k = (2 0.5 k/4)^(1/2) = (k/4)^(1/2), and the others see alpha u_k = 0.25, 0.35355, whose threshold at |zeta|^2 = 1 is 0.09375, 0.13258 at rest, and 4 times as much where it runs away.
  it("turns a loser by what it memorizes, and the loser memorizes the rest", () => {
    // w = (-0.02, 0.9, 0, 0, 0): x = 0.91 and 0.01, thresholds 0.34125 and (3/8) 0.01 4 = 0.015. k = 1: min(0.34125, 0.09375); k = 2: min(0.015, 0.13258).
    const { "+1": found, "-1": none } = contagion(net, startWith([-0.02, 0.9, 0, 0, 0]), 0.5);
    expect(found.alone).toBeCloseTo(0.015, 12);
    expect(found.first).toBeCloseTo(0.34125, 12);
    expect(found.atRest).toBeCloseTo(0.09375, 12);
    // k = 1: min(0.34125, 0.375).
    expect(found.coupled).toBeCloseTo(0.34125, 12);
    expect(none).toEqual({ alone: 0, first: 0, coupled: 0, atRest: 0 });
  });

  it("is told by the second example where the first is not enough", () => {
    // w = (-0.2, 0.2, 0, 0, 0): x = 0.3 and 0.1, thresholds 0.1125 and 0.15: k = 1 gives 0.09375, k = 2 min(0.1125, 0.13258), which is what each has by itself.
    const { alone, atRest } = contagion(net, startWith([-0.2, 0.2, 0, 0, 0]), 0.5)["+1"];
    expect([alone, atRest].map((value) => value.toFixed(9))).toEqual(["0.112500000", "0.112500000"]);
  });

  it("asks for a neuron against its feature", () => {
    // w[1] = 0.02: x = 0.89 and -0.01.
    expect(contagion(net, startWith([0.02, 0.9, 0, 0, 0]), 0.5)["+1"].coupled).toBe(0);
  });

  test.prop([disjointSettings, seeds])("lies between each and the first, which are noiseThresholds'", (given, seed) => {
    const network = networkOf("cnn", given);
    const start = drawActiveStart(given, network, seed);
    const { mean } = noiseThresholds(network, start);
    const found = contagion(network, start, given.alpha);
    for (const j of ["+1", "-1"] as const) {
      const mine = [...start.examples.labels.keys()].filter(
        (i) => `${start.examples.labels[i]}` === j.replace("+", ""),
      );
      const { alone, first, coupled, atRest } = found[j];
      expect(atRest).toBeGreaterThanOrEqual(alone);
      expect(coupled).toBeGreaterThanOrEqual(atRest);
      expect(coupled).toBeLessThanOrEqual(first);
      if (mine.length === 0) continue;
      expect(first).toBe(Math.max(...mine.map((i) => mean[i] as number)));
      expect(alone).toBe(Math.min(...mine.map((i) => mean[i] as number)));
    }
  });
});
