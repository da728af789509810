import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type Expression, parseFormula } from "../../../src/bounds/order/formula.ts";
import { formulaLatex } from "../../../src/bounds/order/latex.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { samples } from "./arbitrary.ts";

/** A tree with all its parentheses, and the place of each name and number. */
const spell = (tree: Expression): string => {
  switch (tree.kind) {
    case "number":
      return `${tree.value.toFraction()}@${tree.at}`;
    case "symbol":
      return `${tree.name}@${tree.at}`;
    case "negative":
      return `-(${spell(tree.of)})`;
    case "call":
      return `${tree.name}@${tree.at}(${tree.of.map(spell).join(", ")})`;
    case "operator":
      return `(${spell(tree.left)} ${tree.operator} ${spell(tree.right)})`;
  }
};

describe("parseFormula", () => {
  it.each([
    ["n+d*s^2", "(n@1 + (d@3 * (s@5 ^ 2@7)))"],
    ["n-d-s", "((n@1 - d@3) - s@5)"],
    ["n/d/s", "((n@1 / d@3) / s@5)"],
    ["n^2^q", "(n@1 ^ (2@3 ^ q@5))"],
    ["-n^2", "-((n@2 ^ 2@4))"],
    ["n^-1", "(n@1 ^ -(1@4))"],
    ["+n", "n@2"],
    ["2 n", "(2@1 * n@3)"],
    ["2n", "(2@1 * n@2)"],
    ["2(n)(d)", "((2@1 * n@3) * d@6)"],
    ["1/2 n", "((1@1 / 2@3) * n@5)"],
    ["n/2 d", "(n@1 / (2@3 * d@5))"],
    ["min(n, max( d,s ))", "min@1(n@5, max@8(d@13, s@15))"],
    ["sqrt (n)", "sqrt@1(n@7)"],
    // What mathjs would read otherwise: an elementwise product, a binary number.
    ["2.*n", "(2@1 * n@4)"],
    ["0b1+n", "((0@1 * b1@2) + n@5)"],
    ["\tn", "n@2"],
    ["1.5e-3+.5+2.", "((3/2000@1 + 1/2@8) + 2@11)"],
    ["1E2", "100@1"],
  ])("reads %j", (text, tree) => {
    expect(spell(parseFormula(text).tree)).toBe(tree);
  });

  it.each([
    ["\\sigma_0^{q-2}", "sigma0^(q-2)"],
    ["σ₀^(q−2) · σ_p / n", "sigma0^(q-2)*sigmaP/n"],
    ["n log n", "n*log(n)"],
    ["\\frac{B^2}{n} \\wedge 1", "min(B^2/n, 1)"],
    ["\\sqrt{\\log(1/\\epsilon)}", "sqrt(log(1/eps))"],
    ["2n log³ n", "2*n*log(n)^3"],
  ])("reads %j as %j", (typed, plain) => {
    const shape = (text: string) => spell(parseFormula(text).tree).replaceAll(/@\d+/g, "");
    expect(shape(typed)).toBe(shape(plain));
    expect(parseFormula(typed).text).toBe(typed);
    expect(formulaLatex(parseFormula(typed))).toBe(formulaLatex(parseFormula(plain)));
  });

  test.prop([samples])("reads what has more spaces as the same tree, and its leaves where they stand", ({ text }) => {
    const { tree } = parseFormula(text);
    const places = [...spell(tree).matchAll(/([A-Za-z]\w*)@(\d+)/g)];
    expect(places.length).toBeGreaterThanOrEqual(
      text.match(/[A-Za-z]\w*/g)?.filter((name) => !/^e\d/.test(name)).length ?? 0,
    );
    for (const [, name, at] of places) expect(text.startsWith(name as string, Number(at) - 1)).toBe(true);
    const wide = ` ${text.replace(/[-+*/^(),]/g, " $& ")}`;
    fc.pre(wide.length <= 1000 && !/e [-+] /.test(wide));
    expect(spell(parseFormula(wide).tree).replace(/@\d+/g, "")).toBe(spell(tree).replace(/@\d+/g, ""));
  });

  test.prop([
    fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(..."nds2.e0bx+-*/^(), min(sqrt)".split("")), maxLength: 30 }),
    ),
  ])("reads any text or refuses it in one line", (text) => {
    try {
      expect(parseFormula(text).text).toBe(text);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as Error).message).toMatch(/^(the formula ".* must .* at position \d+|a formula must .*); [^\n]+$/);
    }
  });

  it.each([
    ["", /^a formula must not be empty, but is ""; write one/],
    [" \t", /^a formula must not be empty/],
    ["n".repeat(1001), /^a formula must have at most 1000 characters, but has 1001; shorten it$/],
    [
      "(".repeat(400) + "n" + ")".repeat(400),
      /^the formula "\(+\.\.\. must have at most 50 parentheses in one another, but has more at position 51; simplify it$/,
    ],
    ["n*foo", /must use known symbols \(n, d, s, .*\), but has "foo" at position 3; correct it or define it$/],
    ["foo(n)", /must use known symbols .* but has "foo" at position 1;/],
    ["n + constructor", /but has "constructor" at position 5;/],
    ["toString(n)", /but has "toString" at position 1;/],
    ["__proto__", /must hold only names, .*, but has "_" at position 1;/],
    ["n % d", /must hold only names, numbers and \+ - \* \/ \^ \( \) , but has "%" at position 3; remove it$/],
    ["n\nd", /but has "\\n" at position 2;/],
    ["ж0", /but has "ж" at position 1;/],
    ["n*😀", /but has "😀" at position 3;/],
    ["n[1]", /but has "\[" at position 2;/],
    ["n+", /must be complete, but mathjs says "Unexpected end of expression" at position 2; correct it$/],
    ["(n+d", /must be complete, but mathjs says "Parenthesis \) expected" at position 4;/],
    ["n + d)", /must be complete, .* at position 6;/],
    ["n * * d", /must be complete, .* at position 5;/],
    ["min(n,)", /must be complete, .* at position 7;/],
    ["2 3", /must be complete, .* at position 3;/],
    ["1.2.3", /must be complete, .* at position 4;/],
    [
      "n(d)",
      /must call only sqrt, log, min, max, exp, factorial, binomial, o, O, but calls "n" at position 1; write a \*/,
    ],
    ["d*sqrt", /must give sqrt its arguments in parentheses, but has none at position 3; write sqrt\(\.\.\.\)$/],
    [
      "\\sigma_0^{q-2} + \\foo",
      /^the formula "\\sigma_0\^\{q-2\} \+ \\foo" must have commands of formulas, but has \\foo at position 18;/,
    ],
    ["\\eta \\log^2 n \\cdot x", /but has "x" at position 21;/],
    ["\\frac{n}{d", /must be complete, but has a \{ that nothing closes at position 9; add a \}$/],
    ["2*log(n, 2)", /must give log one argument, but gives 2 at position 3; correct it$/],
    ["log()", /must give log one argument, but gives 0 at position 1;/],
    ["n*min(d)", /must give min 2 or more arguments, but gives 1 at position 3;/],
    ["n^1e999999", /must have numbers from 1e-308 to 1e308, but has 1e999999 at position 3;/],
    ["1e-309", /must have numbers from 1e-308 to 1e308, but has 1e-309 at position 1;/],
  ])("refuses %j", (text, message) => {
    expect(() => parseFormula(text)).toThrow(message);
  });

  it("takes names that are defined, but does not call them", () => {
    const defined = new Set(["constructor", "T"]);
    expect(spell(parseFormula("constructor^2*T", defined).tree)).toBe("((constructor@1 ^ 2@13) * T@15)");
    expect(() => parseFormula("constructor(n)", defined)).toThrow(/but calls "constructor" at position 1;/);
  });
});

describe("formulaLatex", () => {
  it.each([
    ["sigma0^(q-2)*sigmaP/n", "\\frac{{\\sigma_0}^{q-2} \\sigma_p}{n}"],
    ["n/(d*s)", "\\frac{n}{d s}"],
    ["(n+d)*s", "\\left(n+d\\right) s"],
    ["(n+d)^(beta-1)", "{\\left(n+d\\right)}^{\\beta-1}"],
    ["n-(d-s)", "n-\\left(d-s\\right)"],
    ["sqrt(log(1/eps))", "\\sqrt{\\log\\left(\\frac{1}{\\epsilon}\\right)}"],
    ["min(B^2/n, max(b1, b2))", "\\min\\left(\\frac{{B}^{2}}{n}, \\max\\left(\\beta_1, \\beta_2\\right)\\right)"],
    ["lambda*eta*alpha", "\\lambda \\eta \\alpha"],
    ["2*n*3*d", "2 n\\cdot3 d"],
    ["n^powerEta", "{n}^{\\mathrm{powerEta}}"],
  ])("writes %s", (text, latex) => {
    expect(formulaLatex(parseFormula(text)).replace(/\s+/g, " ")).toBe(latex);
  });
});
