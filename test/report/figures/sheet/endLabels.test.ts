import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { endLabels } from "../../../../src/report/figures/sheet/endLabels.ts";
import { logarithmicWithZero } from "../../../../src/report/figures/sheet/zero.ts";

describe("endLabels", () => {
  test.prop([
    fc.array(fc.record({ text: fc.stringMatching(/^[a-z]{1,20}$/), left: fc.integer({ min: 0, max: 300 }) })),
  ])("takes room above for at most a row a name, and none without names", (given) => {
    const { top, right, marks } = endLabels(
      given.map((each) => ({ ...each, at: each.left })),
      300,
      10,
    );
    expect(top === 0).toBe(given.length === 0);
    expect(top).toBeLessThanOrEqual(12.5 * given.length + 4);
    expect(right).toBeGreaterThanOrEqual(0);
    // A stroke and a name each.
    expect(marks).toHaveLength(2 * given.length);
  });

  it("puts a name that passes over another's stroke above it, and names apart in one row", () => {
    const heights = (...lefts: number[]) =>
      endLabels(
        lefts.map((left) => ({ text: "feature", at: left, left })),
        300,
        10,
      ).top;
    expect(heights(0, 200)).toBe(heights(0));
    expect(heights(0, 20)).toBeGreaterThan(heights(0));
  });
});

describe("logarithmicWithZero", () => {
  it("sets zero apart, left of the others, with a cut between", () => {
    const { axis, place, marks } = logarithmicWithZero("λ", [0, 0.01, 1], 5);
    expect(place(0)).toBeLessThan(0.01);
    expect([place(0.01), (axis.ticks as number[])[0], marks.length]).toEqual([0.01, place(0), 1]);
    expect((axis.tickFormat as (x: number) => string)(place(0))).toBe("0");
  });

  it("is a logarithmic axis where there is no zero", () => {
    const { axis, marks } = logarithmicWithZero("λ", [0.01, 1], 5);
    expect([axis.domain, marks]).toEqual([[0.01, 1], []]);
  });
});
