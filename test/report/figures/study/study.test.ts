import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { study } from "../../../../src/report/figures/study/study.ts";
import { svgOf } from "../../../../src/report/figures/svg.ts";
import { fromCsv } from "../../../../src/report/fromCsv.ts";
import { studyData } from "../../../../src/report/studyTable.ts";
import { toCsv } from "../../../../src/report/table.ts";
import type { Row } from "../../../../src/studies/study.ts";
import { elementsOf } from "../../../helpers/xml.ts";
import { fileWith } from "../inputs.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({
  part: fc.constantFrom("a", "b, and c"),
  change: fc.constantFrom("x", "y"),
  lambda: fc.constantFrom(0, 1e-6, 0.01, 1),
  ends: fc.tuple(share, share, share),
  kind: fc.constantFrom("share", "median"),
  agrees: fc.constantFrom("yes", "no", "open", undefined),
  published: fc.constantFrom(undefined, 0.5),
});

/** Rows as `study` gives them: one a point. */
const rowsOf = (points: readonly (typeof point extends fc.Arbitrary<infer T> ? T : never)[]): Row[] =>
  points.map(({ part, change, lambda, ends, kind, agrees, published }) => {
    const [low, value, high] = ends.toSorted((a, b) => a - b) as [number, number, number];
    return {
      ...{ part, at: { change, weightDecay: lambda }, measure: "m", kind: kind as "share", seeds: 20, silent: 0 },
      ...{ value, low, high, ...(agrees && { predicted: { least: 0, most: 0.5 }, agrees: agrees as "yes" }) },
      ...(agrees === "no" && { overturns: true as const }),
      ...(published !== undefined && { published }),
    };
  });

const fromTable = (rows: readonly Row[]) => ({
  ...fileWith(undefined),
  table: () => fromCsv(`${toCsv(studyData(rows))}\n`),
});

describe("the figure of a study", () => {
  const points = fc.uniqueArray(point, {
    ...{ minLength: 1, maxLength: 16 },
    selector: ({ part, change, lambda }) => `${part}${change}${lambda}`,
  });

  test.prop([points], { numRuns: 25 })(
    "draws any, every number a number, the same of the table and of the result",
    (found) => {
      const rows = rowsOf(found);
      const data = study.read(fromTable(rows));
      const svg = svgOf(study, data);
      expect(() => elementsOf(svg)).not.toThrow();
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(study.read(fileWith({ question: "q", rows })).rows).toEqual(data.rows);
    },
  );

  it("counts what was predicted, and tells what overturns", () => {
    const at = (weightDecay: number, value: number): Row => ({
      ...{
        part: "p",
        at: { weightDecay },
        measure: "learn",
        kind: "share",
        seeds: 20,
        silent: 0,
        value,
        low: 0,
        high: 1,
      },
      ...{ predicted: { least: 0, most: 0.5 }, agrees: "open", ...(value > 0.5 && { overturns: true as const }) },
    });
    const data = study.read(fileWith({ question: "Does it?", rows: [at(0.01, 0.2), at(0.1, 0.6), at(1, 0.1)] }));
    expect(study.caption(data)).toBe(
      "Of 3 predicted points 0 agree, 0 disagree, 3 are open; bars: intervals that hold all together with 95%. Made by: adamcheck figure study --from file.json",
    );
    const svg = svgOf(study, data);
    expect(svg).toContain(">Does it?<");
    // A hollow mark a point, and the ring of the one that overturns; keys are paths.
    expect(elementsOf(svg).filter((name) => name === "circle")).toHaveLength(4);
  });

  it("says what of a table is wrong", () => {
    const table = (text: string) => ({ ...fileWith(undefined), table: () => fromCsv(text) });
    expect(() => study.read(table("n,measure\n1,learn"))).toThrow(/the first column is part .* they are n, measure/);
    expect(() => study.read(table("part,n,measure,value\np,1,learn,high"))).toThrow(
      /row 1.value is a finite number, but it is "high"/,
    );
    expect(() => study.read(table("part,n,measure,value\np,1,learn,"))).toThrow(/with a value, but file.json has none/);
    expect(() => study.read(table("part,n,measure,value,agrees\np,1,learn,1,maybe"))).toThrow(/one of yes, no, open/);
  });
});
