import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { SCREEN } from "../../../../src/report/figures/sheet/page.ts";
import { lowered, rowsOn } from "../../../../src/report/figures/sheet/rows.ts";

const inner = { left: 0, width: 300, letters: SCREEN.letters };
const LOWEST = 11 * SCREEN.letters.text;

describe("lowered", () => {
  const panel = fc.option(fc.integer({ min: 20, max: 400 }), { nil: undefined });
  test.prop([fc.array(panel, { minLength: 1, maxLength: 6 }), fc.double({ min: -100, max: 2000, noNaN: true })])(
    "takes away what is too much where that can be, of rows that may be lower, and nothing else",
    (heights, excess) => {
      const rows = rowsOn(
        {
          rows: heights.map((height, k) => [
            {
              name: `p${k}`,
              ...(height !== undefined && { height: () => height }),
              plot: () => ({ x: { label: null }, y: { label: null } }),
            },
          ]),
        },
        SCREEN,
        inner,
      );
      const sum = (all: ReturnType<typeof lowered>) => all.reduce((total, row) => total + Math.max(...row.heights), 0);
      const result = lowered(rows, excess, SCREEN.letters);
      result.forEach((row, k) => {
        if (heights[k] !== undefined) expect(row.heights).toEqual([heights[k]]);
        else expect(row.heights[0]).toBeGreaterThanOrEqual(LOWEST - 1e-9);
      });
      const flexible = heights.filter((height) => height === undefined).length;
      const spare = rows.reduce((total, row) => total + (row.fixed ? 0 : (row.heights[0] as number) - LOWEST), 0);
      if (excess > 0 && flexible > 0 && excess <= spare) expect(sum(result)).toBeCloseTo(sum(rows) - excess, 6);
      else expect(result).toBe(rows);
    },
  );
});
