import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { nthSmallest } from "../../src/statistics/select.ts";

const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.float({ noNaN: true })), {
  minLength: 1,
  maxLength: 60,
});

test.prop([values, fc.nat()])("the n-th smallest stands at n where the numbers are sorted", (list, at) => {
  const n = at % list.length;
  const found = nthSmallest(Float32Array.from(list), n);
  // Both zeros count as one.
  expect(found + 0).toBe((Float32Array.from(list).sort()[n] as number) + 0);
});
