import { describe, expect, it } from "vitest";
import type { Report } from "../../src/experiments/reproduce.ts";
import type { Finding } from "../../src/experiments/rowReport.ts";
import { reproduceMarkdown } from "../../src/report/reproduceReport.ts";
import { verdicts } from "../../src/report/verdicts.ts";
import { placeAmong, predictionInterval } from "../../src/statistics/predictionInterval.ts";

const finding = (quantity: string, published: number, values: number[]): Finding => ({
  quantity,
  published: { value: published },
  values: values.map((value, k) => ({ seed: k + 1, value })),
  interval: values.length > 0 ? predictionInterval(values) : null,
  ...(values.length > 0 && { placement: placeAmong(published, values) }),
});

const reportOf = (...findings: Finding[]): Report => ({
  quick: false,
  testSize: 10000,
  seeds: [1, 2, 3],
  miniBatchSeeds: [1, 2, 3],
  engine: { name: "reference", version: "1" },
  rows: [
    {
      target: "table1",
      source: "[T25] Table 1",
      title: "t",
      label: "Adam",
      optimizer: "adam",
      batchSize: 100,
      epochs: 9,
      findings,
      diverged: [],
    },
  ],
});

describe("reproduceMarkdown", () => {
  it("gives median, range, seeds and where the published value falls", () => {
    const text = reproduceMarkdown(reportOf(finding("test error", 0.9545, [0.7, 0.6, 0.8])));
    expect(text).toContain(
      "| [T25] Table 1 Adam | test error | 0.9545 | 0.7 [0.6, 0.8] | 3 | above all 3 (3 seeds cannot tell) |",
    );
  });

  it("says in the row that runs were shortened, and how unlikely a value outside of many seeds is", () => {
    const many = Array.from({ length: 50 }, (_, k) => 0.5 + k / 1000);
    // One more value is above 50 others with probability 1/51, and outside with twice that.
    expect(reproduceMarkdown(reportOf(finding("test error", 0.9545, many)))).toContain("above all 50 (p = 0.039)");
    const quick = { ...reportOf(finding("test error", 0.9545, [0.7, 0.6])), quick: true };
    expect(reproduceMarkdown(quick)).toContain("| [T25] Table 1 Adam (shortened) | test error |");
  });

  it("lists every value with its seed", () => {
    expect(reproduceMarkdown(reportOf(finding("test error", 0, [0.7, 0.6])))).toContain("0.7 (seed 1), 0.6 (seed 2)");
  });

  it("shows a row of which every seed diverged as empty, not as a number", () => {
    expect(reproduceMarkdown(reportOf(finding("test error", 0, [])))).toContain("| 0 | - | 0 | - |");
  });
});

describe("verdicts", () => {
  const say = (train: number, test: number) =>
    verdicts(reportOf(finding("train error", 0, [train]), finding("test error", 0, [test])))[0];

  it("follows the numbers", () => {
    expect(say(0, 0)).toContain("has learnt the feature");
    expect(say(0, 0.7)).toContain("worse than a coin");
    expect(say(0, 0.51)).toContain("no better than a coin");
    expect(say(0, 0.2)).toContain("lies in between");
    expect(say(0.4, 0)).toContain("does not fit");
  });
});
