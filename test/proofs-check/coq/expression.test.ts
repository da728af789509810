import fc from "fast-check";
import { expect, test } from "vitest";
import { coqOf, times } from "../../../proofs-check/coq/expression.ts";
import type { Expression } from "../../../src/algebra/formula.ts";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import { parseFormula } from "../../../src/bounds/order/formula.ts";

const NAMES = ["a", "b", "n"];
const name = (symbol: string) => (symbol === "b" ? "b e n" : symbol);
const coq = (text: string, power: "pow" | "Rpower" = "Rpower") =>
  coqOf(parseFormula(text, new Set(NAMES)).tree, { name, power });

test.each([
  ["a*(b + n)", "a * (b e n + n)"],
  ["a/(b*n)", "a / (b e n * n)"],
  ["a/b*n", "a / b e n * n"],
  ["a - (b - n)", "a - (b e n - n)"],
  ["-a*b", "- a * b e n"],
  ["sqrt(b)*log(n)", "sqrt (b e n) * ln n"],
  ["min(a^2, 1)", "Rmin (Rpower a 2) 1"],
  ["n^(-1/4)", "Rpower n (- 1 / 4)"],
  ["b^(n - 1)", "Rpower (b e n) (n - 1)"],
  ["0.5*a", "1 / 2 * a"],
])("%s is %s", (formula, term) => {
  expect(coq(formula)).toBe(term);
});

test("a power with a natural exponent is Coq's own, of what stands in parentheses where it must", () => {
  expect(coq("(a + n)^2/b^3", "pow")).toBe("(a + n) ^ 2 / b e n ^ 3");
});

test("a factor 1 is not written", () => {
  expect([times(1, "x"), times(2, "x")]).toEqual(["x", "2 * x"]);
});

/** Trees without signs and calls, of which Coq and mathjs write sums, products and powers alike. */
const trees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("a", "n").map((symbol): Expression => ({ kind: "symbol", name: symbol, at: 1 })),
    fc.nat({ max: 9 }).map((value): Expression => ({ kind: "number", value: new Fraction(value), at: 1 })),
    fc
      .tuple(fc.constantFrom("+", "-", "*", "/"), tie("tree"), tie("tree"))
      .map(([operator, left, right]): Expression => ({ kind: "operator", operator, left, right, at: 1 }) as Expression),
  ),
})).tree;

const shape = (tree: Expression): unknown =>
  tree.kind === "operator"
    ? [tree.operator, shape(tree.left), shape(tree.right)]
    : tree.kind === "symbol"
      ? tree.name
      : tree.kind === "number"
        ? tree.value.toFraction()
        : tree;

test("what is printed, read again, is the same tree: no parenthesis is missing", () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const printed = coqOf(tree, { name, power: "Rpower" });
      expect(shape(parseFormula(printed, new Set(NAMES)).tree)).toEqual(shape(tree));
    }),
  );
});
