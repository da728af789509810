import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { drawStart } from "../../../src/data/start.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { counterSignal, neuronSizes } from "../../../web/training/neuronSizes.ts";
import { optimizerEntries, seeds, settings } from "../../helpers/arbitraries.ts";
import { widerSettings } from "../../helpers/widerSettings.ts";

const greatest = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);

/** What is trained: beyond the papers' model it is a CNN. */
const layered = fc.oneof(
  fc.tuple(settings, fc.constantFrom("cnn", "linear")),
  fc.tuple(widerSettings, fc.constant("cnn")),
);

describe("the sizes of neurons", () => {
  test.prop([layered, optimizerEntries, seeds])(
    "have the metrics of every record as their largest, class by class",
    ([setting, network], optimizer, seed) => {
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

it("the counter-signal of a class is the other class's strongest answer to its feature", () => {
  // Two neurons a class. Class -1 answers to the feature of class +1 with minus its own signals: -0.4 and 0.3; class +1 to that of class -1
  // with 0.1 and -0.5.
  const sizes = Float64Array.of(-0.1, 0.5, 0.4, -0.3, 9, 9, 9, 9);
  expect(counterSignal(sizes)).toEqual({ "+1": 0.3, "-1": 0.1 });
});
