import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { decimals } from "../../src/algebra/decimals.ts";
import { abs, INTERVALS, sign } from "../../src/interval/arithmetic.ts";
import { EMPTY, numsToInterval } from "../../src/interval/interval.ts";
import { type Arithmetic, DOUBLES } from "../../src/numeric/arithmetic.ts";

const whole = fc.integer({ min: -50, max: 50 });

/** Whole numbers, quotients and roots that are whole: no arithmetic rounds them. */
describe.each<[string, Arithmetic<never>, (x: never) => number]>([
  ["doubles", DOUBLES as never, (x) => x],
  ["intervals", INTERVALS as never, (x: { lo: number; hi: number }) => (x.lo === x.hi ? x.lo : Number.NaN)],
  ["decimals", decimals(40) as never, (x: { toNumber(): number }) => x.toNumber()],
])("%s", (_, arithmetic, back) => {
  test.prop([whole, whole, fc.integer({ min: 0, max: 6 })])("count right where nothing rounds", (a, b, k) => {
    const [x, y] = [arithmetic.number(a), arithmetic.number(b)];
    const equal = (found: never, due: number) => expect(back(found) + 0).toBe(due + 0);
    equal(arithmetic.add(x, y), a + b);
    equal(arithmetic.sub(x, y), a - b);
    equal(arithmetic.mul(x, y), a * b);
    equal(arithmetic.min(x, y), Math.min(a, b));
    equal(arithmetic.max(x, y), Math.max(a, b));
    equal(arithmetic.neg(x), -a);
    equal(arithmetic.abs(x), Math.abs(a));
    equal(arithmetic.sign(x), Math.sign(a));
    equal(arithmetic.sqrt(arithmetic.mul(x, x)), Math.abs(a));
    equal(arithmetic.power(x, k), a ** k);
    equal(arithmetic.ratio(arithmetic.mul(x, y), y), b === 0 ? 0 : a);
    if (b !== 0) equal(arithmetic.div(arithmetic.mul(x, y), y), a);
  });

  test.each([0, 1, 5])("know powers of sign -%i", (k) => {
    expect(back(arithmetic.power(arithmetic.number(2), -k))).toBe(2 ** -k);
  });
});

describe("intervals", () => {
  test.each([
    [numsToInterval(1, 2), numsToInterval(1, 2), numsToInterval(1, 1)],
    [numsToInterval(-2, -1), numsToInterval(1, 2), numsToInterval(-1, -1)],
    [numsToInterval(-3, 2), numsToInterval(0, 3), numsToInterval(-1, 1)],
    [numsToInterval(-2, 3), numsToInterval(0, 3), numsToInterval(-1, 1)],
    [numsToInterval(0, 3), numsToInterval(0, 3), numsToInterval(0, 1)],
    [numsToInterval(-3, 0), numsToInterval(0, 3), numsToInterval(-1, 0)],
  ])("sizes and signs of %j", (x, size, signs) => {
    expect(abs(x)).toEqual(size);
    expect(sign(x)).toEqual(signs);
  });

  test("a quotient holds 0 where its denominator may be 0", () => {
    const [one, zero] = [numsToInterval(1, 1), numsToInterval(0, 0)];
    expect(INTERVALS.ratio(one, numsToInterval(0, 4))).toEqual({ lo: 0, hi: Infinity });
    expect(INTERVALS.ratio(one, zero)).toEqual(zero);
    expect(INTERVALS.ratio(one, numsToInterval(2, 4))).toEqual({ lo: 0.25, hi: 0.5 });
    expect(INTERVALS.div(one, zero)).toEqual(EMPTY);
  });
});

describe("decimals", () => {
  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])("take a double as it is", (x) => {
    // 800 digits are enough for any; at 30, the double is what is nearest.
    expect(decimals(30).number(x).toNumber()).toBe(x + 0);
  });
  test("not as its shortest spelling", () => {
    expect(decimals(60).number(0.1).toString()).toBe("0.1000000000000000055511151231257827021181583404541015625");
  });
});
