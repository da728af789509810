import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawDisjointSupports } from "../../src/data/disjointSupports.ts";
import { drawPatches } from "../../src/data/patch.ts";
import { disjointSettings, seeds, settings } from "../helpers/arbitraries.ts";

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
});
