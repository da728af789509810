import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawDisjointSupports } from "../../src/data/disjointSupports.ts";
import { drawPatches } from "../../src/data/patch.ts";
import { disjointSettings, seeds, settings } from "../helpers/arbitraries.ts";
import { widerSettings } from "../helpers/widerSettings.ts";

const both = fc.oneof(settings, disjointSettings);
const purposes = fc.constantFrom("trainExample" as const, "testExample" as const);

describe("drawPatches", () => {
  test.prop([both, seeds, purposes])(
    "gives the feature noise first, then s entries of noise",
    (setting, seed, purpose) => {
      const patches = [...drawPatches(setting, seed, purpose, setting.n)];
      expect(patches).toHaveLength(setting.n);
      for (const { label, coordinates, values } of patches) {
        expect(Math.abs(label)).toBe(1);
        expect(coordinates).toHaveLength(setting.s + 1);
        expect(values).toHaveLength(setting.s + 1);
        expect(coordinates[0]).toBe(0);
        expect(values[0]).toBe(-setting.alpha * label);
        expect(coordinates.at(-1)).toBeLessThan(setting.d);
        expect([...coordinates]).toEqual([...new Set(coordinates)].sort((a, b) => a - b));
      }
    },
  );

  test.prop([disjointSettings, seeds])(
    "deals disjoint supports to the training examples, whose labels and values stay the same numbers",
    (setting, seed) => {
      const dealt = [...drawPatches(setting, seed, "trainExample", setting.n)];
      const own = [...drawPatches({ ...setting, supports: "independent" }, seed, "trainExample", setting.n)];
      expect(dealt.map(({ coordinates }) => coordinates.slice(1))).toEqual(drawDisjointSupports(setting, seed));
      expect(dealt.map(({ label, values }) => ({ label, values }))).toEqual(
        own.map(({ label, values }) => ({ label, values })),
      );
    },
  );

  test.prop([disjointSettings, seeds])("draws test examples independently in either case", (setting, seed) => {
    const count = 2 * setting.n + 1;
    const { supports: _, ...independent } = setting;
    expect([...drawPatches(setting, seed, "testExample", count)]).toEqual([
      ...drawPatches(independent, seed, "testExample", count),
    ]);
  });

  test.prop([settings, seeds, purposes])("takes absent supports for independent ones", (setting, seed, purpose) => {
    expect([...drawPatches({ ...setting, supports: "independent" }, seed, purpose, 4)]).toEqual([
      ...drawPatches(setting, seed, purpose, 4),
    ]);
  });

  test.prop([disjointSettings, seeds])(
    "has no disjoint support for a training example beyond the n-th",
    (setting, seed) => {
      expect(() => [...drawPatches(setting, seed, "trainExample", setting.n + 1)]).toThrow(RangeError);
    },
  );

  test.prop([settings, seeds, purposes], { numRuns: 20 })(
    "needs no memory for d = 2^53 - 1",
    (setting, seed, purpose) => {
      const wide = { ...setting, d: Number.MAX_SAFE_INTEGER, s: 50 };
      for (const { coordinates } of drawPatches(wide, seed, purpose, 3)) {
        expect(coordinates.every(Number.isSafeInteger)).toBe(true);
        // 2^32 of 2^53 coordinates could be held as 32-bit numbers: 50 of them with probability 2^-1050.
        expect(coordinates.at(-1)).toBeGreaterThan(2 ** 32);
      }
    },
  );

  test.prop([widerSettings, seeds, purposes])(
    "has patches of k and s entries, of the true label's feature noise",
    (setting, seed, purpose) => {
      const { n, s, alpha, featureSupport: k = 1, patches = 2 } = setting;
      for (const { label, truth = label, coordinates, values, others = [] } of drawPatches(setting, seed, purpose, n)) {
        expect(others).toHaveLength(Math.max(0, patches - 2));
        for (const own of [{ coordinates, values }, ...others]) {
          expect(own.coordinates.slice(0, k)).toEqual(Float64Array.from({ length: k }, (_, c) => c));
          if (!setting.alongFeature)
            expect([...own.values.slice(0, k)]).toEqual(Array(k).fill(-alpha * truth * (1 / Math.sqrt(k))));
          expect(new Set(own.values.slice(0, k)).size).toBe(1);
          expect(own.coordinates).toHaveLength(k + s);
          expect(own.coordinates.every((c) => c < setting.d)).toBe(true);
        }
      }
    },
  );

  test.prop([widerSettings, seeds, purposes])(
    "changes nothing but the labels seen when labels are flipped",
    (setting, seed, purpose) => {
      const flipped = [...drawPatches({ ...setting, flip: 0.4 }, seed, purpose, setting.n)];
      const { flip: _, ...clean } = setting;
      const own = [...drawPatches(clean, seed, purpose, setting.n)];
      expect(flipped.map(({ truth, label, ...rest }) => ({ ...rest, label: truth ?? label }))).toEqual(own);
      expect(flipped.every(({ truth, label }) => truth === undefined || truth === -label)).toBe(true);
    },
  );

  test("flips as many labels as it says: 4000 of them at 0.1 are within four standard deviations, 0.1 +- 0.019, for 999 of 1000 seeds and for this one", () => {
    const setting = {
      n: 1,
      d: 3,
      s: 1,
      sigmaP: 1,
      alpha: 0,
      m: 1,
      q: 3,
      sigma0: 1,
      labels: "balanced",
      flip: 0.1,
    } as const;
    const flipped = [...drawPatches(setting, 1, "testExample", 4000)].filter(({ truth }) => truth !== undefined).length;
    expect(Math.abs(flipped / 4000 - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / 4000));
  });

  test.prop([settings, seeds, fc.constantFrom(0, 0.1, 0.25, 0.5, 0.7)])(
    "has among any first N examples floor(N balance) of class +1",
    (setting, seed, balance) => {
      const drawn = [...drawPatches({ ...setting, labels: "balanced", balance }, seed, "testExample", 40)];
      for (let count = 1; count <= 40; count++) {
        const positive = drawn.slice(0, count).filter(({ label }) => label === 1).length;
        expect(positive).toBe(Math.floor(count * balance));
      }
    },
  );
});
