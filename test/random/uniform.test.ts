import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { openStream, type Stream } from "../../src/random/stream.ts";
import { uniform, uniformInteger } from "../../src/random/uniform.ts";
import { chiSquareUpper, hoeffding, kolmogorov, kolmogorovDistance, mean, pearson } from "../helpers/statistics.ts";

/** A stream whose next words are given: four words, none used. */
const scripted = (...next: [number, number, number?, number?]): Stream => ({
  ...openStream(0, "shuffle", 0),
  words: Uint32Array.from(next, (word) => word ?? 0),
  used: 0,
});

const take = <T>(count: number, draw: (stream: Stream) => T, index = 1): T[] => {
  const stream = openStream(1, "testExample", index);
  return Array.from({ length: count }, () => draw(stream));
};

const N = 100_000;

describe("uniform", () => {
  test.each([
    [0, 0, 2 ** -53],
    [0xffffffff, 0xffffffff, 1 - 2 ** -53],
    [0x80000000, 0, 0.5 + 2 ** -53],
    [0x7fffffff, 0xffffffff, 0.5 - 2 ** -53],
    [0, 0xfff, 2 ** -53], // the low 12 bits of the second word are dropped
    [0, 0x1000, 1.5 * 2 ** -52],
  ])("takes the words %d, %d to %d", (high, low, expected) => {
    expect(uniform(scripted(high, low))).toBe(expected);
  });

  test.prop([fc.nat(0xffffffff), fc.nat(0xffffffff)])(
    "is exactly symmetric about 1/2 and never 0, 1/2 or 1",
    (high, low) => {
      const u = uniform(scripted(high, low));
      const mirrored = uniform(scripted(~high >>> 0, ~low >>> 0));
      expect(u).toBeGreaterThan(0);
      expect(u).toBeLessThan(1);
      expect(mirrored).toBe(1 - u);
    },
  );

  test("has the mean and second moment of the uniform law", () => {
    const sample = take(N, uniform);
    expect(Math.abs(mean(sample) - 1 / 2)).toBeLessThan(hoeffding(N));
    expect(Math.abs(mean(sample.map((u) => u * u)) - 1 / 3)).toBeLessThan(hoeffding(N));
  });

  test("has the uniform distribution function", () => {
    expect(kolmogorovDistance(take(N, uniform), (u) => u)).toBeLessThan(kolmogorov(N));
  });

  test("fills 100 cells evenly, and the 100 cells of successive pairs", () => {
    const cells = new Array<number>(100).fill(0);
    const pairs = new Array<number>(100).fill(0);
    const sample = take(N, uniform);
    for (const u of sample) cells[Math.floor(100 * u)]!++;
    for (let k = 0; k < N; k += 2) pairs[10 * Math.floor(10 * sample[k]!) + Math.floor(10 * sample[k + 1]!)]!++;
    expect(pearson(cells)).toBeLessThan(chiSquareUpper(99));
    expect(pearson(pairs)).toBeLessThan(chiSquareUpper(99));
  });
});

describe("uniformInteger", () => {
  test.prop([fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.nat()])("is an integer in [0, bound)", (bound, index) => {
    const [k] = take(1, (stream) => uniformInteger(stream, bound), index) as [number];
    expect(Number.isSafeInteger(k)).toBe(true);
    expect(k).toBeGreaterThanOrEqual(0);
    expect(k).toBeLessThan(bound);
  });

  test("can give every integer up to the bound 2^53", () => {
    expect(uniformInteger(scripted(0xffffffff, 0xffffffff), 2 ** 53)).toBe(2 ** 53 - 1);
    expect(uniformInteger(scripted(0, 0), 2 ** 53)).toBe(0);
  });

  test("rejects draws past the largest multiple of the bound", () => {
    // 53 bits of words (0xffffffff, 0xffffffff) are 2^53 - 1; the largest multiple of 3 is 2^53 - 2, as 2^53 = 2 mod 3.
    expect(uniformInteger(scripted(0xffffffff, 0xffffffff, 0, 5), 3)).toBe(2);
    expect(uniformInteger(scripted(0xffffffff, 0xfffffffe, 0, 5), 3)).toBe(2);
    expect(uniformInteger(scripted(0xffffffff, 0xfffffffd, 0, 4), 3)).toBe(2); // 2^53 - 3 = 2 mod 3: kept
  });

  test.each([1, 2, 3, 7, 100])("is even over a bound of %d", (bound) => {
    const counts = new Array<number>(bound).fill(0);
    for (const k of take(N, (stream) => uniformInteger(stream, bound))) counts[k]!++;
    expect(pearson(counts)).toBeLessThanOrEqual(chiSquareUpper(bound - 1));
  });

  test("is unbiased where modulo alone would not be", () => {
    // bound = 3/4 2^53: without rejection the draws below 2^51 would have probability 1/2 instead of 1/3.
    const low = take(N, (stream) => Number(uniformInteger(stream, 0.75 * 2 ** 53) < 2 ** 51));
    expect(Math.abs(mean(low) - 1 / 3)).toBeLessThan(hoeffding(N));
  });
});
