import { describe, expect, it } from "vitest";
import { phaseData, phaseLines, phaseText } from "../../src/report/phaseTable.ts";
import { FIGURE } from "./phase.ts";

describe("phaseText", () => {
  const text = phaseText(FIGURE);

  it("says line by line where the event begins and ends", () => {
    expect(text).toContain("│ 1         │ ends 0.01 to 0.1 ");
    expect(text).toContain("│ 10        │ nowhere");
    expect(phaseText({ ...FIGURE, boundary: [], filled: FIGURE.filled.map(() => [true, null]) })).toMatch(
      /everywhere[^]*not known/,
    );
  });

  it("says what was run, the thresholds, and what is published", () => {
    expect(text).toContain("fits: training error < 1%; 2 seeds a node\n5 of 6 nodes run (83.33%)\n");
    expect(text).toMatch(/window from │ min\(B\^2\/n, 1\) │ 1 to 10 +│ 0.01 to 1 +│/);
    expect(text).toMatch(/noise +│ explicit +│ 10 +│ 0.01 \(0.002 to none\) │/);
    expect(text).toContain("published at weightDecay 0.01, batchSize 10: [T25] Table 1 (with another lr)\n");
    expect(phaseText({ ...FIGURE, grid: { ...FIGURE.grid, complete: false } })).toContain("; not complete\n");
  });
});

describe("phaseData and phaseLines", () => {
  it("are a number a cell, empty where there is none", () => {
    const { head, rows } = phaseData(FIGURE);
    expect(head).toEqual(["weightDecay", "batchSize", "runs", "failed", "fits", "share", "low", "high"]);
    expect(rows[2]).toEqual(["0.01", "1", "1", "1", "1", "1", "0.025", "1"]);
    expect(rows[4]).toEqual(["0.1", "10", "0", "2", "0", "", "", ""]);
  });

  it("put boundary, thresholds and published runs in one long table", () => {
    const { head, rows } = phaseLines(FIGURE);
    expect(head).toEqual(["kind", "name", "axis", "at", "low", "median", "high"]);
    expect(rows).toEqual([
      ["boundary", "ends", "weightDecay", "1", "0.01", "", "0.1"],
      ["boundary", "ends", "batchSize", "0.001", "1", "", "10"],
      ["boundary", "ends", "batchSize", "0.01", "1", "", "10"],
      ["order", "window from", "weightDecay", "1", "0.01", "0.01", "0.01"],
      ["order", "window from", "weightDecay", "10", "1", "1", "1"],
      ["explicit", "noise", "weightDecay", "10", "0.002", "0.01", ""],
      ["published", "[T25] Table 1", "weightDecay", "10", "", "0.01", ""],
    ]);
  });
});
