import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { HYPOTHESES } from "../../../src/bounds/hypotheses/hypotheses.ts";
import { enclosureAt } from "../../../src/bounds/order/enclosureAt.ts";
import { parseFormula } from "../../../src/bounds/order/formula.ts";
import { valueOf } from "../../../src/bounds/order/valueOf.ts";
import { exactDecimal } from "../../../src/interval/exactDecimal.ts";
import { settingNumbers } from "../hypotheses/settingNumbers.ts";

const at = (text: string, values = {}) => enclosureAt(parseFormula(text), values);

describe("enclosureAt", () => {
  const formulas = HYPOTHESES.flatMap(({ anyOf }) => anyOf.flatMap(({ left, right }) => [left, right]));

  test.prop([fc.constantFrom(...formulas), settingNumbers])("holds what 30 digits say", (formula, values) => {
    const value = valueOf(formula, values);
    const around = enclosureAt(formula, values);
    if (around === undefined) return;
    // 30 digits are themselves rounded, by much less than the last place of a double.
    const off = value.abs().mul("1e-25");
    const [lo, hi] = [exactDecimal(around.lo), exactDecimal(around.hi)];
    expect(value.add(off).gte(lo) && value.sub(off).lte(hi), formula.text).toBe(true);
  });

  test.each([
    ["3/4*n", 6],
    ["-n", -8],
    ["n^2 - s", 48],
    ["n^(-1)", 1 / 8],
    ["sqrt(s)", 4],
    ["min(n, s)", 8],
    ["max(n, s)", 16],
  ])("is exact where doubles are: %s", (text, value) => {
    expect(at(text, { n: 8, s: 16 })).toEqual({ lo: value, hi: value });
  });

  // The double 0.1 is above a tenth, and its text a tenth: both are in it.
  test("holds the text of a double and the double", () => {
    const { lo, hi } = at("alpha", { alpha: 0.1 }) as { lo: number; hi: number };
    expect([lo < 0.1, hi > 0.1]).toEqual([true, true]);
    expect(hi - lo).toBeLessThan(1e-16);
  });

  test.each([
    ["n", {}],
    ["d", { d: "1e400" }],
    ["n!", { n: 8 }],
    ["log(n - 8)", { n: 8 }],
    ["sqrt(n - 9)", { n: 8 }],
    ["1/(n - 8)", { n: 8 }],
    ["(n - 9)^(1/2)", { n: 8 }],
    ["exp(d)", { d: 1e4 }],
    ["100000000000000000000*n", { n: 8 }],
  ])("says nothing of %s at %o", (text, values) => expect(at(text, values)).toBeUndefined());
});
