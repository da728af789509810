import { fc } from "@fast-check/vitest";

const numbers = fc.constantFrom("2", "3", "1/2", "5/3", "1");
const exponents = fc.constantFrom("2", "3", "(1/2)", "(-1)", "(-1/3)", "(3/2)", "(-2)");

/** Formulas from atoms by operations that keep most of them positive. */
function formulas(atoms: readonly string[], calls: readonly string[]): fc.Arbitrary<string> {
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom(...atoms),
      fc
        .tuple(tie("formula"), fc.constantFrom("+", "+", "-", "*", "/"), tie("formula"))
        .map(([a, op, b]) => `(${a})${op}(${b})`),
      fc.tuple(numbers, tie("formula")).map(([c, a]) => `${c}*(${a})`),
      fc.tuple(tie("formula"), exponents).map(([a, e]) => `(${a})^${e}`),
      fc.tuple(fc.constantFrom(...calls), tie("formula")).map(([call, a]) => call.replace("x", a)),
      // Differences in which terms cancel.
      fc.tuple(tie("formula"), tie("formula")).map(([a, b]) => `sqrt((${a})^2+(${b}))-(${a})`),
    ),
  }));
  return formula.filter((text) => text.length <= 300 && !/\({30}/.test(text));
}

/** Of powers of n and its logs, whose numbers at n = 10^30 can be had. */
export const logarithmic = formulas(
  ["n", "n", "log(n)", "log(log(n))", "1", "2", "1/n", "1/log(n)", "sqrt(n)"],
  ["log(x)", "log(x)", "sqrt(x)", "exp(1/(x))", "exp(sqrt(log(n)))", "n^(1/log(log(n)))", "log(factorial(n))"],
);

/** Of exponentials, whose numbers at n = 200 can be had. */
export const exponentialFormulas = formulas(
  ["n", "exp(n)", "2^n", "exp(-n)", "1", "3^(-n)", "sqrt(n)"],
  ["sqrt(x)", "exp(1/(x))", "exp(sqrt(n))", "exp(-1/(x))"],
);
