import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Examples, examplesOf } from "../../src/data/examples.ts";
import { drawPatches } from "../../src/data/patch.ts";
import { drawStart } from "../../src/data/start.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { newResponse, respond } from "../../src/sim/forward.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import { lossOf } from "../../src/sim/losses/registry.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { seeds } from "../helpers/arbitraries.ts";
import { expectWithin, gamma, UNIT, unsignedZeros } from "../helpers/close.ts";
import { losses, widerSettings } from "../helpers/widerSettings.ts";

const marginsOf = (setting: Setting, weights: Float64Array, examples: Examples): number[] => {
  const response = newResponse(networkOf("cnn", setting));
  return Array.from({ length: examples.count }, (_, i) => respond(weights, examples, i, response));
};

const startOf = (setting: Setting, seed: number) => drawStart(setting, networkOf("cnn", setting), seed);

/** The largest square loss that there can be, every term of every output positive. */
function greatestLoss(setting: Setting, sizes: Float64Array, examples: Examples): number {
  const response = newResponse(networkOf("cnn", setting));
  const positive = { ...examples, values: examples.values.map(Math.abs), labels: examples.labels.map(() => 1) };
  const outputs = Array.from({ length: examples.count }, (_, i) => {
    respond(sizes, { ...positive, truths: positive.labels }, i, response);
    return (response.outputs[0] as number) + (response.outputs[1] as number);
  });
  return (1 + Math.max(...outputs)) ** 2;
}

/** Derivatives at 0 of a polynomial of degree at most 6, exact but for rounding: the seven-point rule of step h. */
const STENCIL = [
  [1, 45],
  [2, -9],
  [3, 1],
] as const;

describe("the wider model", () => {
  test.prop([widerSettings, seeds], { numRuns: 60 })(
    "has the derivatives of its loss: with an odd cube and the square loss the loss is a polynomial of degree 6 in any one weight",
    (given, seed) => {
      const setting: Setting = { ...given, q: 3, activation: "oddPower" };
      const network = networkOf("cnn", setting);
      const { examples, weights } = startOf(setting, seed);
      const loss = lossOf({ loss: "square" });
      const all = Array.from({ length: examples.count }, (_, i) => i);
      const gradient = batchGradient(network, weights, examples, all, loss);
      const h = 1 / 8;
      const lossAt = (k: number, by: number) => {
        const moved = weights.slice();
        moved[k] = (moved[k] as number) + by;
        return marginsOf(setting, moved, examples).reduce((sum, z) => sum + loss.value(z), 0) / examples.count;
      };
      const slopes = weights.map(
        (_, k) =>
          STENCIL.reduce((sum, [times, factor]) => sum + factor * (lossAt(k, times * h) - lossAt(k, -times * h)), 0) /
          (60 * h),
      );
      // A value is a polynomial of positive coefficients in the sizes of what it is made of, with fewer than 1000 roundings on the way (16 products, a
      // cube, 30 terms, a square, twice, and a mean); the factors of the rule sum to 110/(60 h) < 15, and a derivative is at most the value at w + h over h.
      expectWithin(
        gradient,
        slopes,
        () =>
          15 *
          1000 *
          UNIT *
          greatestLoss(
            setting,
            weights.map((w) => Math.abs(w) + 3 * h),
            examples,
          ),
      );
    },
  );

  test.prop([widerSettings, losses, seeds, fc.constantFrom(0.5, 2, 4)], { numRuns: 60 })(
    "does not change, to the last bit, under mu, sigmaP, alpha -> c times and sigma0 -> 1/c, with SGD's steps to match",
    (given, loss, seed, c) => {
      // All that a network does to a patch is <w, x>; w scales with 1/c and x with c, powers of two, so that no product or sum rounds differently.
      // Biases and a second layer do not scale.
      const { biases: _, secondLayer: __, ...setting } = given;
      const { mu = 1, sigmaP, alpha, sigma0 } = setting;
      const trained = (factor: number) =>
        simulate(
          parseRun({
            setting: {
              ...setting,
              mu: mu * factor,
              sigmaP: sigmaP * factor,
              alpha: alpha * factor,
              sigma0: sigma0 / factor,
            },
            optimizer: { name: "sgd", lr: 2 ** -6 / factor ** 2, weightDecay: 2 ** -4 * factor ** 2 },
            ...loss,
            ...{ batchSize: Math.min(2, setting.n), epochs: 3, seed: seed % 1000, testSize: 20, recordEvery: 1 },
          }),
        ).history.map(({ trainLoss, trainError, testError, metrics, noiseMemorization, freshNoise }) => ({
          ...{ trainLoss, trainError, testError, metrics, noiseMemorization, freshNoise },
        }));
      expect(trained(c)).toEqual(trained(1));
    },
  );

  test.prop([widerSettings, seeds])(
    "is mirrored exactly when labels, classes and the feature are swapped",
    (setting, seed) => {
      const { examples, weights } = startOf(setting, seed);
      const { featureSupport: k = 1, m, d } = setting;
      const negated = (values: Int8Array) => values.map((y) => -y);
      const mirror: Examples = {
        ...examples,
        labels: negated(examples.labels),
        ...(examples.truths && { truths: negated(examples.truths) }),
        values: examples.values.map((value, e) => ((examples.coordinates[e] as number) < k ? -value : value)),
      };
      // The classes of every row change places; on the feature's coordinates signs change, too.
      const swapped = weights.map((_, at) => {
        const [row, lane] = [Math.floor(at / (2 * m)), at % (2 * m)];
        const other = weights[row * 2 * m + ((lane + m) % (2 * m))] as number;
        return row < k && row < d ? -other : other;
      });
      const [one, other] = [marginsOf(setting, weights, examples), marginsOf(setting, swapped, mirror)];
      expect(unsignedZeros(other)).toEqual(unsignedZeros(one));
    },
  );

  test.prop([widerSettings, seeds])("does not ask for the order of the noise patches", (given, seed) => {
    const setting: Setting = { ...given, patches: 4 };
    const { examples, weights } = startOf(setting, seed);
    const turned = examplesOf(
      Array.from(
        drawPatches(setting, seed, "trainExample", setting.n),
        ({ others = [], coordinates, values, ...rest }) => {
          const [second, third] = others as [(typeof others)[number], (typeof others)[number]];
          return { ...rest, ...third, others: [{ coordinates, values }, second] };
        },
      ),
    );
    const [one, other] = [examples, turned].map((own) => marginsOf(setting, weights, own)) as [number[], number[]];
    // The same terms, two a noise patch and neuron at most, summed in another order: each order rounds each term at most once a sum and once a factor.
    const terms = (i: number) => {
      const response = newResponse(networkOf("cnn", setting));
      respond(weights, examples, i, response);
      const { signal, noise, activation } = response;
      return [...signal, ...noise].reduce((sum, z) => sum + Math.abs(activation.value(z)), 0);
    };
    expectWithin(other, one, (i) => 2 * gamma(8 * setting.m + 4) * terms(i));
  });

  test.prop([widerSettings, seeds])(
    "starts as without biases and second layer, which are 0 and 1 there",
    (given, seed) => {
      const { biases: _, secondLayer: __, ...plain } = given;
      const both: Setting = { ...plain, biases: true, secondLayer: "trained" };
      const [one, other] = [plain as Setting, both].map((setting) => {
        const { examples, weights } = startOf(setting, seed);
        return marginsOf(setting, weights, examples);
      });
      expect(other).toEqual(one);
    },
  );
});
