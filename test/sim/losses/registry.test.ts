import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { LOSSES, lossOf } from "../../../src/sim/losses/registry.ts";

const margins = fc.double({ min: -5, max: 5, noNaN: true });
const smoothings = fc.constantFrom(0, 0.1, 0.5);

describe.each(LOSSES)("the loss %s", (loss) => {
  test.prop([margins, margins, smoothings])("is convex, and its pull is the negated slope", (a, b, labelSmoothing) => {
    // L(b) >= L(a) + L'(a) (b - a) for every pair, which for a convex function no other slope does everywhere; values are at most 7^2 + e^5.
    const { value, pull } = lossOf({ loss, labelSmoothing });
    expect(value(b)).toBeGreaterThanOrEqual(value(a) - pull(a) * (b - a) - 2 ** -40);
  });

  test.prop([margins, smoothings])("with smoothing is that of both labels, so many of each", (z, labelSmoothing) => {
    const { value } = lossOf({ loss });
    const mixed = (1 - labelSmoothing / 2) * value(z) + (labelSmoothing / 2) * value(-z);
    expect(lossOf({ loss, labelSmoothing }).value(z)).toBe(labelSmoothing === 0 ? value(z) : mixed);
  });

  test("passes NaN through", () => {
    expect(lossOf({ loss }).value(Number.NaN)).toBeNaN();
  });
});

test("losses by hand, at margins -1, 0.5, 2", () => {
  const at = (loss: (typeof LOSSES)[number]) => [-1, 0.5, 2].map(lossOf({ loss }).value);
  expect(at("hinge")).toEqual([2, 0.5, 0]);
  expect(at("squaredHinge")).toEqual([4, 0.25, 0]);
  expect(at("square")).toEqual([4, 0.25, 1]);
});
