import { describe, expect, it } from "vitest";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import { compareLeading, leadingOf } from "../../../src/bounds/entailment/leading.ts";
import { parseFormula } from "../../../src/bounds/order/formula.ts";

const VALUES = new Map(
  Object.entries({ x: "2*n", y: "sqrt(3)*n", z: "n*log(n)^2", w: "n^(1/q)" }).map(([name, text]) => [
    name,
    parseFormula(text),
  ]),
);
const names = new Set(VALUES.keys());
const leading = (text: string) => leadingOf(parseFormula(text, names), VALUES, new Map([["q", new Fraction(4)]]));

const compared = (left: string, right: string) => {
  const [f, g] = [leading(left), leading(right)];
  return f && g && compareLeading(f, g);
};

describe("leadingOf and compareLeading", () => {
  it.each<[string, string, number | undefined]>([
    ["x", "y", 1],
    ["y", "x", -1],
    ["x", "2*n", 0],
    // 3^(1/2) 3^(1/2) = 3.
    ["y^2", "3*n^2", 0],
    ["y^2", "2.9*n^2", 1],
    ["z", "1000*n", 1],
    ["w^4", "n", 0],
    ["x^q", "16*n^4", 0],
    ["x + 3*n", "5*n", 0],
    // Lower-order terms leave a tie open.
    ["x + log(n)", "2*n", undefined],
    ["x + log(n)", "1.9*n", 1],
    ["max(x, y)", "x", 0],
    ["min(x, y)", "y", 0],
    ["min(x, z, y)", "y", 0],
    ["log(n^3)", "3*log(n)", 0],
    ["log(x)", "log(n)", undefined],
    ["log(z^2)", "log(n)", 1],
    ["1/sqrt(x)", "1/sqrt(2*n)", 0],
    ["x/(3*z)", "1", -1],
    // Sums of irrational constants, what falls in a log, and other functions are not known here.
    ["x + y", "3*n", undefined],
    ["log(1/n)", "1", undefined],
    ["exp(x)", "x", undefined],
    ["x - n", "n", undefined],
    ["x^p", "n", undefined],
  ])("%s against %s: %s", (left, right, expected) => {
    expect(compared(left, right)).toBe(expected);
  });
});
