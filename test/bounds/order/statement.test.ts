import { describe, expect, it } from "vitest";
import { RELATIONS } from "../../../src/bounds/order/relations.ts";
import { isStatement, parseStatement } from "../../../src/bounds/order/statement.ts";

describe("parseStatement", () => {
  it.each(RELATIONS.map(({ name }) => name).filter((name) => name !== "<"))("reads %s", (name) => {
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
    [
      "n",
      /^a statement must be "formula = relation\(formula\)" with a relation of o, O, Theta, .*, omega~, or "formula < formula", but is "n"; correct it$/,
    ],
    ["n <= d", /^the formula "= d" must hold only names, .* but has "=" at position 1; remove it$/],
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
});
