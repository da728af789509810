import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { integerFrom, integersFrom, numberFrom, rationalFrom } from "../../src/cli/numbers.ts";

describe("numberFrom", () => {
  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])("reads what JavaScript writes", (x) => {
    expect(numberFrom("--x", String(x))).toBe(x === 0 ? 0 : x);
  });

  it.each(["", " ", "0x10", "1,5", "NaN", "Infinity", "1e", ".", "1_0", "5 "])("refuses %j", (text) => {
    expect(() => numberFrom("--x", text)).toThrow(
      `--x must be a decimal number, but is ${JSON.stringify(text)}; correct it`,
    );
  });
});

describe("integerFrom", () => {
  test.prop([fc.maxSafeInteger()])("reads integers, spaces around them too", (k) => {
    expect(integerFrom("--x", ` ${k} `, Number.MIN_SAFE_INTEGER)).toBe(k);
  });

  it("keeps to its range", () => {
    expect([integerFrom("--x", "3", 3, 5), integerFrom("--x", "5e0", 3, 5)]).toEqual([3, 5]);
    for (const text of ["2", "6", "3.5", "1e400"]) {
      expect(() => integerFrom("--x", text, 3, 5)).toThrow(
        `--x must be an integer from 3 to 5, but is "${text}"; correct it`,
      );
    }
    expect(() => integerFrom("--x", "9007199254740992", 1)).toThrow(
      /^--x must be an integer >= 1 \(below 2\^53\), but/,
    );
  });
});

describe("integersFrom", () => {
  it("reads a list, each once", () => {
    expect(integersFrom("--x", "5, 3,5", 1)).toEqual([5, 3]);
    for (const text of ["", ",", "1,", "1;2"])
      expect(() => integersFrom("--x", text, 1)).toThrow(/^--x must be a decimal/);
  });
});

describe("rationalFrom", () => {
  it("reads numbers and fractions, and nothing else", () => {
    expect(["6", "6.5", "13/2", " 6 ", "0"].map((text) => rationalFrom("--D", text))).toEqual([6, 6.5, 6.5, 6, 0]);
    for (const text of ["", "-6", "6/0", "1/2/3", "D", "1e9", "6/-2", "1/2.5"]) {
      expect(() => rationalFrom("--D", text)).toThrow(
        /^--D must be a number or fraction such as 6, 6\.5 or 13\/2, but is/,
      );
    }
  });
});
