import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { shuffledIndices } from "../../src/random/shuffle.ts";
import { openStream } from "../../src/random/stream.ts";
import { chiSquareUpper, pearson } from "../helpers/statistics.ts";

const draw = (size: number, index: number) => [...shuffledIndices(openStream(1, "shuffle", index), size)];

function frequencies(size: number, N: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index < N; index++) {
    const key = draw(size, index).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe("shuffledIndices", () => {
  test.prop([fc.integer({ min: 0, max: 200 }), fc.nat()])("is a permutation of 0..size-1", (size, index) => {
    expect(draw(size, index).sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, k) => k));
  });

  test.each([
    [3, 6, 6000],
    [4, 24, 12_000],
  ])("gives each order of %d equally often (%d orders)", (size, orders, N) => {
    const counts = frequencies(size, N);
    expect(counts.size).toBe(orders);
    expect(pearson([...counts.values()])).toBeLessThan(chiSquareUpper(orders - 1));
  });
});
