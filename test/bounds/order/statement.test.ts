import { describe, expect, it } from "vitest";
import { RELATIONS } from "../../../src/bounds/order/relations.ts";
import { isStatement, parseStatement } from "../../../src/bounds/order/statement.ts";

describe("parseStatement", () => {
  it.each(RELATIONS.filter(({ form }) => form === "letter").map(({ name }) => name))("reads %s", (name) => {
    for (const text of [`n*(d+s) = ${name}(max(n, d))`, `n*(d+s)=${name} ( max(n, d) ) `]) {
      const { left, relation, right } = parseStatement(text);
      expect([left.text, relation.name, right.text]).toEqual(["n*(d+s)", name, "max(n, d)"]);
      expect(isStatement(text)).toBe(true);
    }
  });

  it("reads a < between formulas", () => {
    const { left, relation, right } = parseStatement("b1^2 < min(b2, 1)");
    expect([left.text, relation.name, right.text]).toEqual(["b1^2", "<", "min(b2, 1)"]);
    expect(isStatement("b1^2 < b2")).toBe(true);
    expect(isStatement("b1^2")).toBe(false);
    expect(() => parseStatement("b1 < b2 < n")).toThrow(
      /^the formula "b2 < n" must hold only .* but has "<" at position 4;/,
    );
  });

  it.each([
    ["s <= d", "<="],
    ["s >= d", ">="],
    ["s > d", ">"],
    // Signs that say what letters say.
    ["s << d", "o"],
    ["s >> d", "omega"],
  ])("reads %s", (text, name) => {
    const { left, relation, right } = parseStatement(text);
    expect([left.text, relation.name, right.text]).toEqual(["s", name, "d"]);
    expect(isStatement(text)).toBe(true);
  });

  it("reads classes, and one over them", () => {
    expect(parseStatement("m*s = polylog(n)").relation.name).toBe("polylog");
    const { text, left, relation } = parseStatement("eta = 1 / poly( n )");
    expect([text, left.text, relation.name]).toEqual(["eta = 1 / poly( n )", "1/(eta)", "poly"]);
  });

  it.each([
    [
      "n",
      /^a statement must be "formula = relation\(formula\)" with a relation of o, O, Theta, .*, omega~, or "formula < formula" \(or <=, >, >=, <<, >>\), or "formula = polylog\(n\)" or poly\(n\), but is "n"; correct it$/,
    ],
    ["n <=> d", /^the formula "> d" must hold only names, .* but has ">" at position 1; remove it$/],
    ["n => d", /^a statement must be/],
    ["n = 1/O(d)", /^a statement must be/],
    ["n = poly(d)", /^poly must be of n, as in poly\(n\), but "n = poly\(d\)" has it of "d"; correct it$/],
    ["foo = 1/poly(n)", /^the formula "foo" must use known symbols .* at position 1;/],
    ["n = d", /^a statement must be/],
    ["n == O(d)", /^a statement must be/],
    ["n = p(d)", /^a statement must be/],
    ["n = constructor(d)", /^a statement must be/],
    ["n = O(d", /^a statement must be/],
    ["n = O(d)*2", /^a statement must be/],
    ["= O(n)", /^a formula must not be empty/],
    ["n = O()", /^a formula must not be empty/],
    ["n = O(d) = O(s)", /^the formula "d\) = O\(s" must hold only names, .* but has "=" at position 4;/],
    ["n = O(d)*(s)", /^the formula "d\)\*\(s" must be complete, .* at position 2;/],
    ["n = O(foo)", /^the formula "foo" must use known symbols .* at position 1;/],
  ])("refuses %j", (text, message) => {
    expect(() => parseStatement(text)).toThrow(message);
  });

  it.each([
    ["\\lambda = o\\left(\\sigma_0^{q-2} \\sigma_p / n\\right)", "\\lambda", "o", "\\sigma_0^{q-2} \\sigma_p / n"],
    ["n/B = \\tilde\\Omega(\\sqrt n \\vee \\log(1/\\epsilon))", "n/B", "Omega~", "\\sqrt n \\vee \\log(1/\\epsilon)"],
    ["σ₀ ≪ B²/n ∧ 1", "σ₀", "o", "B²/n ∧ 1"],
    ["s ∧ d ≤ n log n", "s ∧ d", "<=", "n log n"],
    ["$d \\gtrsim s^2$", "d", "Omega", "s^2"],
    ["n = Θ\u0303(d)", "n", "Theta~", "d"],
    ["m = \\mathrm{polylog}(n)", "m", "polylog", "n"],
  ])("reads %s as it was typed", (text, left, relation, right) => {
    const statement = parseStatement(text);
    expect([statement.text, statement.left.text, statement.relation.name, statement.right.text]).toEqual([
      text,
      left,
      relation,
      right,
    ]);
    expect(isStatement(text)).toBe(true);
  });

  it("reads 1 over a class as a fraction, too", () => {
    const { left, relation } = parseStatement("\\eta = \\frac{1}{\\mathrm{poly}(n)}");
    expect([left.text, relation.name]).toEqual(["1/(\\eta)", "poly"]);
  });

  it("says where what was typed is wrong", () => {
    expect(() => parseStatement("\\sigma_0 = O(\\log n \\cdot x)")).toThrow(
      /^the formula "\\log n \\cdot x" must use known symbols .*, but has "x" at position 14;/,
    );
    expect(() => parseStatement("n ≪ d log n s")).toThrow(
      /^the formula "n ≪ d log n s" must have parentheses .* at position 13;/,
    );
  });
});
