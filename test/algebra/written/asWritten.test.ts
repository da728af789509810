import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { asWritten } from "../../../src/algebra/written/asWritten.ts";
import { typedPart } from "../../../src/algebra/written/written.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { typed } from "./typed.ts";

const NAMES = {
  known: new Set(["n", "d", "s", "q", "B", "eta", "lambda", "sigma0", "sigmaP", "eps", "beta", "b1"]),
  spelled: new Map([
    ["sigma_0", "sigma0"],
    ["sigma_p", "sigmaP"],
    ["epsilon", "eps"],
    ["beta_1", "b1"],
  ]),
};
const plain = (typed: string) => asWritten(typed, NAMES).plain;
const tight = (typed: string) => plain(typed).replaceAll(" ", "");

describe("asWritten", () => {
  it.each([
    // LaTeX.
    ["\\sigma_0^{q-2}", "sigma0^(q-2)"],
    ["\\sigma_{0}^{q-2} \\sigma_p / n", "sigma0^(q-2)*sigmaP/n"],
    ["\\frac{\\sqrt{d}}{n^2}", "((sqrt(d))/(n^2))"],
    ["\\frac12 n", "(1/2)*n"],
    ["\\tfrac{1}{2}\\,\\eta", "((1)/(2))*eta"],
    ["n^{\\frac{1}{q}}", "n^(((1)/(q)))"],
    ["n^\\beta", "n^beta"],
    ["\\sqrt[3]{n}", "((n)^(1/3))"],
    ["\\sqrt n", "sqrt(n)"],
    ["\\log n", "log(n)"],
    ["\\log^{3} n", "(log(n)^(3))"],
    ["\\log^2(n d)", "(log(n*d)^2)"],
    ["\\log\\log n", "log(log(n))"],
    ["\\ln(1/\\varepsilon)", "log(1/eps)"],
    ["\\left(\\log n\\right)^3", "(log(n))^3"],
    ["\\bigl( n + d \\bigr) \\cdot s", "(n+d)*s"],
    ["\\max\\{n, d\\}", "max(n,d)"],
    ["\\max\\left\\{ n, d \\right\\}", "max(n,d)"],
    ["\\frac{B^2}{n} \\wedge 1", "min(((B^2)/(n)),1)"],
    ["$n \\times d$", "n*d"],
    ["\\[ n \\]", "n"],
    ["\\beta_1 \\epsilon", "b1*eps"],
    ["N_{\\max}", "N_max"],
    ["x_{1,2}", "x_1_2"],
    ["\\mathrm{polylog}(n)", "polylog(n)"],
    ["\\operatorname{poly}(n)", "poly(n)"],
    ["e^{-n}", "exp(-n)"],
    ["\\binom{n}{s}", "binomial((n),(s))"],
    // Unicode.
    ["σ₀", "sigma0"],
    ["σ_p·η", "sigmaP*eta"],
    ["β₁ε", "b1*eps"],
    ["n²", "n^(2)"],
    ["n⁻¹", "n^(-1)"],
    ["n¹⁰ d", "n^(10)*d"],
    ["log² n", "(log(n)^(2))"],
    ["√n", "sqrt(n)"],
    ["√(n d)", "sqrt(n*d)"],
    ["n^½", "n^(1/2)"],
    ["n − d", "n-d"],
    ["n × d ÷ s", "n*d/s"],
    ["n ∧ d ∧ s", "min(n,d,s)"],
    ["(n ∨ √d) s", "(max(n,sqrt(d)))*s"],
    ["max(n ∧ d, s)", "max(min(n,d),s)"],
    ["2ληn", "2*lambda*eta*n"],
    // Plain letters.
    ["n log n", "n*log(n)"],
    ["n log^3 n", "n*(log(n)^3)"],
    ["log^-1 n", "(log(n)^-1)"],
    ["log 2n", "log(2*n)"],
    ["log n^2", "log(n^2)"],
    ["n!", "factorial(n)"],
    ["2 (n+1)!/n!", "2*factorial(n+1)/factorial(n)"],
    ["log n!", "log(factorial(n))"],
    ["n (d + 1)", "n*(d+1)"],
    ["\\eta(s + 1)", "eta*(s+1)"],
    ["x(n + 1)", "x(n+1)"],
    ["log n log log n", "log(n)*log(log(n))"],
    ["n (log n)^3", "n*(log(n))^3"],
    ["n(log n)^3", "n*(log(n))^3"],
    ["polylog n", "polylog(n)"],
    ["1/2 log n", "1/2*log(n)"],
    ["ln n / n", "log(n)/n"],
    // Statements.
    ["n ≤ d", "n<=d"],
    ["n \\ll d", "n<<d"],
    ["n ≫ d", "n>>d"],
    ["n \\lesssim d", "n=O(d)"],
    ["n ≍ d log n", "n=Theta(d*log(n))"],
    ["n = \\tilde O(d)", "n=O~(d)"],
    ["n = \\tilde{\\Theta}\\left(d\\right)", "n=Theta~(d)"],
    ["n = Õ(d)", "n=O~(d)"],
    ["n = Θ\u0303(d)", "n=Theta~(d)"],
    ["n = Ω(d)", "n=Omega(d)"],
    ["n = \\widetilde{\\Omega}(d)", "n=Omega~(d)"],
    ["n \\in \\mathcal{O}(d \\log n)", "n=O(d*log(n))"],
    ["n = \\tilde{\\mathcal{O}}(d)", "n=O~(d)"],
    ["n/B = \\omega(s\\sigma_p \\vee \\sqrt n)", "n/B=omega(max(s*sigmaP,sqrt(n)))"],
    ["n ≪ d ∧ s", "n<<min(d,s)"],
  ])("reads %s", (typed, expected) => {
    expect(tight(typed)).toBe(expected);
  });

  it.each([
    "2 n",
    "n*d^2/(s + 1)",
    "lambda = o(sigma0^(q-2)*sigmaP/n)",
    "n <= d",
    "2.*n",
    "1.5e-3",
    "n/2 d",
    "x_1",
    "log (n)",
  ])("leaves %j as it is", (typed) => {
    const written = asWritten(typed, NAMES);
    expect(written.plain).toBe(typed);
    expect(written.at(3)).toBe(3);
  });

  it.each([
    [
      "n / d log n",
      /^the formula "n \/ d log n" must have parentheses where a product without sign follows a \/, .* at position 7;/,
    ],
    [
      "log n d",
      /must have parentheses around what log takes, as more follows, but has none at position 7; write log\(\.\.\.\)$/,
    ],
    ["√2n", /must have parentheses around what sqrt takes, .* at position 3;/],
    ["n ∧ d ∨ s", /must have parentheses where ∧ and ∨ meet, but has none at position 7;/],
    ["n + d ∧ s", /must have parentheses where ∧ meets a sum, but has none at position 3;/],
    ["n²^3", /must have parentheses where a power is raised, .* at position 3;/],
    [
      "\\foo n",
      /^the formula "\\foo n" must have commands of formulas, but has \\foo at position 1; write it otherwise$/,
    ],
    ["n + \\sum_i n", /but has \\sum at position 5;/],
    ["(n}", /must close a \( with a \), but has a } at position 3; correct it$/],
    ["\\frac{n}", /must have two parts of a fraction in braces at position 1;/],
    ["²n", /must raise something, .* at position 1;/],
    ["n^ log^2", /must give log its arguments, .* at position 4;/],
    // n^(sin(n)) and n^sin * n.
    ["n^sin(n)", /must have a sign between sin and its parenthesis, .* at position 6;/],
    ["n^q(n + 1)", /must have a sign between q and its parenthesis, .* at position 4;/],
    ["\\sigma_{+}", /must have names below names, .* at position 7;/],
    ["√n".repeat(1300), /^a formula must have at most 2500 characters, but has 2600; shorten it$/],
    ["\\{".repeat(60), /must have at most 50 parentheses in one another, but has more at position 101;/],
  ])("refuses %.20s", (typed, message) => {
    expect(() => asWritten(typed, NAMES)).toThrow(InputError);
    expect(() => asWritten(typed, NAMES)).toThrow(message);
  });

  it("knows what was typed for a part", () => {
    const typed = "\\sigma_0 = \\tilde O\\left( n \\wedge d \\right)";
    const written = asWritten(typed, NAMES);
    const [, right] = /~ \((.*)\)$/d.exec(written.plain)?.indices as [unknown, [number, number]];
    expect(written.plain).toBe("sigma0 = O~ ( min ( n , d ) )");
    expect(typedPart(written, ...right)).toBe("n \\wedge d");
    expect(typedPart(written, 0, 7)).toBe("\\sigma_0");
  });

  test.prop([typed], { numRuns: 3000 })("reads any text or refuses it in one sentence", (text) => {
    try {
      const { plain, at } = asWritten(text, NAMES);
      const places = Array.from({ length: plain.length + 1 }, (_, k) => at(k + 1));
      expect(Math.min(...places)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...places)).toBeLessThanOrEqual(text.length + 1);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as Error).message).toMatch(/^(the formula ".*|a formula) must [^\n]+; [^\n]+$/);
    }
  });
});
