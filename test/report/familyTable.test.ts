import { describe, expect, it } from "vitest";
import { CONDITIONS } from "../../src/bounds/hypotheses/hypotheses.ts";
import { marginsOf } from "../../src/bounds/hypotheses/margin.ts";
import { valuesOf } from "../../src/bounds/hypotheses/values.ts";
import { conditionsTable, familyTable } from "../../src/report/familyTable.ts";
import { familySetting } from "../../src/setting/family.ts";

const rowsAt = (sizes: number[], given: object = {}) =>
  sizes.map((n) => {
    const member = familySetting(n, given);
    return { ...member, conditions: marginsOf(CONDITIONS, valuesOf(member.setting, member.optimizer)) };
  });

describe("familyTable", () => {
  it("has a row per n, in the order given, with every digit of d where it is drawable", () => {
    const { head, rows } = familyTable(rowsAt([1000, 16, 16], { D: 6 }));
    expect(head).toEqual(["n", "d", "s", "sigmaP", "alpha", "m", "sigma0", "lr", "eps", "drawable"]);
    // n = 16: d = 2^24, s = 2^12/2^8 = 16, L = 2.7726: sigmaP = 1/sqrt(16 L) = 0.15014, alpha = sqrt(L)/4 = 0.41628, sigma0 = 2^-6, lr = 16^-5.
    const at16 = ["16", "16777216", "16", "0.1501", "0.4163", "3", "0.01563", "9.537e-7", "9.537e-12", "yes"];
    expect(rows.map((row) => row.length)).toEqual([10, 10, 10]);
    expect(rows[0]?.slice(0, 3).concat(rows[0]?.at(-1) ?? "")).toEqual(["1000", "1.000e+18", "1000", "no"]);
    expect(rows.slice(1)).toEqual([at16, at16]);
  });
});

describe("conditionsTable", () => {
  it("has a row per condition and a column per n, and says which side is good", () => {
    const { head, rows } = conditionsTable(rowsAt([16, 32], { D: 5, cSigmaP: 0.5, logSigmaP: 0 }));
    expect(head).toEqual(["condition", "formula", "holds if left/right", "n = 16", "n = 32"]);
    expect(rows).toHaveLength(12);
    // s n^2/sqrt(d) = 1 and 6/5.66.
    expect(rows[0]).toEqual(["support-size", "s = Theta(sqrt(d)/n^2)", "0.25 to 4", "1 holds", "1.061 holds"]);
    // s = 4 and 6 (2^12.5/2^10 = 5.66): s sigmaP = sqrt(s)/2 = 1 and 1.2247.
    expect(rows[5]).toEqual(["noise-l1", "s sigmaP = omega(1)", "> 1", "1 fails", "1.225 holds"]);
    expect(rows[6]).toEqual(["noise-l2", "sqrt(s) sigmaP = O~(1)", "<= 1", "0.5 holds", "0.5 holds"]);
  });
});
