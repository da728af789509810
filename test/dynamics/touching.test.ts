import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { examplesOf } from "../../src/data/examples.ts";
import { type Touching, touching } from "../../src/dynamics/touching.ts";

const ACTIVE = 12;
const LANES = 4;

/** Patches on coordinates 0 .. ACTIVE - 1, and on one a lane behind them. */
const lists = fc.array(
  fc.uniqueArray(fc.nat(ACTIVE + LANES - 1), { maxLength: 6 }).map((list) => list.sort((a, b) => a - b)),
  { minLength: 1, maxLength: 8 },
);
const examplesOn = (all: readonly number[][]) =>
  examplesOf(
    all.map((list, i) => ({
      label: i % 2 === 0 ? 1 : -1,
      coordinates: Float64Array.from(list),
      values: Float64Array.from(list, (k) => k + i / 10),
    })),
  );

/** Every example with true coordinates again. */
const spelled = ({ examples, touched }: Touching) =>
  Array.from(examples.labels, (label, i) => {
    const [first, end] = [examples.rows[i] as number, examples.rows[i + 1] as number];
    const far = (row: number) => (row < touched.length ? (touched[row] as number) : ACTIVE + row - touched.length);
    return [label, [...examples.coordinates.subarray(first, end)].map(far), [...examples.values.subarray(first, end)]];
  });

const asGiven = (all: readonly number[][]) =>
  all.map((list, i) => [i % 2 === 0 ? 1 : -1, list, list.map((k) => k + i / 10)]);

describe("touching", () => {
  test.prop([lists])("leaves the examples as they are, and no coordinate that none touches", (all) => {
    const seen = touching(examplesOn(all), ACTIVE);
    expect(spelled(seen)).toEqual(asGiven(all));
    const used = new Set([0, ...all.flat().filter((k) => k < ACTIVE)]);
    expect([...seen.touched]).toEqual([...used].sort((a, b) => a - b));
  });
});
