import { describe, expect, test } from "vitest";
import { ARITHMETIC_NAMES, enclosuresOf, type Precision } from "../../src/certified/arithmetics.ts";
import { deciding, Undecided } from "../../src/certified/undecided.ts";

const KINDS = [["binary", "doubles"] as const, ...ARITHMETIC_NAMES.map((name) => [name, 20 as Precision] as const)];

describe.each(KINDS)("%s, %s: what is not decided is refused", (name, precision) => {
  const arithmetic = deciding(enclosuresOf(name, precision));
  const { number, sqrt, power, exp, sub, div, square, bounds } = arithmetic;
  /** 1/3 - 1/3, which holds 0 beside other numbers. */
  const third = div(number(1), number(3));
  const about0 = sub(third, third);

  test.each([
    ["the root of a negative number", () => sqrt(number(-1))],
    ["the root of what may be negative", () => sqrt(about0)],
    ["a power of 0 below", () => power(number(0), -1)],
    ["a power of what may be 0 below", () => power(about0, -2)],
  ])("%s", (_, of) => {
    expect(of).toThrow(Undecided);
  });

  test("a square has a root, and 0 has", () => {
    expect(bounds(sqrt(square(about0))).lo).toBe(0);
    expect(bounds(sqrt(number(0)))).toEqual({ lo: 0, hi: 0 });
    expect(bounds(power(number(2), -2))).toEqual({ lo: 0.25, hi: 0.25 });
  });

  test("an exponential that there is no room for", () => {
    // Doubles have infinite ends for it.
    if (precision === "doubles") expect(bounds(exp(number(1e17))).hi).toBe(Infinity);
    else for (const x of [1e17, -1e17]) expect(() => exp(number(x))).toThrow(/margin beyond/);
  });
});
