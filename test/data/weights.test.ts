import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawWeights, drawWeightsAt, weightsFromNested, weightsToNested } from "../../src/data/weights.ts";
import { normal } from "../../src/random/normal.ts";
import { openStream, seekWord } from "../../src/random/stream.ts";
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

describe("drawWeightsAt", () => {
  const network = (m: number) => networkOf("cnn", { m, q: 3 });
  const ascending = (k: fc.Arbitrary<number>) =>
    fc.uniqueArray(k, { maxLength: 12 }).map((ks) => Float64Array.from(ks).sort());
  const near = ascending(fc.nat(300));
  const FAR = 2 ** 33;
  const anywhere = ascending(
    fc.oneof(
      fc.nat(300),
      fc.integer({ min: FAR - 3, max: FAR + 3 }),
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    ),
  );

  test.prop([sizes, near, seeds])("draws the rows that drawWeights gives those coordinates", (m, coordinates, seed) => {
    const all = drawWeights(network(m), 301, 0.5, seed);
    const rows = [...coordinates].flatMap((k) => [...all.slice(2 * m * k, 2 * m * (k + 1))]);
    expect([...drawWeightsAt(network(m), coordinates, 0.5, seed)]).toEqual(rows);
  });

  test.prop([sizes, near, seeds])(
    "draws normal k of a neuron's own stream for coordinate k",
    (m, coordinates, seed) => {
      const weights = drawWeightsAt(network(m), coordinates, 1, seed);
      for (let neuron = 0; neuron < 2 * m; neuron++) {
        const stream = openStream(seed, "initialWeights", neuron);
        const inOrder = Array.from({ length: 301 }, () => normal(stream));
        const lane = neuron % 2 === 0 ? neuron / 2 : m + (neuron - 1) / 2;
        coordinates.forEach((k, a) => {
          expect(weights[a * 2 * m + lane]).toBe(inOrder[k]);
        });
      }
    },
  );

  test.prop([sizes, seeds])("goes over from neurons' streams to coordinates' streams at 2^33", (m, seed) => {
    const weights = drawWeightsAt(network(m), Float64Array.of(FAR - 1, FAR), 1, seed);
    const stream = openStream(seed, "farWeights", FAR);
    for (let neuron = 0; neuron < 2 * m; neuron++) {
      const lane = neuron % 2 === 0 ? neuron / 2 : m + (neuron - 1) / 2;
      const last = seekWord(openStream(seed, "initialWeights", neuron), 2 ** 34 - 2);
      expect(weights[lane]).toBe(normal(last));
      expect(weights[2 * m + lane]).toBe(normal(stream));
    }
  });

  test.prop([sizes, sizes, anywhere, anywhere, seeds])(
    "gives a weight that depends on its neuron and its coordinate alone, also from 2^33 on",
    (m, more, some, others, seed) => {
      const union = Float64Array.from(new Set([...some, ...others])).sort();
      const small = drawWeightsAt(network(m), some, 0.5, seed);
      const large = drawWeightsAt(network(m + more), union, 0.5, seed);
      some.forEach((k, a) => {
        for (let r = 0; r < m; r++) {
          for (const j of [0, 1]) {
            expect(large[(union.indexOf(k) * 2 + j) * (m + more) + r]).toBe(small[(a * 2 + j) * m + r]);
          }
        }
      });
    },
  );

  test.prop([sizes, anywhere, seeds])("gives no two neurons or coordinates the same weight", (m, coordinates, seed) => {
    // A normal comes from 52 random bits: two of at most 144 are equal with probability below 144^2/2^53.
    const weights = drawWeightsAt(network(m), coordinates, 0.5, seed);
    expect(new Set(weights).size).toBe(2 * m * coordinates.length);
  });

  test("draws standard normals times sigma0 from 2^33 on", () => {
    const far = Float64Array.from({ length: 2000 }, (_, k) => FAR + 3 * k);
    const sample = [...drawWeightsAt(network(10), far, 2, 1)].map((w) => w / 2);
    const squares = sample.reduce((sum, w) => sum + w * w, 0);
    expect(Math.abs(statistics.mean(sample)) * Math.sqrt(sample.length)).toBeLessThan(statistics.NORMAL_DEVIATES);
    expect(squares).toBeLessThan(statistics.chiSquareUpper(sample.length));
    expect(squares).toBeGreaterThan(statistics.chiSquareLower(sample.length));
  });
});
