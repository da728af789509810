import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawWeights, weightsFromNested, weightsToNested } from "../../src/data/weights.ts";
import { networkOf } from "../../src/setting/network.ts";
import { seeds, spelledStarts } from "../helpers/arbitraries.ts";
import * as statistics from "../helpers/statistics.ts";

const nestedWeights = (m: number, d: number, sigma0: number, seed: number) =>
  weightsToNested(drawWeights(networkOf("cnn", { m, q: 3 }), d, sigma0, seed), m);
const sizes = fc.integer({ min: 1, max: 6 });

describe("the layout of weights", () => {
  test.prop([spelledStarts()])("comes back from nested arrays and into them unchanged", ({ start }) => {
    const neurons = start.weights[0]?.length as number;
    expect(weightsToNested(weightsFromNested(start.weights), neurons)).toEqual(start.weights);
  });

  test.prop([spelledStarts()])("is coordinate-major, class +1 before class -1", ({ setting: { d }, start }) => {
    const flat = weightsFromNested(start.weights);
    const m = start.weights[0]?.length as number;
    for (let k = 0; k < d; k++) {
      for (let r = 0; r < m; r++) {
        expect(flat[k * 2 * m + r]).toBe(start.weights[0]?.[r]?.[k]);
        expect(flat[k * 2 * m + m + r]).toBe(start.weights[1]?.[r]?.[k]);
      }
    }
  });
});

describe("drawWeights", () => {
  test.prop([sizes, sizes, sizes, sizes, seeds])(
    "changes no weight when neurons or coordinates are added",
    (m, d, moreM, moreD, seed) => {
      const small = nestedWeights(m, d, 0.5, seed);
      const large = nestedWeights(m + moreM, d + moreD, 0.5, seed);
      expect(large.map((neurons) => neurons.slice(0, m).map((weight) => weight.slice(0, d)))).toEqual(small);
    },
  );

  test.prop([sizes, sizes, seeds])("scales with sigma0 and with nothing else", (m, d, seed) => {
    const [one, four] = [1, 4].map((sigma0) => nestedWeights(m, d, sigma0, seed).flat(2));
    expect(four).toEqual(one?.map((w) => 4 * w));
  });

  test.prop([seeds, seeds])("differs from seed to seed and from neuron to neuron", (seed, other) => {
    fc.pre(seed !== other);
    const lanes = [...nestedWeights(3, 4, 1, seed).flat(), ...nestedWeights(3, 4, 1, other).flat()].map((lane) =>
      lane.join(),
    );
    expect(new Set(lanes).size).toBe(12);
  });

  test("draws standard normals times sigma0", () => {
    const sample = nestedWeights(20, 1000, 2, 1)
      .flat(2)
      .map((w) => w / 2);
    const squares = sample.reduce((sum, w) => sum + w * w, 0);
    expect(Math.abs(statistics.mean(sample)) * Math.sqrt(sample.length)).toBeLessThan(statistics.NORMAL_DEVIATES);
    expect(squares).toBeLessThan(statistics.chiSquareUpper(sample.length));
    expect(squares).toBeGreaterThan(statistics.chiSquareLower(sample.length));
  });
});
