import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { timeLeft } from "../../src/cli/timeLeft.ts";

test.prop([
  fc.integer({ min: 1, max: 1000 }),
  fc.integer({ min: 1, max: 3600 }),
  fc.double({ min: 0, max: 0.9, noNaN: true }),
])("is right for work of even speed, whatever part of it an earlier call had done", (steps, seconds, before) => {
  const left = timeLeft();
  expect(left(before, 0)).toBeNull();
  for (let k = 1; k <= steps; k += Math.ceil(steps / 10)) {
    const share = k / steps;
    const said = left(before + (1 - before) * share, 1000 * (seconds + 1) * share);
    // Rounding of shares near 1, of which what is left is a difference.
    if (said !== null) expect(Math.abs(said - (seconds + 1) * (1 - share))).toBeLessThan(1e-6 * (seconds + 1));
  }
});

it("begins anew where the share falls, as it does with every round of a phase diagram", () => {
  const left = timeLeft();
  left(0, 0);
  expect(left(0.99, 40 * 60_000)).toBeCloseTo(24.24, 1);
  expect(left(0.01, 40 * 60_000)).toBeNull();
  // 1% to 51% in 30 s: 49% more take 29.4 s.
  expect(left(0.51, 40 * 60_000 + 30_000)).toBeCloseTo(29.4, 9);
});
