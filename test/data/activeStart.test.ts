import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type ActiveStart, activeStartOf, drawActiveStart } from "../../src/data/activeStart.ts";
import { drawStart, startFromFile } from "../../src/data/start.ts";
import { NETWORKS, networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { disjointSettings, seeds, settings, spelledStarts } from "../helpers/arbitraries.ts";

const networks = fc.constantFrom(...NETWORKS);
/** Few examples of many coordinates, so that most are inactive; and settings where they are all active. */
const sparse = fc
  .tuple(settings, fc.integer({ min: 50, max: 400 }))
  .map(([setting, d]): Setting => ({ ...setting, d, n: Math.min(setting.n, 3) }));
const all = fc.oneof(settings, sparse, disjointSettings);

/** The active set by its definition, from a start of every coordinate. */
const touched = ({ examples }: Pick<ActiveStart, "examples">) =>
  [...new Set([0, ...examples.coordinates])].sort((a, b) => a - b);

describe("drawActiveStart", () => {
  test.prop([all, networks, seeds])("is drawStart on the active coordinates, bit for bit", (setting, name, seed) => {
    const network = networkOf(name, setting);
    const width = 2 * network.neurons;
    const dense = drawStart(setting, network, seed);
    const { d, coordinates, examples, weights } = drawActiveStart(setting, network, seed);
    expect(d).toBe(setting.d);
    expect([...coordinates]).toEqual(touched(dense));
    expect([...weights]).toEqual([...coordinates].flatMap((k) => [...dense.weights.slice(k * width, (k + 1) * width)]));
    expect({
      ...examples,
      coordinates: Int32Array.from(examples.coordinates, (a) => coordinates[a] as number),
    }).toEqual(dense.examples);
  });

  test.prop([all, seeds])("counts the feature coordinate as active, also without feature noise", (setting, seed) => {
    const { coordinates } = drawActiveStart({ ...setting, alpha: 0 }, networkOf("cnn", setting), seed);
    expect(coordinates[0]).toBe(0);
  });

  // A = n s + 1 unless two independent supports meet: with probability below (n s)^2/(2 d), 2e-3 for d = 10^12.
  test.each([
    { d: 1e12, supports: "independent" },
    { d: 1e12, supports: "disjoint" },
    { d: Number.MAX_SAFE_INTEGER, supports: "independent" },
    { d: Number.MAX_SAFE_INTEGER, supports: "disjoint" },
  ] as const)("holds n s + 1 coordinates of d = $d, $supports supports", ({ d, supports }) => {
    const [n, s, m] = [128, 400, 2];
    const setting: Setting = { n, d, s, sigmaP: 0.1, alpha: 0.2, m, q: 3, sigma0: 0.01, labels: "balanced", supports };
    const start = drawActiveStart(setting, networkOf("cnn", setting), 1);
    expect(start.d).toBe(d);
    expect(start.coordinates).toHaveLength(n * s + 1);
    expect(start.weights).toHaveLength((n * s + 1) * 2 * m);
    expect(start.examples.values).toHaveLength(n * (s + 1));
    expect(start.coordinates.at(-1)).toBeLessThan(d);
    // The largest of 51200 uniform numbers: below 0.99 d with probability 0.99^51200 < 1e-223.
    expect(start.coordinates.at(-1)).toBeGreaterThan(0.99 * d);
    expect(touched(start)).toEqual([...start.coordinates.keys()]);
  });
});

describe("activeStartOf", () => {
  test.prop([spelledStarts()])("keeps an explicit start as it is, every coordinate active", ({ setting, start }) => {
    const full = startFromFile(start);
    expect(activeStartOf(full, setting.d)).toEqual({
      ...full,
      d: setting.d,
      coordinates: Float64Array.from({ length: setting.d }, (_, k) => k),
    });
  });
});
