import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import { compareWithOne } from "../../../src/bounds/entailment/numbers.ts";

const powers = (record: Record<string, string>) =>
  Object.entries(record).map(([base, exponent]) => [base, new Fraction(exponent)] as const);

describe("compareWithOne", () => {
  it.each<[Record<string, string>, number]>([
    [{}, 0],
    [{ 2: "1", 3: "-1" }, -1],
    // 2^(1/2) = 1.414 < 3^(1/3) = 1.442; 8^(1/3) = 2; 2^10 = 1024 > 10^3.
    [{ 2: "1/2", 3: "-1/3" }, -1],
    [{ 8: "1/3", 2: "-1" }, 0],
    [{ 2: "10", 10: "-3" }, 1],
    [{ 4: "1/2", 6: "-1", 3: "1" }, 0],
    // 2^1000 3^(-631): 1000 log 2 = 693.1, 631 log 3 = 693.2.
    [{ 2: "1000", 3: "-631" }, -1],
    [{ 2: "1000", 3: "-630" }, 1],
  ])("of %j is %i", (record, expected) => {
    expect(compareWithOne(powers(record))).toBe(expected);
  });

  const exponents = fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 6 }))
    .map(([n, d]) => new Fraction(`${n}/${d}`));
  test.prop([fc.dictionary(fc.constantFrom("2", "3", "10", "12"), exponents)])(
    "agrees with logarithms wherever doubles can tell, and turns around with the inverse",
    (record) => {
      const list = Object.entries(record).filter(([, exponent]) => exponent.n !== 0n);
      const sum = list.reduce((total, [base, exponent]) => total + Math.log(Number(base)) * exponent.valueOf(), 0);
      const sign = compareWithOne(list);
      // At most 4 terms below 25 each: doubles err by less than 1e-13.
      if (Math.abs(sum) > 1e-12) expect(sign).toBe(Math.sign(sum));
      expect(compareWithOne(list.map(([base, exponent]) => [base, exponent.neg()] as const))).toBe(
        sign === 0 ? 0 : -sign,
      );
    },
  );

  it("refuses exponents that nobody can write out", () => {
    expect(() => compareWithOne(powers({ 2: "1/99991", 3: "-1/99989" }))).toThrow(
      /^constants must have exponents with small common denominators/,
    );
  });
});
