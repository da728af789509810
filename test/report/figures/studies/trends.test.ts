import { describe, expect, it } from "vitest";
import { trends } from "../../../../src/report/figures/studies/trends.ts";
import { svgOf } from "../../../../src/report/figures/svg.ts";
import { fileWith } from "../inputs.ts";

const POINTS = [
  { x: 8, agree: 3, of: 4, low: 0.2, high: 0.99, claimed: 0.875 },
  { x: 32, agree: 4, of: 4, low: 0.4, high: 1, claimed: 0.96 },
];
const source = (points: readonly object[]) =>
  fileWith({ claims: [{ id: "thm-0", evidence: [{ check: "more often", verdict: "holds", points }] }] });

describe("trends", () => {
  it("has a panel a theorem, with counts and verdict, and both lines", () => {
    const data = trends.read(source(POINTS));
    const [panel] = trends.sheet(data).rows.flat();
    expect([panel?.name, panel?.note]).toEqual(["thm-0-more-often", "n = 8: 3 of 4, n = 32: 4 of 4: holds"]);
    expect(svgOf(trends, data).match(/aria-label="line"/g)).toHaveLength(2);
  });

  it("refuses points of a scaling study, and none", () => {
    for (const points of [[], [{ x: 1, median: 1, low: 1, high: 1 }]]) {
      expect(() => trends.read(source(points))).toThrow(/with shares as n grows, but file.json has none; /);
    }
  });

  it("names what is no number", () => {
    expect(() => trends.read(source([{ ...POINTS[0], claimed: "all" }]))).toThrow(
      /in which points\[0\].claimed is a finite number, but it is "all"; /,
    );
  });
});
