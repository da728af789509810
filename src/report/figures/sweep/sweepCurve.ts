import * as Plot from "@observablehq/plot";
import { InputError } from "../../../setting/inputError.ts";
import type { Figure } from "../figure.ts";
import { INK, type Look, lookOf, SERIES } from "../palette.ts";
import { ERRORS, linear, logarithmic } from "../sheet/axes.ts";
import { drawSheet } from "../sheet/sheet.ts";
import { axisText, symbolOf } from "../sheet/words.ts";
import {
  divergedText,
  intervalText,
  SWEEP_FOLDER,
  type SweepPoint,
  type SweepTable,
  seedsOfPoints,
  sweepFrom,
} from "./sweepTable.ts";

/** A point of a curve. */
interface Placed extends SweepPoint {
  readonly x: number;
}

const seriesOf = ({ points }: SweepTable) => [...new Set(points.map(({ series }) => series))];

/** A curve with its intervals, beside the others by a few pixels so that bars do not hide each other. */
function marksOf(points: readonly Placed[], { colour, dash, symbol }: Look, dx: number): Plot.Markish[] {
  const known = points.filter(({ median }) => median !== null);
  const whole = known.filter(({ low }) => low !== null);
  return [
    // With the points that have no median: the line does not pass over them.
    Plot.line(points, { x: "x", y: "median", stroke: colour, strokeWidth: 1.5, strokeDasharray: dash, dx }),
    Plot.ruleX(whole, { x: "x", y1: "low", y2: "high", stroke: colour, strokeWidth: 2, dx }),
    Plot.dot(known, { x: "x", y: "median", symbol, fill: colour, r: 4, dx }),
    Plot.dot(
      points.filter(({ diverged }) => diverged > 0),
      { x: "x", frameAnchor: "top", symbol: "times", stroke: colour, strokeWidth: 1.5, r: 4, dx, dy: 8 },
    ),
  ];
}

function captionOf(data: SweepTable): string {
  const intervals = intervalText(data.points);
  const diverged = divergedText(data.points);
  const parts = [
    `Median test error over seeds${intervals === "" ? "" : `; bars: ${intervals}`}`,
    ...(diverged === "" ? [] : [`Crosses at the top: ${diverged}`]),
    `${data.about}; ${seedsOfPoints(data.points)}`,
  ];
  return `${parts.join(". ")}. Made by: ${data.command}`;
}

/**
 * A figure of a sweep: the median test error over a column, a curve for every other value that varies.
 *
 * @param name of the figure
 * @param about one line
 * @param column that goes to the right; absent: the number that has most values
 * @returns the figure
 */
export function sweepCurve(name: string, about: string, column?: string): Figure<SweepTable> {
  return {
    ...{ name, about },
    from: column === undefined ? SWEEP_FOLDER : `${SWEEP_FOLDER} over ${column}`,
    read(source) {
      const data = sweepFrom(source, name, column === undefined ? undefined : [column]);
      const { length } = seriesOf(data);
      if (length > SERIES.length) {
        throw new InputError(
          `from must name a sweep with at most ${SERIES.length} curves, but ${source.path} has ${length}; vary less`,
        );
      }
      return data;
    },
    caption: captionOf,
    draw(data, document) {
      const axis = data.axes[0] as string;
      const points = data.points
        .map((point): Placed => ({ ...point, x: point.at[0] as number }))
        .sort((a, b) => a.x - b.x);
      const xs = points.map(({ x }) => x);
      const series = seriesOf(data);
      const label = axisText(axis);
      return drawSheet(
        {
          title: `Test error against ${label.replace(/ \(.*\)$/, "")}`,
          about: `Medians of the test error over seeds against ${symbolOf(axis)}, with intervals: ${series.join("; ")}.`,
          rows: [
            [
              {
                plot: {
                  x: xs.every((x) => x > 0) ? logarithmic(label, xs) : linear(label),
                  y: linear("test error (share of fresh examples)", { domain: [...ERRORS], ticks: 5, grid: true }),
                  insetLeft: 14,
                  insetRight: 14,
                  marks: [
                    ...series.flatMap((each, k) =>
                      marksOf(
                        points.filter((point) => point.series === each),
                        lookOf(k),
                        5 * (k - (series.length - 1) / 2),
                      ),
                    ),
                    Plot.frame({ stroke: INK }),
                  ],
                },
              },
            ],
          ],
          rowHeight: 340,
          keys: series.map((each, k) => ({ label: each === "" ? "all runs" : each, ...lookOf(k) })),
          caption: captionOf(data),
        },
        document,
      );
    },
  };
}
