import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawStart } from "../../../src/data/start.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { neuronSizes } from "../../../web/training/neuronSizes.ts";
import { optimizerEntries, seeds, settings } from "../../helpers/arbitraries.ts";

const greatest = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);

describe("the sizes of neurons", () => {
  test.prop([settings, optimizerEntries, seeds, fc.constantFrom("cnn", "linear")])(
    "have the metrics of every record as their largest, class by class",
    (setting, optimizer, seed, network) => {
      const run = parseRun({ setting, network, optimizer, batchSize: 1, epochs: 3, seed, testSize: 1 });
      const layers = networkOf(run.network, setting);
      const m = layers.neurons;
      const { examples } = drawStart(setting, layers, seed);
      simulate(run, {
        onRecord({ featureLearning, noiseMemorization: { max } }, weights) {
          const sizes = neuronSizes(layers, weights, examples);
          expect(sizes).toHaveLength(4 * m);
          const [plus, minus, plusNoise, minusNoise] = [0, 1, 2, 3].map((k) =>
            greatest(sizes.subarray(k * m, (k + 1) * m)),
          );
          expect([plus, minus]).toEqual([featureLearning["+1"], featureLearning["-1"]]);
          const none = Number.NEGATIVE_INFINITY;
          expect([plusNoise, minusNoise]).toEqual([max["+1"] ?? none, max["-1"] ?? none]);
        },
      });
    },
  );
});
