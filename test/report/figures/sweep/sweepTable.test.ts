import { describe, expect, it } from "vitest";
import type { SummaryRow } from "../../../../src/experiments/sweep/summary.ts";
import type { Source } from "../../../../src/report/figures/figure.ts";
import {
  divergedText,
  intervalText,
  seedsOfPoints,
  sweepFrom,
} from "../../../../src/report/figures/sweep/sweepTable.ts";

const BASE = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 4 };

/** A sweep of this plan, with one row a combination of values that its columns are asked for. */
function sweep(plan: object, rows: (by: readonly string[]) => readonly (readonly (string | number)[])[]) {
  const asked: string[][] = [];
  const source: Source = {
    path: "here",
    json: (name) => (name === "plan.json" ? { base: BASE, seeds: "1-3", ...plan } : undefined),
    table: () => undefined,
    outcomes: () => [],
    summary(by) {
      asked.push([...by]);
      return rows(by).map(
        (at) =>
          ({
            at,
            ...{ runs: 3, seeds: 3, failed: 0, frequencies: {} },
            testError: { median: 0.5, low: null, high: null, coverage: null },
          }) satisfies SummaryRow,
      );
    },
    spread: (by) => rows(by).map((at) => ({ at, seeds: 3, diverged: 1, mean: 0.5, deviation: 0.125 })),
    beside: () => ({ published: [], thresholds: [] }),
    diagram: () => undefined,
  };
  return { source, asked };
}

it("of means has a standard deviation down and up", () => {
  const { source } = sweep({ axes: { batchSize: [1, 2] } }, () => [[1], [2]]);
  const { form, points } = sweepFrom(source, "spread", undefined, "mean");
  expect(form).toBe("mean");
  expect(points[0]).toEqual({
    ...{ at: [1], series: "", seeds: 3, diverged: 1 },
    ...{ middle: 0.5, low: 0.375, high: 0.625, coverage: null },
  });
  expect(divergedText(points, form)).toMatch(/are in no mean$/);
});

it("does not part a curve by a learning rate that was chosen at each point of it", () => {
  const zip = (lr: number[]) => [{ optimizer: ["adam", "adam", "adamw", "adamw"], batchSize: [1, 2, 1, 2], lr }];
  const rows = (by: readonly string[]) => (by.length === 2 ? [[1, "adam"]] : [[1, "adam", 0.1]]);
  const seriesOf = (lr: number[]) =>
    sweepFrom(sweep({ zip: zip(lr) }, rows).source, "batch-size", ["batchSize"]).points;
  expect(seriesOf([0.1, 0.2, 0.1, 0.3])[0]?.series).toBe("Adam");
  expect(seriesOf([0.1, 0.1, 0.2, 0.2])[0]?.series).toBe("Adam, η = 0.1");
});

describe("sweepFrom", () => {
  const zip = [{ batchSize: [2, 3], epochs: [4, 8], recordEvery: [4, 8] }];
  const both = { optimizer: ["adam", "adamw"], weightDecay: [1e-5, 0.01] };

  it("names a curve by what varies beside the axis, and in the caption what follows from it", () => {
    const { source, asked } = sweep({ zip: [...zip, both] }, () => [
      [2, "adam", 1e-5],
      [3, "adamw", 0.01],
    ]);
    const { points, about, command } = sweepFrom(source, "batch-size", ["batchSize"]);
    expect(asked).toEqual([["batchSize", "optimizer", "weightDecay"]]);
    expect(points.map(({ at, series }) => [at, series])).toEqual([
      [[2], "Adam, λ = 10⁻⁵"],
      [[3], "AdamW, λ = 0.01"],
    ]);
    expect(about).toMatch(
      /; η = 0.01, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸; epochs from 4 to 8 as the plan says for each point$/,
    );
    expect(command).toBe("adamcheck figure batch-size --from here");
  });

  it("refuses runs whose axis is text, which no axis could hold", () => {
    const { source } = sweep({ axes: { batchSize: [2, 3] } }, () => [["x"]]);
    expect(() => sweepFrom(source, "batch-size", ["batchSize"])).toThrow(
      'batchSize must be a number in every run of a sweep, but is "x"; correct the journal',
    );
  });

  it("names epochs where nothing else tells them", () => {
    const { source, asked } = sweep({ axes: { batchSize: [2, 3], epochs: [4, 8] } }, () => [[2, 4]]);
    expect(sweepFrom(source, "batch-size", ["batchSize"]).points[0]?.series).toBe("epochs = 4");
    expect(asked).toEqual([["batchSize", "epochs"]]);
  });

  it("takes the number with most values where none is asked for", () => {
    const { source } = sweep(
      { axes: { ...{ optimizer: ["adam", "adamw", "sgd"], lr: [0.1, 0.2] }, weightDecay: [0, 0.1, 0.2] } },
      () => [[0, "adam", 0.1]],
    );
    expect(sweepFrom(source, "sweep").axes).toEqual(["weightDecay"]);
  });

  it("refuses a sweep that does not vary the axis, or none at all, or that has no run", () => {
    const { source } = sweep({ axes: { lr: [0.1, 0.2], batchSize: [2] } }, () => []);
    expect(() => sweepFrom(source, "batch-size", ["batchSize"])).toThrow(
      "from must name the folder of a sweep over batchSize, but that of here varies lr; choose another figure or folder",
    );
    expect(() => sweepFrom(source, "sweep")).toThrow("in here none has finished; run it first");
    expect(() => sweepFrom(sweep({}, () => []).source, "sweep")).toThrow(
      "over a number, but that of here varies nothing;",
    );
  });
});

it("seeds and intervals are those of the worst point", () => {
  const points = [
    { at: [1], series: "", seeds: 3, diverged: 0, middle: 0, low: 0, high: 1, coverage: 0.75 },
    { at: [2], series: "", seeds: 10, diverged: 2, middle: 0, low: 0, high: 1, coverage: 0.97 },
  ];
  expect(seedsOfPoints(points)).toBe("3 to 10 seeds a point");
  expect(divergedText(points)).toBe("runs that diverged, 2 at 1 of the points, are in no median");
  expect(divergedText(points.slice(0, 1))).toBe("");
  expect(intervalText(points)).toMatch(/with probability 0.75 or more$/);
  expect(
    intervalText([{ at: [1], series: "", seeds: 1, diverged: 0, middle: 0, low: null, high: null, coverage: null }]),
  ).toBe("");
});
