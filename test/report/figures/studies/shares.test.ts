import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { isTelling, shares, sharesIn } from "../../../../src/report/figures/studies/shares.ts";
import { svgOf } from "../../../../src/report/figures/svg.ts";
import { elementsOf } from "../../../helpers/xml.ts";
import { fileWith } from "../inputs.ts";

const source = (...figures: object[]) =>
  fileWith({
    claims: [
      {
        id: "a-claim",
        evidence: figures.map((each, k) => ({ check: `check-${k}`, verdict: "holds", figures: each })),
      },
    ],
  });

describe("sharesIn", () => {
  it("counts seeds that agree, and cases that do not", () => {
    const [seeds, cases, ...others] = sharesIn(
      source({ hits: 7, seeds: 9 }, { samples: 10, failing: 4, cases: 200 }, { slope: 2 }, { hits: 0, seeds: 0 }),
    );
    expect(others).toEqual([]);
    expect([seeds?.agree, seeds?.of, seeds?.what]).toEqual([7, 9, "seeds"]);
    expect([cases?.agree, cases?.of, cases?.what]).toEqual([6, 10, "cases"]);
    // Clopper and Pearson (1934) of 6 in 10.
    expect(cases?.low).toBeCloseTo(0.2624, 4);
    expect(cases?.high).toBeCloseTo(0.8784, 4);
  });

  it("refuses what counts nothing", () => {
    expect(() => shares.read(source({ slope: 2 }))).toThrow(
      /with counted seeds or cases, but file.json has none; check such a claim$/,
    );
  });

  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
  test.prop([fc.array(counts, { minLength: 1, maxLength: 6 })])(
    "gives an interval around the share, which is drawn, every number a number",
    (all) => {
      const from = source(...all.map(([agree, of]) => ({ samples: of, failing: of - agree })));
      for (const { low, high, agree, of } of sharesIn(from)) {
        expect(low <= agree / of && agree / of <= high && low >= 0 && high <= 1).toBe(true);
      }
      const svg = svgOf(shares, shares.read(from));
      expect(() => elementsOf(svg)).not.toThrow();
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(svg.split("<circle")).toHaveLength(1 + all.length);
    },
  );
});

it("isTelling where some case disagrees, or seeds were counted", () => {
  const of = (figures: object) => isTelling(sharesIn(source(figures)));
  expect([of({ samples: 9, failing: 0 }), of({ samples: 9, failing: 1 }), of({ hits: 9, seeds: 9 }), of({})]).toEqual([
    ...[false, true, true, false],
  ]);
});
