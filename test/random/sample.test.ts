import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { sampleWithoutReplacement } from "../../src/random/sample.ts";
import { openStream } from "../../src/random/stream.ts";
import { chiSquareUpper, hoeffding, pearson } from "../helpers/statistics.ts";

const draw = (population: number, size: number, index: number) =>
  sampleWithoutReplacement(openStream(1, "trainExample", index), population, size);

const populationAndSize = fc
  .integer({ min: 1, max: 60 })
  .chain((population) => fc.tuple(fc.constant(population), fc.integer({ min: 0, max: population })));

describe("sampleWithoutReplacement", () => {
  test.prop([populationAndSize, fc.nat()])(
    "is ascending, distinct, in range and of the size asked for",
    ([population, size], index) => {
      const subset = draw(population, size, index);
      expect(subset).toHaveLength(size);
      subset.forEach((k, place) => {
        expect(Number.isInteger(k)).toBe(true);
        expect(k).toBeGreaterThan(place === 0 ? -1 : (subset[place - 1] as number));
        expect(k).toBeLessThan(population);
      });
    },
  );

  test.prop([fc.integer({ min: 1, max: 60 }), fc.nat()])(
    "is everything where size = population",
    (population, index) => {
      expect(draw(population, population, index)).toEqual(Array.from({ length: population }, (_, k) => k));
    },
  );

  test("includes every element equally often", () => {
    // Each of 10 elements is in with probability 3/10.
    const N = 20_000;
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < N; index++) for (const k of draw(10, 3, index)) counts[k]!++;
    for (const count of counts) expect(Math.abs(count / N - 0.3)).toBeLessThan(hoeffding(N));
  });

  test("gives each of the 10 pairs of {0..4} equally often", () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 10_000; index++) {
      const key = draw(5, 2, index).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(10);
    expect(pearson([...counts.values()])).toBeLessThan(chiSquareUpper(9));
  });

  test("costs nothing for a population that could not be listed", () => {
    // 10^15 numbers would take petabytes; 1000 distinct ones come back at once.
    const subset = draw(1e15, 1000, 0);
    expect(new Set(subset).size).toBe(1000);
    expect(subset.at(-1)).toBeGreaterThan(0.9e15); // the largest of 1000 is below 0.9 of the range with probability 0.9^1000 < 1e-45
  });
});
