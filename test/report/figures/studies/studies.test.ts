import { describe, expect, it } from "vitest";
import { scaling } from "../../../../src/report/figures/studies/scaling.ts";
import { slopes } from "../../../../src/report/figures/studies/slopes.ts";
import { studiesFrom, studiesText } from "../../../../src/report/figures/studies/studies.ts";
import { fileWith } from "../inputs.ts";

const FIGURES = { over: "n", from: 8, to: 64, seeds: 6, slope: 2, low: 1.9, high: 2.1, coverage: 0.9688, slack: 0.1 };
const POINTS = [8, 64].map((x) => ({ x, median: x * x, low: x, high: x * x * x }));
const source = (claimed: string, more: object = {}) =>
  fileWith({
    claims: [
      {
        id: "a-claim",
        evidence: [
          { check: "proof", about: "no slope", verdict: "holds" },
          { check: "study", about: "x", verdict: "holds", figures: { ...FIGURES, claimed }, ...more },
        ],
      },
    ],
  });

describe("studiesFrom", () => {
  it.each([
    ["2", [2, 2]],
    ["-0.5", [-0.5, -0.5]],
    ["in [1, Infinity]", [1, Infinity]],
    ["in [-Infinity, 1.5]", [-Infinity, 1.5]],
  ])("reads the claimed range %s, as checks print it", (text, range) => {
    const { studies } = studiesFrom(source(text), "slopes");
    expect(studies.map(({ claim, check, claimed }) => [claim, check, claimed])).toEqual([["a-claim", "study", range]]);
  });

  it("refuses a range that is none", () => {
    expect(() => studiesFrom(source("about 2"), "slopes")).toThrow(
      /figures.claimed is a number or a range, but it is about 2;/,
    );
  });
});

it("captions say how many seeds have no slope, where some have none", () => {
  const text = (figures: object) =>
    studiesText(studiesFrom(source("2", { figures: { ...FIGURES, claimed: "2", ...figures } }), "slopes").studies);
  expect(text({ without: 3 })).toMatch(/^6 seeds a study \(3 more, of all studies, have no slope and are left out\); /);
  expect([text({ without: 0 }), text({})].map((words) => words.split(";")[0])).toEqual(
    Array(2).fill("6 seeds a study"),
  );
});

it("slopes are drawn without points, scaling with them alone", () => {
  expect(slopes.read(source("2")).studies).toHaveLength(1);
  expect(() => scaling.read(source("2"))).toThrow(/from before they were kept; check again, or draw "slopes"$/);
  expect(scaling.read(source("2", { points: POINTS })).studies[0]?.points).toEqual(POINTS);
});
