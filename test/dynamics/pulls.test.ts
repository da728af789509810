import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { newPulls } from "../../src/dynamics/pulls.ts";

const N = 6;
/** Batches of (example, coefficients), whole numbers so that sums are exact. */
const batches = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const row = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: width, maxLength: width });
  return fc.record({
    width: fc.constant(width),
    batches: fc.array(fc.array(fc.tuple(fc.nat(N - 1), row), { maxLength: 9 }), { maxLength: 5 }),
  });
});

describe("pulls", () => {
  test.prop([batches])("are the sums by example, batch after batch", ({ width, batches: lists }) => {
    const pulls = newPulls(N, width);
    for (const batch of lists) {
      pulls.clear();
      const expected = new Map<number, number[]>();
      for (const [i, row] of batch) {
        pulls.add(i, Float64Array.from(row));
        expected.set(
          i,
          row.map((value, r) => value + (expected.get(i)?.[r] ?? 0)),
        );
      }
      expect([...pulls.visited]).toEqual([...expected.keys()]);
      expect([...pulls.sums()]).toEqual([...expected.values()].flat());
    }
  });
});
