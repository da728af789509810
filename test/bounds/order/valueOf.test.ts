import { describe, expect, test } from "vitest";
import { parseFormula } from "../../../src/bounds/order/formula.ts";
import { type Values, valueOf } from "../../../src/bounds/order/valueOf.ts";
import { InputError } from "../../../src/setting/inputError.ts";

const VALUES: Values = { n: 8, s: 16, d: "1e400", m: 3, q: 4, alpha: 0.5, eta: 0, lambda: undefined };
const at = (text: string, values: Values = VALUES) => valueOf(parseFormula(text), values).toString();

describe("valueOf", () => {
  test.each([
    ["2", "2"],
    ["3/4*n", "6"],
    ["n", "8"],
    ["-n", "-8"],
    ["n + s", "24"],
    ["n - s", "-8"],
    ["n*s", "128"],
    ["n/s", "0.5"],
    ["n^m", "512"],
    ["s^alpha", "4"],
    ["sqrt(s)", "4"],
    ["min(n, s, m)", "3"],
    ["max(n, s, m)", "16"],
    ["alpha^(q-2)*s/n", "0.5"],
    // 30 digits of ln 8 = 3 ln 2 = 2.07944154167983592825169636437452970...
    ["log(n)", "2.07944154167983592825169636437"],
    ["1/m", "0.333333333333333333333333333333"],
    // e = 2.71828182845904523536028747135266249...; Gamma(3/2) = sqrt(pi)/2 = 0.886226925452758013649083741670572591...
    ["exp(1)", "2.71828182845904523536028747135"],
    ["exp(-d)", "0"],
    ["n!", "40320"],
    ["factorial(1/2)", "0.886226925452758013649083741671"],
    ["binomial(n, m)", "56"],
    ["factorial(-n)", "NaN"],
  ])("%s is %s", (text, value) => expect(at(text)).toBe(value));

  test("is beyond the doubles where they are not enough, and back", () => {
    expect(at("sqrt(d)")).toBe("1e+200");
    expect(at("d^1000")).toBe("1e+400000");
    expect(at("1/d^1000")).toBe("1e-400000");
    expect(at("d/d*n")).toBe("8");
  });

  test("has no number for o and O", () => {
    expect(() => at("n + O(1)")).toThrow(
      /must have a number, but O\(\.\.\.\) stands for many at position 5; leave it out$/,
    );
  });

  test.each([
    ["eta/eta", "NaN"],
    ["log(eta)", "-Infinity"],
    ["log(n - s)", "NaN"],
    ["n/eta", "Infinity"],
  ])("%s is %s", (text, value) => expect(at(text)).toBe(value));

  test.each(["lambda", "eps"])("refuses %s, which has no value, and says where it stands", (name) => {
    const value = () => at(`n + ${name}`);
    expect(value).toThrow(InputError);
    expect(value).toThrow(new RegExp(`must use symbols that have a value, but has ${name} .*give it one$`));
  });

  test("takes no value from what every object has", () => {
    const values = Object.create({ n: 5 }) as Values;
    expect(() => at("n", values)).toThrow("but has n");
  });
});
