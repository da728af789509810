import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { parseShard, shareOf } from "../../../src/experiments/sweep/shard.ts";

const orders = fc.integer({ min: 0, max: 40 }).map((length) => Int32Array.from({ length }, (_, k) => length - 1 - k));

describe("shards", () => {
  test.prop([orders, fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, 1)])(
    "give every run to exactly one, whether they are counted from 0 or from 1",
    (order, count, first) => {
      const shares = Array.from({ length: count }, (_, k) => [...shareOf(order, { index: first + k, count })]);
      expect(shares.flat().sort((a, b) => a - b)).toEqual([...order].sort((a, b) => a - b));
      // Every K-th: no share is longer than another by more than one run.
      const lengths = shares.map((share) => share.length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
    },
  );

  it.each([[""], ["3"], ["4/3"], ["1/0"], ["-1/3"], ["1/3/5"], ["a/b"], ["1.5/3"]])("%s is none", (text) => {
    expect(() => parseShard(text)).toThrow(/^shard must be i\/K/);
  });
});
