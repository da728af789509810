import { describe, expect, it } from "vitest";
import { layoutsOf } from "../../../../src/report/figures/study/layout.ts";
import type { StudyRow } from "../../../../src/report/figures/study/rows.ts";

const row = (at: StudyRow["at"], more: Partial<StudyRow> = {}): StudyRow => ({
  ...{ part: "p", at, measure: "learn", kind: "share", value: 1, low: 0.6, high: 1, overturns: false },
  ...{ predicted: { least: 0.5, most: 1 }, agrees: "yes", ...more },
});
const grid = (rows: number, columns: number, more: Partial<StudyRow> = {}) =>
  Array.from({ length: rows * columns }, (_, k) => row({ s: Math.floor(k / columns), b: 2 ** (k % columns) }, more));
const formsOf = (rows: readonly StudyRow[]) => layoutsOf(rows).map(({ form, measure }) => `${measure}: ${form}`);

describe("how a study is drawn", () => {
  it("is as curves where a number has three values or more, as a map where shares fill a grid of many curves", () => {
    expect(formsOf(grid(5, 3))).toEqual(["learn: curves"]);
    expect(formsOf(grid(6, 3))).toEqual(["learn: tiles"]);
    expect(formsOf(grid(6, 3, { kind: "median" }))).toEqual(["learn: curves"]);
    // A row of a grid of which less than three quarters is there.
    expect(formsOf(grid(6, 4).filter((_, k) => k % 4 < 2 || k < 6))).toEqual(["learn: curves"]);
  });

  it("is a row a point where nothing is a number to the right, or a value is printed", () => {
    expect(formsOf(grid(2, 2))).toEqual(["learn: rows"]);
    expect(formsOf(["x", "y", "z"].map((change) => row({ change })))).toEqual(["learn: rows"]);
    expect(formsOf(grid(6, 3, { published: 0.5 }))).toEqual(["learn: rows"]);
    expect(formsOf([row({})])).toEqual(["learn: rows"]);
  });

  it("leaves out what nothing was predicted of, but where nothing was predicted at all", () => {
    const { predicted: _, agrees: __, ...other } = row({ b: 1 }, { measure: "else" });
    expect(formsOf([...grid(1, 3), other])).toEqual(["learn: curves"]);
    expect(formsOf([other])).toEqual(["else: rows"]);
  });

  it("keeps of a part without a prediction what another part has one of", () => {
    const beside = grid(1, 3).map(({ predicted: _, agrees: __, ...one }) => ({ ...one, part: "beside" }));
    const other = beside.map((one) => ({ ...one, measure: "else" }));
    expect(layoutsOf([...grid(1, 3), ...beside, ...other]).map(({ rows }) => rows.length)).toEqual([6]);
  });

  it("is of each part by itself where rows are many", () => {
    const many = grid(21, 2).flatMap((one) => ["p", "q"].map((part) => ({ ...one, part })));
    expect(layoutsOf(many).map(({ rows }) => rows.length)).toEqual([42, 42]);
  });
});
