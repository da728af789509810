import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { activeStartOf } from "../../src/data/activeStart.ts";
import { startFromFile } from "../../src/data/start.ts";
import { featureNoise, noiseEntries } from "../../src/dynamics/entries.ts";
import { initialNoise, project } from "../../src/dynamics/projection.ts";
import { networkOf } from "../../src/setting/network.ts";
import { type Spelled, spelledStarts } from "../helpers/arbitraries.ts";
import { dot } from "../helpers/model.ts";
import { cases } from "./arbitrary.ts";

/** zeta_i: a patch without coordinate 0. */
const zetas = ({ start }: Spelled) => start.noisePatches.map(([, ...rest]) => [0, ...rest]);
const spelled = spelledStarts().map((one) => ({ one, start: startFromFile(one.start), zeta: zetas(one) }));
/** Starts whose first patch entry is now and then 0, so that nothing is stored for it. */
const unfeatured = fc.oneof(spelledStarts(), spelledStarts({ alpha: 0 })).map((one) => ({
  one,
  examples: startFromFile(one.start).examples,
}));

describe("entries", () => {
  test.prop([unfeatured])("tell a patch's feature noise from zeta, stored or not", ({ one, examples }) => {
    one.start.noisePatches.forEach((patch, i) => {
      const [first, end] = noiseEntries(examples, i);
      const found = Array.from({ length: end - first }, (_, e) => [
        examples.coordinates[first + e],
        examples.values[first + e],
      ]);
      expect(found).toEqual([...patch.entries()].filter(([k, value]) => k > 0 && value !== 0));
      expect(featureNoise(examples, i) + 0).toBe(patch[0] + 0);
    });
  });
});

describe("project", () => {
  // Entries are multiples of 2^-10 of at most 1, so that sums of a dozen products are exact.
  test.prop([spelled])("holds the Gram matrix, exactly, and nothing where supports are apart", ({ start, zeta }) => {
    const { rows, columns, values } = project(start.examples, (z) => z);
    zeta.forEach((zi, i) => {
      const row = new Map(Array.from(columns.slice(rows[i], rows[i + 1]), (l, p) => [l, values[rows[i] + p]]));
      expect([...row.keys()]).toEqual([...row.keys()].sort((a, b) => a - b));
      const meets = (other: readonly number[], l: number) => l === i || other.some((z, k) => z !== 0 && zi[k] !== 0);
      expect([...row.keys()]).toEqual(zeta.flatMap((other, l) => (meets(other, l) ? [l] : [])));
      for (const [l, product] of row) expect(product).toBe(dot(zi, zeta[l]));
    });
    expect(rows[zeta.length]).toBe(values.length);
  });

  test.prop([spelled])("holds <zeta_i, sgn zeta_l> for signs, |zeta_i|_1 on the diagonal", ({ start, zeta }) => {
    const { rows, columns, values } = project(start.examples, Math.sign);
    zeta.forEach((zi, i) => {
      for (let p = rows[i]; p < rows[i + 1]; p++) {
        expect(values[p]).toBe(dot(zi, zeta[columns[p]].map(Math.sign)));
        if (columns[p] === i) expect(values[p]).toBe(zi.reduce((sum, z) => sum + Math.abs(z), 0));
      }
    });
  });

  test.prop([cases("disjoint", 1)], { numRuns: 50 })("is diagonal on disjoint supports", ({ problem: { start } }) => {
    const { rows, columns } = project(start.examples, (z) => z);
    expect([...columns]).toEqual([...rows.keys()].slice(0, -1));
  });
});

describe("initialNoise", () => {
  test.prop([spelled])("is <w_0, zeta_i> of every lane, exactly", ({ one, start, zeta }) => {
    const width = 2 * networkOf(one.network, one.setting).neurons;
    const lanes = one.start.weights.flat();
    const products = initialNoise(activeStartOf(start, one.setting.d), width);
    expect([...products].map((z) => z + 0)).toEqual(zeta.flatMap((zi) => lanes.map((w) => dot(zi, w) + 0)));
  });
});
