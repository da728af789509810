import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawExamples, type Examples, examplesFromPatches, examplesOf } from "../../src/data/examples.ts";
import { seeds, settings, spelledStarts } from "../helpers/arbitraries.ts";
import { UNIT } from "../helpers/close.ts";
import * as statistics from "../helpers/statistics.ts";

const rowOf = ({ rows, coordinates, values }: Examples, i: number) => ({
  coordinates: [...coordinates.slice(rows[i], rows[i + 1])],
  values: [...values.slice(rows[i], rows[i + 1])],
});
const purposes = fc.constantFrom("trainExample" as const, "testExample" as const);
const WIDE = { n: 1, d: 11, s: 4, sigmaP: 0.5, alpha: 0.2, m: 1, q: 3, sigma0: 1, labels: "rademacher" } as const;

describe("drawExamples", () => {
  test.prop([settings, seeds, purposes, fc.integer({ min: 0, max: 10 })])(
    "gives each example the feature noise -alpha y on coordinate 1 and noise on s of the others",
    (setting, seed, purpose, count) => {
      const examples = drawExamples(setting, seed, purpose, count);
      expect(examples.count).toBe(count);
      expect(examples.labels).toHaveLength(count);
      for (let i = 0; i < count; i++) {
        const { coordinates, values } = rowOf(examples, i);
        const support = coordinates.slice(1);
        expect(coordinates[0]).toBe(0);
        expect(values[0]).toBe(-setting.alpha * (examples.labels[i] as number));
        expect(support).toEqual([...new Set(support)].sort((a, b) => a - b));
        expect(support).toHaveLength(setting.s);
        for (const k of support) expect(k >= 1 && k <= setting.d - 1).toBe(true);
      }
    },
  );

  test.prop([settings, seeds, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 8 })])(
    "does not change an example when more are drawn",
    (setting, seed, count, more) => {
      const [few, many] = [count, count + more].map((size) => drawExamples(setting, seed, "trainExample", size)) as [
        Examples,
        Examples,
      ];
      expect([...many.labels.slice(0, count)]).toEqual([...few.labels]);
      for (let i = 0; i < count; i++) expect(rowOf(many, i)).toEqual(rowOf(few, i));
    },
  );

  test.prop([settings, seeds])("draws training and test examples independently", (setting, seed) => {
    expect(drawExamples(setting, seed, "trainExample", 3).values).not.toEqual(
      drawExamples(setting, seed, "testExample", 3).values,
    );
  });

  test.prop([settings, seeds])("scales the noise by sigmaP and by nothing else", (setting, seed) => {
    const [one, two] = [1, 2].map((by) =>
      drawExamples({ ...setting, alpha: 0, sigmaP: by * setting.sigmaP }, seed, "trainExample", 3),
    );
    expect(two?.coordinates).toEqual(one?.coordinates);
    expect(two?.values).toEqual(one?.values.map((value) => 2 * value));
  });

  test.prop([settings, seeds])("alternates balanced labels, +1 first", (setting, seed) => {
    const { labels } = drawExamples({ ...setting, labels: "balanced" }, seed, "trainExample", 5);
    expect([...labels]).toEqual([1, -1, 1, -1, 1]);
  });

  const N = 20_000;
  const many = drawExamples(WIDE, 1, "testExample", N);

  test("draws rademacher labels half and half", () => {
    const share = statistics.mean([...many.labels].map((y) => Number(y === 1)));
    expect(Math.abs(share - 1 / 2)).toBeLessThan(statistics.hoeffding(N));
  });

  test("includes every coordinate but the first in a support with probability s/(d-1)", () => {
    const counts = new Array<number>(WIDE.d).fill(0);
    for (const k of many.coordinates) counts[k]!++;
    expect(counts[0]).toBe(N);
    for (const count of counts.slice(1)) expect(Math.abs(count / N - 4 / 10)).toBeLessThan(statistics.hoeffding(N));
  });

  test("draws noise of mean 0 and variance sigmaP^2", () => {
    const noise = [...many.values].filter((_, e) => e % (WIDE.s + 1) !== 0).map((value) => value / WIDE.sigmaP);
    const squares = noise.reduce((sum, x) => sum + x * x, 0);
    expect(noise).toHaveLength(WIDE.s * N);
    expect(Math.abs(statistics.mean(noise)) * Math.sqrt(noise.length)).toBeLessThan(statistics.NORMAL_DEVIATES);
    expect(squares).toBeLessThan(statistics.chiSquareUpper(noise.length) * (1 + N * UNIT));
    expect(squares).toBeGreaterThan(statistics.chiSquareLower(noise.length) * (1 - N * UNIT));
  });
});

describe("examplesOf", () => {
  const patch = fc.array(fc.tuple(fc.nat(40), fc.double({ noNaN: true })), { maxLength: 9 }).map((entries) => ({
    label: entries.length % 2 === 0 ? 1 : -1,
    coordinates: Float64Array.from(entries, ([k]) => k),
    values: Float64Array.from(entries, ([, value]) => value),
  }));

  test.prop([fc.array(patch, { maxLength: 9 }), fc.nat(100)])(
    "gives every patch back, whatever room was made at first",
    (patches, entries) => {
      const examples = examplesOf(patches, entries);
      expect(examples.count).toBe(patches.length);
      expect([...examples.labels]).toEqual(patches.map(({ label }) => label));
      expect(examples.rows).toHaveLength(patches.length + 1);
      expect(examples.values).toHaveLength(examples.rows.at(-1) as number);
      expect(examples.coordinates).toHaveLength(examples.values.length);
      patches.forEach(({ coordinates, values }, i) => {
        expect(rowOf(examples, i)).toEqual({ coordinates: [...coordinates], values: [...values] });
      });
    },
  );
});

describe("examplesFromPatches", () => {
  test.prop([spelledStarts()])("keeps every entry of every patch, and stores no zero", ({ setting: { d }, start }) => {
    const examples = examplesFromPatches(start.labels, start.noisePatches);
    const dense = start.labels.map((_, i) => {
      const { coordinates, values } = rowOf(examples, i);
      const patch = new Array<number>(d).fill(0);
      coordinates.forEach((k, e) => {
        patch[k] = values[e] as number;
      });
      expect(coordinates).toEqual([...coordinates].sort((a, b) => a - b));
      return patch;
    });
    expect([...examples.labels]).toEqual(start.labels);
    expect(dense).toEqual(start.noisePatches.map((patch) => patch.map((value) => value + 0)));
    expect(examples.values.every((value) => value !== 0)).toBe(true);
  });
});
