import * as Plot from "@observablehq/plot";
import { FAINT, INK, lookOf } from "../palette.ts";
import { CLEAR, linear } from "../sheet/axes.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
import { slug } from "../sheet/words.ts";
import { logarithmicWithZero, type ZeroAxis } from "../sheet/zero.ts";
import { curveKey } from "./layout.ts";
import { type Placed, PREDICTED, pointMarks } from "./looks.ts";
import type { StudyRow } from "./rows.ts";
import { valueAxis } from "./valueAxis.ts";
import { columnText } from "./words.ts";

/** Values that differ by this factor, or more, have a logarithmic axis. */
const WIDE = 5;
/** Pixels between curves, and that a predicted range is wide. */
const APART = 7;
const BAND = 6;
/** That of a curve alone. */
const WIDE_BAND = 9;

/** Curves of a panel. */
export interface Curves {
  readonly title: string;
  readonly rows: readonly StudyRow[];
  /** What tells curves apart, and the number to the right. */
  readonly by: readonly string[];
  readonly x: string;
  /** All points of the axes, so that panels are compared. */
  readonly all: readonly StudyRow[];
  /** The keys of all curves of the figure, in their order. */
  readonly keys: readonly string[];
  readonly label: string;
}

function acrossOf(x: string, rows: readonly StudyRow[], most: number): ZeroAxis {
  const values = rows.map(({ at }) => at[x] as number);
  const positive = values.filter((value) => value > 0);
  const wide = values.every((value) => value >= 0) && Math.max(...positive) >= WIDE * Math.min(...positive);
  if (wide) return logarithmicWithZero(columnText(x), values, most);
  return { axis: linear(columnText(x), values, most), place: (value) => value, marks: [] };
}

function plotOf({ rows, by, x, all, keys, label }: Curves, { across, up }: Box): PanelPlot {
  const zero = acrossOf(x, all, across);
  const { axis: y, inside } = valueAxis(label, all, up);
  const here = keys.filter((key) => rows.some((row) => curveKey(row, by) === key));
  const marks = here.map((key, lane) => {
    const { colour, dash } = lookOf(keys.length === 1 ? 0 : keys.indexOf(key));
    const dx = APART * (lane - (here.length - 1) / 2);
    const points = rows
      .filter((row) => curveKey(row, by) === key && row.value !== null)
      .map((row) => {
        const at = row.at[x] as number;
        return { row, x: zero.place(at), y: row.value as number, apart: zero.place(at) !== at };
      })
      .toSorted((one, other) => one.x - other.x);
    const known = points.filter(({ row }) => row.low !== null && row.high !== null);
    return {
      behind: Plot.ruleX(
        points.filter(({ row }) => row.predicted),
        {
          x: "x",
          y1: ({ row }) => inside(row.predicted?.least as number),
          y2: ({ row }) => inside(row.predicted?.most as number),
          ...{
            dx,
            stroke: PREDICTED.colour,
            strokeOpacity: PREDICTED.fill,
            strokeWidth: here.length === 1 ? WIDE_BAND : BAND,
          },
        },
      ),
      before: [
        Plot.line(points, {
          ...{ x: "x", y: "y", z: "apart", dx, stroke: colour, strokeWidth: 1.3, strokeDasharray: dash },
        }),
        Plot.ruleX(known, {
          ...{ x: "x", y1: ({ row }) => row.low as number, y2: ({ row }) => row.high as number },
          ...{ dx, stroke: colour, strokeWidth: 1.4, strokeOpacity: ({ row }: Placed) => (row.predicted ? 1 : 0.35) },
        }),
        ...pointMarks(points, colour, dx),
      ],
    };
  });
  const inset = 6 + (APART * (here.length - 1)) / 2 + BAND;
  return {
    ...{ x: zero.axis, y, ...CLEAR, insetLeft: inset, insetRight: inset },
    marks: [
      Plot.gridY(y.ticks as number[], { stroke: FAINT, strokeOpacity: 1 }),
      ...marks.map(({ behind }) => behind),
      ...marks.flatMap(({ before }) => before),
      Plot.frame({ stroke: INK }),
      ...zero.marks,
    ],
  };
}

/** Values against a number, a curve for every combination of the other columns. */
export const curvesPanel = (curves: Curves): Panel => ({
  ...{ name: slug(curves.title), title: curves.title },
  plot: (box) => plotOf(curves, box),
});
