import { describe, expect, it } from "vitest";
import type { EmpiricalThreshold } from "../../src/bounds/thresholds/search/empiricalThreshold.ts";
import type { ThresholdRow } from "../../src/bounds/thresholds/thresholds.ts";
import { toCsv } from "../../src/report/table.ts";
import { thresholdsData, thresholdsTable } from "../../src/report/thresholdsTable.ts";

const row: ThresholdRow = {
  ...{ n: 8, q: 3, batchSize: 8, optimizer: "adam", threshold: "feature", order: "n^(-3/2)" },
  orderLatex: "n^{-\\frac{3}{2}}",
  explicit: { low: 0.0123456, median: 0.02, high: 0.03 },
};
const median = { estimate: 0.021, low: 0.0199996, high: null, coverage: 0.96875, seeds: 6 };
const unfinished: EmpiricalThreshold = { question: "feature-grows", class: "+1", starts: [], notMonotone: [] };
const empirical: EmpiricalThreshold = { ...unfinished, median };
const bare: ThresholdRow = {
  n: 8,
  q: 3,
  batchSize: 8,
  optimizer: "adamw",
  threshold: "fails",
  explicit: { low: null, median: null, high: null },
};

const last = (...rows: ThresholdRow[]) => thresholdsTable(rows).rows.map((cells) => cells.at(-1));

describe("thresholdsTable", () => {
  it("has no empirical column where nothing was trained", () => {
    expect(thresholdsTable([row, bare])).toEqual({
      head: ["n", "q", "batch size", "optimizer", "threshold", "order", "explicit"],
      rows: [
        ["8", "3", "8", "adam", "feature", "n^(-3/2)", "0.02 (0.01235 to 0.03)"],
        ["8", "3", "8", "adamw", "fails", "", "none"],
      ],
    });
  });

  it("writes what does not depend on the start once, and names missing ends", () => {
    const at = (low: number | null, median: number | null, high: number | null) =>
      last({ ...row, explicit: { low, median, high } })[0];
    expect(at(1, 1, 1)).toBe("1");
    expect(at(1, 2, null)).toBe("2 (1 to none)");
  });

  it("gives the interval with its seeds and coverage, and what was not as it should be", () => {
    expect(last({ ...row, empirical }, bare)).toEqual(["0.021 (0.02 to any; 6 seeds, 96.88%)", ""]);
    const odd = {
      ...empirical,
      notMonotone: [2, 5],
      interrupted: true,
      median: { ...median, estimate: null, low: null },
    };
    expect(last({ ...row, empirical: odd })).toEqual([
      "none (0 to any; 6 seeds, 96.88%, not monotone at seeds 2 5, interrupted)",
    ]);
    expect(last({ ...row, empirical: { ...unfinished, interrupted: true } })).toEqual(["interrupted"]);
  });
});

describe("thresholdsData", () => {
  it("has a number a cell, every digit of it, and nothing where there is none", () => {
    const csv = toCsv(thresholdsData([{ ...row, empirical }, bare])).split("\r\n");
    expect(csv).toEqual([
      "n,q,batchSize,optimizer,threshold,order,low,median,high,empirical,empiricalLow,empiricalHigh,coverage,seeds",
      "8,3,8,adam,feature,n^(-3/2),0.0123456,0.02,0.03,0.021,0.0199996,,0.96875,6",
      "8,3,8,adamw,fails,,,,,,,,,",
    ]);
  });
});
