import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect } from "vitest";
import type { Leading } from "../../../src/bounds/growth/series/leading.ts";
import { exponentialFormulas, logarithmic } from "./arbitrary.ts";
import { at } from "./decimal.ts";
import { expansion } from "./expansion.ts";
import { read } from "./names.ts";

/** Digits: as many as a moment allows; and fewer, whose results differ where cancellation takes too many. */
const DIGITS = [300, 240] as const;

/** n is no round number, so that what cancellation takes shows in the digits. |f - t1 - t2| <= 3 |t3|: the terms after t3 are to be smaller by a factor, which at these n they are unless coefficients grow by hundreds. */
function requireNumbers(text: string, n: string): void {
  const terms = expansion(text, 4);
  fc.pre(terms !== undefined);
  const [fine, coarse] = DIGITS.map((digits) => at(n, digits)) as [ReturnType<typeof at>, ReturnType<typeof at>];
  const [value, other] = [fine, coarse].map(({ formula }) => formula(read(text).tree)) as [Decimal, Decimal];
  fc.pre(value.isFinite());
  // Where cancellation takes all digits, nothing is left of a number.
  fc.pre(!value.isZero() || terms?.length === 0);
  const zero = new Decimal(0);
  const [first = zero, second = zero, third = zero, fourth = zero] = (terms as Leading[]).map(fine.term);
  const rounding = value.sub(other).abs().mul(2).add(first.abs().mul("1e-230"));
  // Coefficients like 24 log(2)^5 may keep the fourth from being small already.
  fc.pre(fourth.abs().lt(third.abs().div(4)) || fourth.isZero());
  fc.pre(rounding.lt(first.abs().div(4)));
  const left = value.sub(first).sub(second).abs();
  expect(
    left.lte(third.abs().mul(3).add(rounding)),
    `${text} at ${n}: ${left.toPrecision(5)} after ${third.toPrecision(5)}`,
  ).toBe(true);
}

describe("an expansion", () => {
  test.prop([logarithmic.filter((text) => !/log\(.*log\(/.test(text))], { numRuns: 40 })(
    "is what numbers at n near 10^30 show",
    (text) => {
      requireNumbers(text, "1.234567890123456789e30");
    },
  );

  test.prop([exponentialFormulas], { numRuns: 40 })("is what numbers at n near 200 show", (text) => {
    requireNumbers(text, "201.2345678901234567");
  });
});
