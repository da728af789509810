import { describe, expect, it } from "vitest";
import { analyse, analyseFormula, analyseStatement, compareFormulas } from "../../../src/bounds/order/analyse.ts";
import type { ScalingOptions } from "../../../src/bounds/order/scaling.ts";
import { scalingOf } from "../../../src/bounds/order/scalingOf.ts";
import { orderReportText } from "../../../src/report/orderText.ts";

const OPEN = scalingOf();
const verdictOf = (text: string, options = {}) => analyseStatement(text, scalingOf(options)).verdict;

describe("beyond n^a (log n)^b", () => {
  it("says the leading term with its constant", () => {
    expect(analyse("sqrt(n+1)+sqrt(n-1)-2*sqrt(n)", OPEN)).toEqual({
      formula: "sqrt(n+1)+sqrt(n-1)-2*sqrt(n)",
      latex: "\\sqrt{ n+1}+\\sqrt{ n-1}-2 \\sqrt{ n}".replaceAll("{ ", "{"),
      order: "n^(-3/2)",
      leading: "-1/4 n^(-3/2)",
    });
    expect(orderReportText([analyseFormula("(n + log n)^2 - n^2", OPEN)])).toBe(
      "(n + log n)^2 - n^2 = Theta(n log n), ~ 2 n log n\n",
    );
    expect(orderReportText([analyseFormula("log(log(n))", OPEN)])).toBe("log(log(n)) = Theta(log log n)\n");
  });

  it("says what the quotient tends to", () => {
    expect(analyseStatement("\\binom{2n}{n} = \\Theta(4^n/\\sqrt{n})", OPEN)).toEqual({
      statement: "\\binom{2n}{n} = \\Theta(4^n/\\sqrt{n})",
      latex: "\\binom{2 n}{n} = \\Theta\\left(\\frac{{4}^{ n}}{\\sqrt{n}}\\right)".replace("{ n}", "{n}"),
      left: "4^n n^(-1/2)",
      right: "4^n n^(-1/2)",
      verdict: "holds",
      region: "everywhere",
      domain: [],
      reason: "left ~ pi^(-1/2) 4^n n^(-1/2), right ~ 4^n n^(-1/2); left/right tends to pi^(-1/2)",
      limit: "pi^(-1/2)",
    });
    expect(analyseStatement("n! = o(n^n)", OPEN)).toMatchObject({ verdict: "holds", limit: "0" });
    expect(analyseStatement("n^n = o(n!)", OPEN)).toMatchObject({ verdict: "fails", limit: "infinity" });
  });

  it("says of < that constants do not count, where they would decide", () => {
    expect(analyseStatement("(1 + 1/n)^n < exp(1)", OPEN).reason).toBe(
      "left ~ e, right ~ e; left/right tends to 1 (< compares orders, whatever the constants)",
    );
    expect(analyseStatement("n! < n^n", OPEN).reason).toMatch(/tends to 0$/);
  });

  it("leaves what the algebra of orders decides to it, as it was", () => {
    expect(Object.keys(analyse("n^2*log(n)", OPEN))).toEqual(["formula", "latex", "order"]);
    expect(analyseStatement("n = o(n*log(n))", OPEN).reason).toBe("exponents of n: 1 = 1; of log n: 0 < 1");
    expect(analyseStatement("n = o(n*log(n))", OPEN).limit).toBeUndefined();
  });

  it.each([
    // s sigmaP = n^(1/2) (log n)^(-1/2) at D = 6.
    ["s*sigmaP = o(exp(sqrt(n)))", { exponents: { D: "6" } }, "holds"],
    ["s*sigmaP = o(n^(1/2)*log(log(n)))", { exponents: { D: "6" } }, "holds"],
    ["s*sigmaP*log(log(n)) = Omega(n^(1/2))", { exponents: { D: "6" } }, "fails"],
    ["x = o(2^n)", { quantities: { x: "n^log(n)" } }, "holds"],
    ["d = omega(n^9)", { quantities: { d: "2^n", s: "n^3", m: "log(log(n))" } }, "holds"],
    ["n^q = Theta(n^3)", { exponents: { q: "3" } }, "holds"],
    ["q*n! = Theta(n!)", { exponents: { q: "3" } }, "holds"],
    ["n^n > 2^n", {}, "holds"],
    ["log log n < 1", {}, "fails"],
    ["1 <= log log n", {}, "holds"],
    ["log log n = polylog(n)", {}, "holds"],
    ["exp(sqrt(log n)) = polylog(n)", {}, "fails"],
    ["n log log n = poly(n)", {}, "holds"],
    ["n^(log n) = poly(n)", {}, "fails"],
    ["exp(sqrt(log n)) = poly(n)", {}, "fails"],
    ["exp(-n) = poly(n)", {}, "fails"],
    ["log(log(n))/n = poly(n)", {}, "fails"],
    ["2^(n) = O(e^n)", {}, "holds"],
    ["n^{1+o(1)} \\ll n^2", {}, "holds"],
    ["log n! = Theta(n log n)", {}, "holds"],
  ])("%s: %j %s", (text, options, verdict) => {
    expect(verdictOf(text, options)).toBe(verdict);
  });

  it("compares by every relation", () => {
    const held = compareFormulas("n!", "n^n", OPEN).filter(({ verdict }) => verdict === "holds");
    expect(held.map(({ statement }) => statement)).toEqual([
      "n! = o(n^n)",
      "n! = O(n^n)",
      "n! = o~(n^n)",
      "n! = O~(n^n)",
    ]);
  });

  it.each<[string, RegExp, ScalingOptions?]>([
    ["log(log(n))*n^beta", /must take logs of powers of n, but takes that of log n, .* at position 1;/],
    [
      "exp(n^beta)",
      /must have values of all its exponents where it calls exp, but has none of some at position 1; set them$/,
    ],
    ["n*a", /circle of definitions, but a by b by a is one/, { quantities: { a: "2*b", b: "n/a" } }],
    [
      "sqrt(n^2+2*n+1)-n-1",
      /must not cancel exactly, or be seen to, but its first 32 terms cancel and the rest may at position 1; rewrite the difference$/,
    ],
    ["(-2)^n", /must take logs of what is positive, but takes that of a number that is not at position/],
    ["1 + 1/(n-n)", /must not divide by 0, but does at position 8; correct it$/],
    [
      "O(n) - n",
      /must not ask for more than its o and O terms leave known, but does at position 1; say more of those terms$/,
    ],
    ["n!!", /must have parentheses between one ! and the next, but has none at position 3; write \(n!\)!$/],
  ] as [text: string, message: RegExp, options?: ScalingOptions][])("refuses %s", (text, message, options = {}) => {
    expect(() => analyseFormula(text, scalingOf(options))).toThrow(message);
  });

  it("refuses to compare by < what is negative", () => {
    expect(() => verdictOf("-log log n < 1")).toThrow(
      /must be positive from some n on to be compared by numbers, but is negative; move terms to the other side$/,
    );
  });

  it("refuses counts that cannot be", () => {
    expect(() => scalingOf({ quantities: { m: "1/log(log(n))" } })).toThrow(
      "m must be Omega(1) somewhere in the domain of the exponents, but is (log log n)^(-1); define it otherwise",
    );
  });
});
