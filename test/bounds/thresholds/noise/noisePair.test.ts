import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { noisePair, response, startPull } from "../../../../src/bounds/thresholds/noise/noisePair.ts";
import { drawActiveStart } from "../../../../src/data/activeStart.ts";
import { drawStart } from "../../../../src/data/start.ts";
import { networkOf } from "../../../../src/setting/network.ts";
import { batchGradient } from "../../../../src/sim/gradient.ts";
import { disjointSettings, seeds, settings, spelledStarts } from "../../../helpers/arbitraries.ts";
import { gamma } from "../../../helpers/close.ts";
import { dot, loaded } from "../../../helpers/model.ts";

describe("noisePair", () => {
  test.prop([spelledStarts({ network: "cnn" })])("holds the neuron and the patch, whose product is x_i", (spelled) => {
    const { net, examples, weights } = loaded(spelled);
    const { start, setting } = spelled;
    for (let i = 0; i < setting.n; i++) {
      const patch = start.noisePatches[i] as number[];
      for (let r = 0; r < setting.m; r++) {
        const pair = noisePair(net, { examples, weights }, i, r);
        const w = (start.weights[start.labels[i] === 1 ? 0 : 1] as number[][])[r] as number[];
        const support = [...patch.keys()].filter((k) => k > 0 && patch[k] !== 0);
        expect([...pair.noise]).toEqual(support.map((k) => patch[k]));
        expect([...pair.weights]).toEqual(support.map((k) => w[k]));
        expect(pair.featureNoise).toBe(patch[0]);
        expect(pair.signal).toBe(w[0]);
        // Products of ten-bit numbers: exact, and so is their sum, but for the sign of a 0.
        expect(response(pair) + 0).toBe(dot(w, patch) + 0);
      }
    }
  });

  test.prop([settings, seeds])(
    "startPull is the gradient of one example, where its residual is 1/2",
    (setting, seed) => {
      // sigma0 so small that outputs are below 2^-60: the residual rounds to 1/2.
      const net = networkOf("cnn", setting);
      const start = drawStart({ ...setting, n: 1, sigma0: 2 ** -30 }, net, seed);
      const gradient = batchGradient(net, start.weights, start.examples, [0]);
      const lane = (r: number) => (start.examples.labels[0] === 1 ? 0 : setting.m) + r;
      const k = start.examples.coordinates.findIndex((coordinate) => coordinate > 0);
      const at = start.examples.coordinates[k] as number;
      for (let r = 0; r < setting.m; r++) {
        const pair = noisePair(net, start, 0, r);
        const expected = gradient[at * 2 * setting.m + lane(r)] as number;
        const pulled = -startPull(setting.q, 1, response(pair)) * (start.examples.values[k] as number);
        // x_i by the same sum in the same order but for where the feature's product enters: s + 1 roundings of sum |w xi|, to the power q - 1.
        const size = pair.noise.reduce(
          (sum, zeta, l) => sum + Math.abs(zeta * (pair.weights[l] as number)),
          Math.abs(pair.featureNoise * pair.signal),
        );
        const bound =
          gamma(setting.q * (setting.s + 4)) *
          (setting.q / 2) *
          size ** (setting.q - 1) *
          Math.abs(start.examples.values[k] as number);
        expect(Math.abs(pulled - expected)).toBeLessThanOrEqual(2 * bound);
      }
    },
  );

  test.prop([disjointSettings, seeds])("is the same on the active coordinates and in full", (setting, seed) => {
    const net = networkOf("cnn", setting);
    const [full, active] = [drawStart(setting, net, seed), drawActiveStart(setting, net, seed)];
    for (let i = 0; i < setting.n; i++) expect(noisePair(net, active, i, 0)).toEqual(noisePair(net, full, i, 0));
  });
});
