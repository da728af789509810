import * as Plot from "@observablehq/plot";
import { type PublishedTrend, TRENDS } from "../../../papers/t25/trends.ts";
import { PAPER, SOFT } from "../palette.ts";

/** What papers say of the test error along a column. */
const trendsAlong = (column: string): readonly PublishedTrend[] => TRENDS.filter((trend) => trend.column === column);

const textOf = ({ source, says }: PublishedTrend) => `${source}: ${says}`;

/** An arrow upwards to the right, as a path: a page's letters have one size. */
const RISING: Plot.SymbolImplementation = {
  draw(path, area) {
    const r = Math.sqrt(area) / 2;
    path.moveTo(-r, r);
    path.lineTo(r, -r);
    path.moveTo(0, -r);
    path.lineTo(r, -r);
    path.lineTo(r, 0);
  },
};
const ARROW = { symbol: RISING, frameAnchor: "top-left", fill: "none", stroke: SOFT, strokeWidth: 1.5 } as const;

/**
 * Papers' directions in a panel: an arrow upwards where the error rises, a line where something breaks.
 *
 * @param column that goes to the right
 * @param domain of its axis
 * @param size of the words
 * @returns marks
 */
export function trendMarks(column: string, [from, to]: readonly [number, number], size: number): Plot.Markish[] {
  const words = { fontSize: size, fill: SOFT, stroke: PAPER, strokeWidth: 4, frameAnchor: "top-left" } as const;
  return trendsAlong(column).flatMap((trend) =>
    trend.breaks === undefined
      ? [
          Plot.dot([trend], { ...ARROW, r: 0.7 * size, dx: 6 + 0.9 * size, dy: 10 + 0.5 * size }),
          Plot.text([trend], { ...words, text: textOf, dx: 6 + 2.4 * size, dy: 10 }),
        ]
      : trend.breaks >= from && trend.breaks <= to
        ? [
            Plot.ruleX([trend.breaks], { stroke: SOFT, strokeWidth: 1.3, strokeDasharray: "1 4" }),
            Plot.text([trend], { ...words, text: textOf, dx: 6, dy: 10 }),
          ]
        : [],
  );
}

/** The same for a caption; "" where there is none. */
export const trendText = (column: string): string => trendsAlong(column).map(textOf).join("; ");
