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

  it("counts several, shows them in a table, and gives each reason once", () => {
    const lines = orderReportText(compareFormulas("s", "n", scaling)).split("\n");
    expect(lines[0]).toMatch(/^10 statements: /);
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
