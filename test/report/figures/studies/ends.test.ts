import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { ends } from "../../../../src/report/figures/studies/ends.ts";
import { svgOf } from "../../../../src/report/figures/svg.ts";
import { elementsOf } from "../../../helpers/xml.ts";
import { fileWith } from "../inputs.ts";

const SERIES = ["Adam", "AdamW"].flatMap((panel) => ["b = 100", "b = 2"].map((name) => ({ panel, name })));
const source = (rows: unknown, series: unknown = SERIES) => fileWith({ measure: "test error", series, rows });
const errors = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 0, maxLength: 5 });
const row = fc.record({
  change: fc.stringMatching(/^[a-z][a-z0-9 =.]{0,59}$/),
  values: fc.tuple(errors, errors, errors, errors),
});

describe("ends", () => {
  test.prop([fc.array(row, { minLength: 1, maxLength: 4 })])(
    "draws a mark for each run, every number a number",
    (rows) => {
      const data = ends.read(source(rows));
      const svg = svgOf(ends, data);
      expect(() => elementsOf(svg)).not.toThrow();
      expect(svg).not.toMatch(/NaN|Infinity/);
      const runs = (series: number) => rows.reduce((sum, { values }) => sum + (values[series] as number[]).length, 0);
      // Large batches are circles; in the key, too, but there they are paths.
      const circles = elementsOf(svg).filter((name) => name === "circle").length;
      expect(circles).toBe(runs(0) + runs(2));
    },
  );

  it("says which part of a file is wrong", () => {
    expect(() => ends.read(source([{ change: "base", values: [[1], [1], [1]] }]))).toThrow(
      /rows\[0\].values has 4 entries or more, but it has 3/,
    );
    expect(() => ends.read(source([{ change: "base", values: [[1], ["x"], [1], [1]] }]))).toThrow(
      /rows\[0\].values\[1\] is a finite number/,
    );
    expect(() => ends.read(source([]))).toThrow(/rows has 1 entries or more/);
    expect(() => ends.read(source([], [{ panel: "Adam" }]))).toThrow(/series\[0\].name is a text/);
  });
});
