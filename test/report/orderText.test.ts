import { describe, expect, it } from "vitest";
import { analyseFormula, analyseStatement } from "../../src/bounds/order/analyse.ts";
import { scalingOf } from "../../src/bounds/order/scalingOf.ts";
import { orderReportText } from "../../src/report/orderText.ts";

const scaling = scalingOf();

describe("orderReportText", () => {
  it("shows formulas and statements in a table each, and the domain of what is open once", () => {
    const formulas = ["n^2", "log(n)"].map((text) => analyseFormula(text, scaling));
    const statements = ["B = O(n)", "d*B = o(n^l)"].map((text) => analyseStatement(text, scaling));
    const text = orderReportText(
      [statements[0], formulas[0], statements[1], formulas[1]].flatMap((report) => report ?? []),
    );
    const lines = text.split("\n");
    expect(lines.filter((line) => /formula.*order|statement.*verdict.*where.*because/.test(line))).toHaveLength(2);
    expect(text).toMatch(/log\(n\).*log n/);
    expect(text).toMatch(/B = O\(n\).*holds.*everywhere.*exponents of n: beta <= 1/);
    expect(text).toMatch(/d\*B = o\(n\^l\).*depends.*l > beta \+ D/);
    expect(lines.at(-2)).toBe("(where 0 <= beta <= 1, D > 4, l >= 0)");
    expect(lines.at(-1)).toBe("");
  });

  it("shows formulas without a domain", () => {
    expect(orderReportText([analyseFormula("n^l", scaling)])).not.toMatch(/where|verdict/);
  });
});
