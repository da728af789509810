import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/experiments/heat/block.ts";
import { heatJobs } from "../../../src/experiments/heat/heat.ts";
import { heatReport } from "../../../src/experiments/heat/report.ts";
import type { HeatMap } from "../../../src/papers/heatMap.ts";
import { HEAT_MAPS } from "../../../src/papers/heatMaps.ts";
import { heatSentences, heatText } from "../../../src/report/heatText.ts";

const GRID = { rows: [16, 81, 256], columns: Array.from({ length: 60 }, (_, k) => (k + 1) / 10), replicates: 6 };

const MAP: HeatMap = {
  ...{ name: "made", title: "made up", source: "ours", testSize: 10, cut: 0.2, level: "gram", readings: ["none"] },
  rows: { name: "d", about: "coordinates" },
  columns: { name: "mu", about: "strength" },
  ...{ full: GRID, quick: GRID },
  claimed: { formula: "mu^4 = C d", exponent: 1 / 4 },
  run: () => ({}),
};

/** Errors of 0.5 below mu = d^(1/4), of 0 above; replicate k is shifted by k columns. */
const blocks = (shift: number): Block[] =>
  GRID.rows.map((d) => {
    const testError = GRID.columns.map((mu) =>
      Array.from({ length: 6 }, (_, k) => (mu < d ** 0.25 + (shift * k) / 10 ? 0.5 : 0)),
    );
    return { testError, trainLoss: testError };
  });

describe("a heat map's report", () => {
  it("finds the exponent of a boundary on a power law, and agrees with the claimed curve", () => {
    const report = heatReport(MAP, GRID, false, blocks(0));
    // 16, 81, 256 are 2^4, 3^4, 4^4: the boundary is half a column below 2, 3, 4.
    expect(report.boundary).toEqual([1.95, 2.95, 3.95]);
    expect(report.exponent.ofMean).toBeCloseTo(1 / 4, 2);
    expect(report.claimedAgrees).toBe(1);
    expect(report.exponent.each).toHaveLength(6);
    expect(report.exponent.interval).toMatchObject({ seeds: 6 });
  });

  it("gives each replicate a boundary of its own", () => {
    const { exponent } = heatReport(MAP, GRID, false, blocks(3));
    const each = exponent.each as number[];
    // Shifted to larger mu the same rise is a smaller part of it.
    expect(each.every((value, k) => k === 0 || value < (each[k - 1] as number))).toBe(true);
  });

  it("counts runs that diverged, as above the cut", () => {
    const [first, ...rest] = blocks(0) as [Block, ...Block[]];
    const broken = { ...first, testError: first.testError.map((cell, k) => (k === 59 ? cell.map(() => null) : cell)) };
    const report = heatReport(MAP, GRID, false, [broken, ...rest]);
    expect(report.diverged).toBe(6);
    expect(report.testError[0]?.at(-1)).toBe(null);
    expect(heatSentences(report).at(-1)).toBe("6 runs left the finite numbers.");
  });

  it("is told in words, with the largest row on top", () => {
    const text = heatText(heatReport(MAP, GRID, true, blocks(0)), 100);
    expect(text).toContain("The error passes 0.2 at mu = C d^");
    expect(text.indexOf("256 @")).toBeLessThan(text.indexOf(" 16 @"));
  });
});

describe("the papers' heat maps", () => {
  it.each(HEAT_MAPS.map((map) => [map.name, map] as const))(
    "%s has runs that can be trained, each cell and replicate from seeds of its own",
    (_, map) => {
      const grid = { ...map.quick, columns: map.quick.columns.slice(0, 3), rows: map.quick.rows.slice(0, 2) };
      const seeds = heatJobs(map, grid).flatMap(({ runs, replicates }) =>
        runs.flatMap(({ seed }) => Array.from({ length: replicates }, (_, k) => seed + k)),
      );
      expect(new Set(seeds).size).toBe(seeds.length);
    },
  );

  it("k23 is the grid of the public script", () => {
    const [k23] = HEAT_MAPS as [HeatMap];
    const { rows, columns, replicates } = k23.full;
    expect([rows[0], rows.at(-1), rows.length]).toEqual([100, 1090, 100]);
    expect([columns[0], columns.at(-1), columns.length, replicates]).toEqual([0, 9.9, 100, 10]);
  });
});
