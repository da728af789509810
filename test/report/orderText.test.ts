import { describe, expect, it } from "vitest";
import { analyseFormula, analyseStatement, compareFormulas } from "../../src/bounds/order/analyse.ts";
import { scalingOf } from "../../src/bounds/order/scalingOf.ts";
import { orderReportText } from "../../src/report/orderText.ts";

const scaling = scalingOf();
const statement = (text: string) => analyseStatement(text, scaling);

describe("orderReportText", () => {
  it("answers a statement in one line, then says why, and what was left open", () => {
    expect(orderReportText([statement("d*B = o(n^l)")])).toBe(
      [
        "depends: d*B = o(n^l), where l > beta + D",
        "because: exponents of n: beta + D against l; of log n: 0 = 0",
        "",
        "n goes to infinity; exponents that were not set (--set), and where they may lie:",
        "  D > 4             d = n^D",
        "  0 <= beta <= 1    B = n^beta",
        "  l >= 0            lambda = n^-l",
        "",
      ].join("\n"),
    );
    expect(orderReportText([statement("B = O(n)")])).toMatch(
      /^holds: B = O\(n\), everywhere\nbecause: exponents of n: beta <= 1/,
    );
    expect(orderReportText([statement("n = o(1)")])).toMatch(/^fails: n = o\(1\), everywhere\n/);
  });

  it("says of a comparison the most that holds everywhere", () => {
    // s sigmaP against s: sigmaP falls as a power of n. n against n log(n): one logarithm, so o but not o~, and Theta~. n against B: beta is open.
    const first = (left: string, right: string) =>
      orderReportText(compareFormulas(left, right, scaling)).split("\n")[0];
    expect(first("s*sigmaP", "s")).toBe("holds: s*sigmaP = o~(s), everywhere (of 10 relations 4 hold, 6 fail)");
    expect(first("n", "n*log(n)")).toBe("holds: n = o(n*log(n)), everywhere (of 10 relations 5 hold, 5 fail)");
    expect(first("2*n", "n")).toBe("holds: 2*n = Theta(n), everywhere (of 10 relations 6 hold, 4 fail)");
    expect(first("n", "B^2")).toMatch(/^no relation holds everywhere \(of 10 relations /);
  });

  it("shows a comparison in a table, and gives each reason once", () => {
    const lines = orderReportText(compareFormulas("s", "n", scaling)).split("\n");
    expect(lines.filter((line) => /statement.*verdict.*where/.test(line))).toHaveLength(1);
    const reasons = lines.filter((line) => line.startsWith("    "));
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it("says formulas without a domain", () => {
    expect(orderReportText(["n^2", "log(n)"].map((text) => analyseFormula(text, scaling)))).toBe(
      "n^2 = Theta(n^2)\nlog(n) = Theta(log n)\n",
    );
  });
});
