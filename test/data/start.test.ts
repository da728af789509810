import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawExamples, examplesFromPatches } from "../../src/data/examples.ts";
import { drawStart, startFromFile } from "../../src/data/start.ts";
import { drawWeights, weightsFromNested } from "../../src/data/weights.ts";
import { networkOf } from "../../src/setting/network.ts";
import { seeds, settings, spelledStarts } from "../helpers/arbitraries.ts";

describe("drawStart", () => {
  test.prop([settings, seeds])("joins n training examples and the initial weights of the seed", (setting, seed) => {
    for (const name of ["cnn", "linear"] as const) {
      const network = networkOf(name, setting);
      expect(drawStart(setting, network, seed)).toEqual({
        examples: drawExamples(setting, seed, "trainExample", setting.n),
        weights: drawWeights(network, setting.d, setting.sigma0, seed),
      });
    }
  });

  test.prop([settings, seeds])(
    "gives both networks the same examples, and the linear one the first neuron of each class",
    (setting, seed) => {
      const [cnn, linear] = (["cnn", "linear"] as const).map((name) =>
        drawStart(setting, networkOf(name, setting), seed),
      );
      expect(linear?.examples).toEqual(cnn?.examples);
      for (let k = 0; k < setting.d; k++) {
        expect(linear?.weights[2 * k]).toBe(cnn?.weights[2 * setting.m * k]);
        expect(linear?.weights[2 * k + 1]).toBe(cnn?.weights[2 * setting.m * k + setting.m]);
      }
    },
  );
});

describe("startFromFile", () => {
  test.prop([spelledStarts()])("takes examples and weights number for number", ({ start }) => {
    expect(startFromFile(start)).toEqual({
      examples: examplesFromPatches(start.labels, start.noisePatches),
      weights: weightsFromNested(start.weights),
    });
  });
});
