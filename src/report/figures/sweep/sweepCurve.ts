import * as Plot from "@observablehq/plot";
import { InputError } from "../../../setting/inputError.ts";
import type { Figure } from "../figure.ts";
import { FAINT, INK, type Look, lookOf, SERIES } from "../palette.ts";
import { type Axis, linear, shareAxis } from "../sheet/axes.ts";
import type { Panel } from "../sheet/panel.ts";
import { axisText, symbolOf } from "../sheet/words.ts";
import { logarithmicWithZero, type ZeroAxis } from "../sheet/zero.ts";
import { INSET, publishedKeys, publishedMarks, thresholdKeys, thresholdMarks } from "./besideMarks.ts";
import {
  divergedText,
  intervalText,
  SWEEP_FOLDER,
  type SweepForm,
  type SweepPoint,
  type SweepTable,
  seedsOfPoints,
  sweepFrom,
} from "./sweepTable.ts";
import { trendMarks, trendText } from "./trendMarks.ts";

/** A point of a curve. */
interface Placed extends SweepPoint {
  readonly x: number;
  /** Whether a cut of the axis is between it and the others. */
  readonly apart: boolean;
}

/** Values that differ by this factor, or more, have a logarithmic axis. */
const WIDE = 5;
/** Of the largest error, where something is said above. */
const HEADROOM = 1.2;
/** Room for published values at 0 and 1. */
const CLEAR = { insetTop: 13, insetBottom: 13 } as const;

const seriesOf = ({ points }: SweepTable) => [...new Set(points.map(({ series }) => series))];

/** A curve with its intervals, beside the others by a few pixels so that bars do not hide each other. */
function marksOf(points: readonly Placed[], { colour, dash, symbol }: Look, dx: number): Plot.Markish[] {
  const known = points.filter(({ middle }) => middle !== null);
  const whole = known.filter(({ low }) => low !== null);
  return [
    // With the points that have no median or mean: the line does not pass over them, nor over the cut before zero.
    Plot.line(points, {
      ...{ x: "x", y: "middle", z: "apart", dx },
      ...{ stroke: colour, strokeWidth: 1.5, strokeDasharray: dash },
    }),
    Plot.ruleX(whole, { x: "x", y1: "low", y2: "high", stroke: colour, strokeWidth: 2, dx }),
    Plot.dot(known, { x: "x", y: "middle", symbol, fill: colour, r: 4, dx }),
    Plot.dot(
      points.filter(({ diverged }) => diverged > 0),
      { x: "x", frameAnchor: "top", symbol: "times", stroke: colour, strokeWidth: 1.5, r: 4, dx, dy: 8 },
    ),
  ];
}

/** All of 0 to 1, or of means, which may lie close, as far as their bars go and words above them. */
function errorAxis({ form, points }: SweepTable, most: number): Axis {
  const label = "test error (share of fresh examples)";
  const largest = Math.max(0, ...points.flatMap(({ middle, high }) => [middle ?? 0, high ?? 0]));
  if (form === "median" || largest === 0) return shareAxis(label, most);
  const least = Math.min(0, ...points.map(({ low }) => low ?? 0));
  return linear(label, [least, Math.max(largest, Math.min(1, HEADROOM * largest))], most);
}

function panelOf(name: string, data: SweepTable): Panel {
  const axis = data.axes[0] as string;
  const points = data.points.toSorted((a, b) => (a.at[0] as number) - (b.at[0] as number));
  const xs = points.map(({ at }) => at[0] as number);
  const series = seriesOf(data);
  const label = axisText(axis);
  const positive = xs.filter((x) => x > 0);
  const curved = xs.every((x) => x >= 0) && Math.max(...positive) >= WIDE * Math.min(...positive);
  return {
    name,
    plot: (box) => {
      const zero: ZeroAxis = curved
        ? logarithmicWithZero(label, xs, box.across)
        : { axis: linear(label, xs, box.across), place: (x) => x, marks: [] };
      const y = errorAxis(data, box.up);
      const { marginTop, marginRight, lines, names } = thresholdMarks(data, zero, box);
      return {
        ...{ x: zero.axis, y, ...CLEAR, insetLeft: INSET, insetRight: INSET, marginTop, marginRight },
        marks: [
          Plot.gridY(y.ticks as number[], { stroke: FAINT, strokeOpacity: 1 }),
          lines,
          ...series.flatMap((each, k) => {
            const dx = 5 * (k - (series.length - 1) / 2);
            const own = points
              .filter((point) => point.series === each)
              .map((point): Placed => {
                const at = point.at[0] as number;
                return { ...point, x: zero.place(at), apart: zero.place(at) !== at };
              });
            const published = data.published.filter((one) => one.series === each);
            return [...marksOf(own, lookOf(k), dx), publishedMarks(published, zero, lookOf(k).colour, dx)];
          }),
          Plot.frame({ stroke: INK }),
          ...zero.marks,
          ...names,
          ...(data.form === "mean" ? trendMarks(axis, zero.axis.domain as [number, number], box.letters.note) : []),
        ],
      };
    },
  };
}

function captionOf(data: SweepTable): string {
  const bars = data.form === "mean" ? "standard deviations over seeds" : intervalText(data.points);
  const diverged = divergedText(data.points, data.form);
  const published = data.form === "mean" ? trendText(data.axes[0] as string) : "";
  const parts = [
    `${data.form === "mean" ? "Mean" : "Median"} test error over seeds${bars === "" ? "" : `; bars: ${bars}`}`,
    ...(published === "" ? [] : [`In grey, on other data: ${published}`]),
    ...(diverged === "" ? [] : [`Crosses at the top: ${diverged}`]),
    ...(data.thresholds.length > 0 ? ["Thresholds: explicit values, half of all starts"] : []),
    `${data.about}; ${seedsOfPoints(data.points)}`,
  ];
  return `${parts.join(". ")}. Made by: ${data.command}`;
}

/**
 * A figure of a sweep: the median, or mean, test error over a column, a curve for every other value that varies.
 *
 * @param name of the figure
 * @param about one line
 * @param column that goes to the right; absent: the number that has most values
 * @param form what is told of the seeds at a point
 * @returns the figure
 */
export function sweepCurve(
  name: string,
  about: string,
  column?: string,
  form: SweepForm = "median",
): Figure<SweepTable> {
  return {
    ...{ name, about },
    from: column === undefined ? SWEEP_FOLDER : `${SWEEP_FOLDER} over ${column}`,
    read(source) {
      const data = sweepFrom(source, name, column === undefined ? undefined : [column], form);
      const { length } = seriesOf(data);
      if (length > SERIES.length) {
        throw new InputError(
          `from must name a sweep with at most ${SERIES.length} curves, but ${source.path} has ${length}; vary less`,
        );
      }
      return data;
    },
    caption: captionOf,
    sheet(data) {
      const axis = data.axes[0] as string;
      const series = seriesOf(data);
      return {
        title: `Test error against ${axisText(axis).replace(/ \(.*\)$/, "")}`,
        about: `${data.form === "mean" ? "Means" : "Medians"} of the test error over seeds against ${symbolOf(axis)}, with ${data.form === "mean" ? "standard deviations" : "intervals"}: ${series.join("; ")}.`,
        rows: [[panelOf(name, data)]],
        rowHeight: 340,
        keys: () => [
          ...series.map((each, k) => ({ label: each === "" ? "all runs" : each, ...lookOf(k) })),
          ...publishedKeys(data),
          ...thresholdKeys(data),
        ],
        caption: captionOf(data),
      };
    },
  };
}
