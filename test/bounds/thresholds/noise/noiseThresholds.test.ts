import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { driftThreshold } from "../../../../src/bounds/thresholds/noise/noiseDrift.ts";
import { flowThreshold } from "../../../../src/bounds/thresholds/noise/noiseFlow.ts";
import { noisePair, response } from "../../../../src/bounds/thresholds/noise/noisePair.ts";
import { noiseThreshold } from "../../../../src/bounds/thresholds/noise/noiseThreshold.ts";
import { noiseThresholds } from "../../../../src/bounds/thresholds/noise/noiseThresholds.ts";
import { drawActiveStart } from "../../../../src/data/activeStart.ts";
import { drawStart } from "../../../../src/data/start.ts";
import { networkOf } from "../../../../src/setting/network.ts";
import { disjointSettings, seeds, spelledStarts } from "../../../helpers/arbitraries.ts";
import { loaded } from "../../../helpers/model.ts";

describe("noiseThresholds", () => {
  test.prop([spelledStarts({ network: "cnn" })])("takes the most of every example's neurons", (spelled) => {
    const { net, examples, weights } = loaded(spelled);
    const { n, m, q } = spelled.setting;
    const found = noiseThresholds(net, { examples, weights });
    const pairs = Array.from({ length: n }, (_, i) =>
      Array.from({ length: m }, (_, r) => noisePair(net, { examples, weights }, i, r)),
    );
    pairs.forEach((ofExample, i) => {
      const most = (value: (pair: (typeof ofExample)[number]) => number) => Math.max(0, ...ofExample.map(value));
      const squared = [...(ofExample[0] as (typeof ofExample)[number]).noise].reduce(
        (sum, zeta) => sum + zeta * zeta,
        0,
      );
      expect(found.mean[i]).toBe(most((pair) => noiseThreshold(q, n, response(pair), squared)));
      expect(found.flow[i]).toBe(most((pair) => flowThreshold(pair, q, n)));
      expect(found.drift[i]).toBe(most((pair) => driftThreshold(pair, q, n)));
    });
    const all = pairs.flat();
    const responding = all.filter((pair) => response(pair) > 0);
    const endless = all.filter((pair) => driftThreshold(pair, q, n) === Infinity);
    expect(found.endless * responding.length).toBeCloseTo(endless.length, 10);
  });

  test.prop([disjointSettings, seeds])("is the same on the active coordinates and in full", (setting, seed) => {
    const net = networkOf("cnn", setting);
    expect(noiseThresholds(net, drawActiveStart(setting, net, seed))).toEqual(
      noiseThresholds(net, drawStart(setting, net, seed)),
    );
  });
});
