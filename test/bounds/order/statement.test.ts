import { describe, expect, it } from "vitest";
import { RELATIONS } from "../../../src/bounds/order/relations.ts";
import { isStatement, parseStatement } from "../../../src/bounds/order/statement.ts";

describe("parseStatement", () => {
  it.each(RELATIONS.map(({ name }) => name))("reads %s", (name) => {
    for (const text of [`n*(d+s) = ${name}(max(n, d))`, `n*(d+s)=${name} ( max(n, d) ) `]) {
      const { left, relation, right } = parseStatement(text);
      expect([left.text, relation.name, right.text]).toEqual(["n*(d+s)", name, "max(n, d)"]);
      expect(isStatement(text)).toBe(true);
    }
  });

  it.each([
    [
      "n",
      /^a statement must be "formula = relation\(formula\)" with a relation of o, O, Theta, .*, omega~, but is "n"; correct it$/,
    ],
    ["n <= d", /^a statement must be .* but is "n <= d"; correct it$/],
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
