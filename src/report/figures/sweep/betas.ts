import * as Plot from "@observablehq/plot";
import type { Figure } from "../figure.ts";
import { ON_DARK, ON_LIGHT } from "../palette.ts";
import type { Axis } from "../sheet/axes.ts";
import { widthOf } from "../sheet/letters.ts";
import type { Panel } from "../sheet/panel.ts";
import { numberText, slug } from "../sheet/words.ts";
import {
  divergedText,
  intervalText,
  SWEEP_FOLDER,
  type SweepPoint,
  type SweepTable,
  seedsOfPoints,
  sweepFrom,
} from "./sweepTable.ts";

/** Dark where the error is large, and rising in lightness alone, so that it is read in grey. */
const SHADES = ["#f7fbff", "#c6dbef", "#6baed6", "#2171b5", "#08306b"];
/** From here on a cell is dark, and its words are light. */
const DARK = 0.6;

const text = (error: number | null) => (error === null ? "none" : String(Number(error.toFixed(3))));

const spreadOf = ({ low, high }: SweepPoint) => (low === null || high === null ? "" : `${text(low)}–${text(high)}`);

/** Every value of an axis, rising: panels have the same places, whatever has been run. */
const valuesOf = (points: readonly SweepPoint[], k: number) =>
  [...new Set(points.map(({ at }) => at[k] as number))].sort((a, b) => a - b);

const axisOf = (label: string, domain: number[], more = {}): Axis => ({
  ...{ type: "band", domain, label, tickFormat: numberText, padding: 0.04 },
  ...more,
});

function panelOf(title: string, all: readonly SweepPoint[]): Panel {
  const points = all.filter(({ series }) => series === title);
  const place = { x: ({ at }: SweepPoint) => at[0], y: ({ at }: SweepPoint) => at[1] };
  const fill = ({ middle }: SweepPoint) => ((middle ?? 0) > DARK ? ON_DARK : ON_LIGHT);
  const [columns, rows] = [valuesOf(all, 0), valuesOf(all, 1)];
  return {
    name: slug(title === "" ? "all" : title),
    title,
    plot: ({ letters: { text: size, note }, width, height }) => {
      // Where a cell has no room for it, the interval is left out. Less the margins of the labels, of which those at the left may be two lines.
      const room = (width - 8 * size) / columns.length - 4;
      const tall = (height - 4.5 * size) / rows.length > 2.6 * size;
      const spread = tall && points.every((point) => widthOf(spreadOf(point), note) <= room);
      return {
        x: axisOf("β₁ (memory of the first moment)", columns),
        y: axisOf("β₂ (memory of the second moment)", rows, { reverse: true }),
        color: { type: "linear", domain: [0, 0.25, 0.5, 0.75, 1], range: SHADES },
        marks: [
          Plot.cell(points, {
            ...place,
            fill: ({ middle }: SweepPoint) => middle,
            inset: 0.5,
            stroke: "#999999",
          }),
          Plot.text(points, {
            ...{ ...place, text: ({ middle }: SweepPoint) => text(middle), fill },
            ...{ dy: spread ? -0.55 * size : 0, fontSize: size },
          }),
          ...(spread ? [Plot.text(points, { ...place, text: spreadOf, fill, dy: 0.75 * size, fontSize: note })] : []),
        ],
      };
    },
  };
}

function captionOf({ points, about, command }: SweepTable): string {
  const intervals = intervalText(points);
  const cells = `In each cell the median test error over seeds${intervals === "" ? "" : `; below it, where there is room, ${intervals}`}`;
  const diverged = divergedText(points);
  return `${cells}. ${diverged === "" ? "" : `${diverged}. `}${about}; ${seedsOfPoints(points)}. Made by: ${command}`;
}

/** Beside [T25] Fig. 9 and 10, from `sweep --plan betas`. */
export const betas: Figure<SweepTable> = {
  name: "betas",
  about: "median test error over (β₁, β₂) as a heat map, a panel for each optimizer and batch size",
  from: `${SWEEP_FOLDER} over beta1 and beta2`,
  read: (source) => sweepFrom(source, "betas", ["beta1", "beta2"]),
  caption: captionOf,
  sheet(data) {
    const series = [...new Set(data.points.map((point) => point.series))];
    const panels = series.map((each) => panelOf(each, data.points));
    return {
      title: "Test error over the memories of Adam's moments",
      about: `Heat maps of the median test error over beta1 and beta2, one each for ${series.join("; ")}.`,
      rows: [panels],
      columns: Math.min(2, panels.length),
      keys: () =>
        [0, 0.25, 0.5, 0.75, 1].map((error, k) => ({
          label: k === 0 ? "test error 0 (share of fresh examples)" : String(error),
          colour: SHADES[k] as string,
          fill: 1,
        })),
      caption: captionOf(data),
    };
  },
};
