import * as Plot from "@observablehq/plot";
import { type PublishedTrend, TRENDS } from "../../../papers/t25/trends.ts";
import { PAPER, SOFT } from "../palette.ts";

/** What papers say of the test error along a column. */
const trendsAlong = (column: string): readonly PublishedTrend[] =>
  TRENDS.filter((trend) => trend.column === column);

const textOf = ({ source, says }: PublishedTrend) => `${source}: ${says}`;

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
          Plot.text(["\u2197"], { ...words, text: (arrow: string) => arrow, fontSize: 2.2 * size, dx: 6, dy: 2 }),
          Plot.text([trend], { ...words, text: textOf, dx: 6 + 2.4 * size, dy: 10 }),
        ]
      : trend.breaks >= from && trend.breaks <= to
        ? [
            Plot.ruleX([trend.breaks], { stroke: SOFT, strokeWidth: 1.3, strokeDasharray: "5 3" }),
            Plot.text([trend], { ...words, text: textOf, dx: 6, dy: 10 }),
          ]
        : [],
  );
}

/** The same for a caption; "" where there is none. */
export const trendText = (column: string): string => trendsAlong(column).map(textOf).join("; ");
