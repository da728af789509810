import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { CONDITIONS, hypothesisNamed } from "../../../src/bounds/hypotheses/hypotheses.ts";
import { analyse, analyseFormula, analyseStatement, compareFormulas } from "../../../src/bounds/order/analyse.ts";
import { decide } from "../../../src/bounds/order/decide.ts";
import { parseFormula } from "../../../src/bounds/order/formula.ts";
import type { Order } from "../../../src/bounds/order/order.ts";
import { orderOf } from "../../../src/bounds/order/orderOf.ts";
import { RELATIONS } from "../../../src/bounds/order/relations.ts";
import { scalingOf } from "../../../src/bounds/order/scalingOf.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { contains, points, samples, smallSamples } from "./arbitrary.ts";

const OPEN = scalingOf();
const relations = fc.constantFrom(...RELATIONS.filter(({ form }) => form === "letter"));

/** The order with all exponents left open, or undefined where a sign would have to be known. */
const openOrder = (text: string): Order | undefined => {
  try {
    return orderOf(parseFormula(text), OPEN);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(/set them$|set exponents or shorten it$|rewrite the difference$/);
    return undefined;
  }
};

describe("a statement with open exponents", () => {
  test.prop([fc.oneof(smallSamples, samples), relations, smallSamples, points], { numRuns: 250 })(
    "holds at a point where, and only where, it holds with the exponents of that point",
    (f, relation, g, exponents) => {
      const [left, right] = [openOrder(f.text), openOrder(g.text)];
      fc.pre(left !== undefined && right !== undefined);
      const { verdict, region } = decide(left as Order, relation, right as Order);
      const there = analyseStatement(`${f.text} = ${relation.name}(${g.text})`, scalingOf({ exponents }));
      expect(["holds", "fails"]).toContain(there.verdict);
      expect(there.region).toBe(there.verdict === "holds" ? "everywhere" : "nowhere");
      expect(there.domain).toEqual([]);
      expect(contains(region, exponents)).toBe(there.verdict === "holds");
      expect(contains(relation.region(left as Order, right as Order), exponents)).toBe(there.verdict === "holds");
      if (verdict !== "depends") expect(there.verdict).toBe(verdict);
    },
  );

  test.prop([smallSamples, relations, smallSamples, points])(
    "holds where it does with some exponents set, too",
    (f, relation, g, point) => {
      const text = `${f.text} = ${relation.name}(${g.text})`;
      fc.pre(openOrder(f.text) !== undefined && openOrder(g.text) !== undefined);
      const exponents = { D: point.D, beta: point.beta };
      const partly = analyseStatement(text, scalingOf({ exponents })).verdict;
      const wholly = analyseStatement(text, scalingOf({ exponents: point })).verdict;
      if (partly !== "depends") expect(wholly).toBe(partly);
    },
  );
});

const because = (text: string, exponents = {}) => {
  const { verdict, region, reason } = analyseStatement(text, scalingOf({ exponents }));
  return [verdict, region, reason];
};

describe("the conditions of the scaling family", () => {
  it.each([
    // s sigmaP = (s/log n)^(1/2) with s = n^(D/2 - 2): exponent D/4 - 1 > 0 for D > 4.
    ["s*sigmaP = omega(1)", "holds", "exponents of n: 1/4 D - 1 > 0"],
    ["sqrt(s)*sigmaP = O~(1)", "holds", "exponents of n: 0 = 0"],
    ["sqrt(s)*sigmaP = o(1)", "holds", "exponents of n: 0 = 0; of log n: -1/2 < 0"],
    ["sqrt(s)*sigmaP = o~(1)", "fails", "exponents of n: 0 = 0"],
    // alpha = s^(-1/2) (log n)^(1/2).
    ["alpha = o(1)", "holds", "exponents of n: -1/4 D + 1 < 0"],
    // eta s sigmaP: -(D/2 - 1) - (q-1) D/4 + (D/2 - 2)/2 = -D q/4.
    ["eta*s*sigmaP = o(1)", "holds", "exponents of n: -1/4 D q < 0"],
    // Both are n^(-(q-1) D/4) times n^-1 and n^0.
    ["eta*s = o(sigma0^(q-1))", "holds", "exponents of n: -1/4 D q + 1/4 D - 1 < -1/4 D q + 1/4 D"],
    ["eta = o(sigma0^(q-1))", "holds", "exponents of n: -1/4 D q - 1/4 D + 1 < -1/4 D q + 1/4 D"],
    // 1 + (3/2) (D/2 - 2) = 3 D/4 - 2 < D.
    ["n*s^2*sigmaP = O(d)", "holds", "exponents of n: 3/4 D - 2 < D"],
  ])("%s %s", (text, verdict, reason) => {
    expect(because(text)).toEqual([verdict, verdict === "holds" ? "everywhere" : "nowhere", reason]);
  });

  it.each(CONDITIONS.flatMap((id) => hypothesisNamed(id).anyOf.map(({ text }) => [text])))(
    "%s is proved as it is written there",
    (text) => {
      expect(analyseStatement(text, OPEN).verdict).toBe("holds");
    },
  );

  it("fail or depend where the family is changed", () => {
    // powerEta = 1: eta s = n^(D/2 - 3) against n^(-(q-1) D/4), never smaller for D > 4.
    expect(because("eta*s = o(sigma0^(q-1))", { powerEta: "1" })[0]).toBe("fails");
    // powerEta = D/4 - 1 + l: eta s sigmaP = n^-l (log n)^(-1/2).
    expect(because("eta*s*sigmaP = o(1)", { powerEta: "D/4 - 1 + l" })[1]).toBe("everywhere");
    expect(because("eta*s*sigmaP = o~(1)", { powerEta: "D/4 - 1 + l" })[1]).toBe("l > 0");
  });
});

describe("Corollary 4.6", () => {
  const claim = "sigma0^(q-2) = o(min(B^2/n, 1))";

  it("holds for all D > 4, q >= 3 and beta, and says which inequalities it comes to", () => {
    // sigma0^(q-2) = n^(-D (q-2)/4); B^2/n = n^(2 beta - 1). D (q-2)/4 > 1 >= 1 - 2 beta.
    expect(because(claim)).toEqual([
      "holds",
      "everywhere",
      "n^(-1/4 D q + 1/2 D) against min(n^(2 beta - 1), 1): needs 1/4 D q + 2 beta > 1/2 D + 1 and 1/4 D q > 1/2 D",
    ]);
    expect(analyseStatement(claim, OPEN).domain).toEqual(["D > 4", "q >= 3", "0 <= beta <= 1"]);
  });

  it("does not hold beyond the papers' start: with sigma0 = d^(-1/16) it needs D (q-2) > 16 (1 - 2 beta)", () => {
    const { verdict, region } = analyseStatement(claim, scalingOf({ quantities: { sigma0: "d^(-1/16)" } }));
    expect([verdict, region]).toEqual(["depends", "1/16 D q + 2 beta > 1/8 D + 1"]);
  });
});

describe("the theorems' conditions", () => {
  it.each([
    // lambda = o(sigma0^(q-2) sigmaP/n): -l < -(q-2) D/4 - D/4 + 1 - 1; where equal, (log n)^(-1/2) on the right forbids it.
    ["lambda = o(sigma0^(q-2)*sigmaP/n)", "depends", "l + 1/4 D > 1/4 D q"],
    // lambda = omega(sigma0^(q-2)), Corollary 4.3.
    ["lambda = omega(sigma0^(q-2))", "depends", "1/4 D q > l + 1/2 D"],
    ["n/B = Theta(1)", "depends", "beta = 1"],
    // n^(1-beta) >= log n: any power will do.
    ["n/B = Omega(log(1/eps))", "depends", "beta < 1"],
    ["n/B = o(s*sigmaP)", "depends", "beta + 1/4 D > 2"],
    ["n/B = Omega(max(sqrt(n), log(1/eps)))", "depends", "beta <= 1/2"],
    ["lambda = Omega~(min(B^2/n, 1))", "depends", "(l + 2 beta <= 1) or (l = 0)"],
  ])("%s %s", (text, verdict, region) => {
    expect(because(text).slice(0, 2)).toEqual([verdict, region]);
  });

  it.each([
    // Exponents of any names are positive; D/(2 q) > 1 is D > 2 q.
    ["n^a = O(n^b)", "depends", "b >= a"],
    ["n^(1/q) = o(n)", "holds", "everywhere"],
    ["d^(1/(2q)) = o(n)", "depends", "q > 1/2 D"],
    ["n^((q-1)/(q-2)) = O(n^2)", "holds", "everywhere"],
    ["n^(1/a) = Theta(n^b)", "depends", "a b = 1"],
    ["lambda = Theta(n/B)", "depends", "l + 1 = beta"],
    ["lambda*n = Theta(B)", "depends", "l + beta = 1"],
    ["lambda*n = O(B)", "depends", "l + beta >= 1"],
    ["\\lambda n \\asymp B", "depends", "l + beta = 1"],
  ])("%s %s where %s", (text, verdict, region) => {
    expect(because(text).slice(0, 2)).toEqual([verdict, region]);
  });

  it("names exponents that are no papers' in the domain", () => {
    expect(analyseStatement("n^a = O(n^(q-b))", OPEN).domain).toEqual(["q >= 3", "a > 0", "b > 0"]);
  });

  it("decides what two halves of the domain decide together", () => {
    expect(because("min(n^l, n)*max(n^l, n) = Theta(n^(l+1))")[0]).toBe("holds");
    expect(because("max(n^l, n) = o(min(n^(2*l), n))")[0]).toBe("fails");
  });
});

describe("analyse", () => {
  it("reads a formula or a statement, and gives LaTeX and text of both sides", () => {
    expect(analyse("n^2*log(n)", OPEN)).toEqual({
      formula: "n^2*log(n)",
      latex: "{n}^{2} \\log\\left(n\\right)",
      order: "n^2 log n",
    });
    expect(analyse("s/n = O~(d^(1/2))", OPEN)).toEqual({
      statement: "s/n = O~(d^(1/2))",
      latex: "\\frac{s}{n} = \\tilde{O}\\left({d}^{\\frac{1}{2}}\\right)",
      left: "n^(1/2 D - 3)",
      right: "n^(1/2 D)",
      verdict: "holds",
      region: "everywhere",
      domain: ["D > 4"],
      reason: "exponents of n: 1/2 D - 3 < 1/2 D",
    });
  });

  it("compares two formulas by every relation", () => {
    const reports = compareFormulas("n", "n*log(n)", OPEN);
    expect(reports.map(({ verdict }) => verdict === "holds")).toEqual(
      // o, O, Theta, Omega, omega, and with ~
      [true, true, false, false, false, false, true, true, true, false],
    );
    expect(reports[1]?.statement).toBe("n = O(n*log(n))");
  });

  it("decides Theta between a min and a sum, and between sums, of which one term decides each", () => {
    // The larger of n^l and n^q is the smaller of n^D and n^2: that is q or l, and D > 4 > 2 leaves 2, which q >= 3 exceeds.
    expect(analyseStatement("min(n^D, n^2) = Theta(n^l + n^q)", OPEN).verdict).toBe("fails");
    // 2 = l, for beta <= 1 is less, or l below both: n^2 = n^l.
    expect(analyseStatement("n^2 + n^beta = Theta(n^l + n)", OPEN).region).toBe("l = 2");
    const text =
      "min(n^(D/q), n^(1/a)*log(n)^(D-a)) = Theta(n^(D/(D-4+q a)+a)*log(n)^(D*beta) + n^(2/(a+1))*log(n)^(l-D))";
    expect(analyseStatement(text, OPEN).verdict).toBe("depends");
  });

  it("answers in a moment where sums would make endless cases", () => {
    const sum = (k: number) => Array.from({ length: 8 }, (_, i) => `n^(${i + k}*l - ${(i + k) ** 2}*beta)`).join("+");
    expect(() => analyseStatement(`${sum(1)} = O(${sum(9)})`, OPEN)).toThrow(/^a statement must have at most 64 cases/);
    expect(() => analyseFormula(`${sum(1)}+${sum(9)}`, OPEN)).toThrow(
      /at most 8 terms between which the exponents decide/,
    );
  });
});
