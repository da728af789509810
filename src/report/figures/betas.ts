import * as Plot from "@observablehq/plot";
import type { Figure } from "./figure.ts";
import { INK, PAPER } from "./palette.ts";
import { drawSheet, type Panel } from "./sheet.ts";
import { SWEEP_FOLDER, type SweepPoint, type SweepTable, seedsOfPoints, sweepFrom } from "./sweepTable.ts";
import { numberText } from "./words.ts";

/** Dark where the error is large, and rising in lightness alone, so that it is read in grey. */
const SHADES = ["#f7fbff", "#c6dbef", "#6baed6", "#2171b5", "#08306b"];
/** From here on a cell is dark, and its words are light. */
const DARK = 0.45;

const text = (error: number | undefined) => (error === undefined ? "none" : String(Number(error.toFixed(3))));

const spreadOf = ({ low, high }: SweepPoint) =>
  low === undefined || high === undefined ? "" : `${text(low)} to ${text(high)}`;

function panelOf(title: string, points: readonly SweepPoint[]): Panel {
  const place = { x: ({ at }: SweepPoint) => at[0], y: ({ at }: SweepPoint) => at[1] };
  const fill = ({ median = 0 }: SweepPoint) => (median > DARK ? PAPER : INK);
  return {
    title,
    plot: {
      x: { type: "band", label: "β₁", labelArrow: "none", labelAnchor: "center", tickFormat: numberText },
      y: {
        type: "band",
        label: "β₂",
        labelArrow: "none",
        labelAnchor: "center",
        tickFormat: numberText,
        reverse: true,
      },
      color: { type: "linear", domain: [0, 0.25, 0.5, 0.75, 1], range: SHADES },
      marks: [
        Plot.cell(points, {
          ...place,
          fill: ({ median }: SweepPoint) => median ?? null,
          inset: 0.5,
          stroke: "#999999",
        }),
        Plot.text(points, { ...place, text: ({ median }: SweepPoint) => text(median), fill, dy: -6, fontSize: 12 }),
        Plot.text(points, { ...place, text: spreadOf, fill, dy: 8, fontSize: 9 }),
      ],
    },
  };
}

const captionOf = ({ points, about, command }: SweepTable) =>
  `In each cell the median test error over seeds, and its distribution-free interval. ${about}; ${seedsOfPoints(points)}. Made by: ${command}`;

/** Twin of [T25] Fig. 9 and 10, from `sweep --plan betas`. */
export const betas: Figure<SweepTable> = {
  name: "betas",
  about: "median test error over (β₁, β₂) as a heat map, a panel for each optimizer and batch size",
  from: `${SWEEP_FOLDER} over beta1 and beta2`,
  read: (source) => sweepFrom(source, "betas", ["beta1", "beta2"]),
  caption: captionOf,
  draw(data, document) {
    const series = [...new Set(data.points.map((point) => point.series))];
    const panels = series.map((each) =>
      panelOf(
        each,
        data.points.filter((point) => point.series === each),
      ),
    );
    return drawSheet(
      {
        title: "Test error over the memories of Adam's moments",
        about: `Heat maps of the median test error over beta1 and beta2, one each for ${series.join("; ")}.`,
        rows: Array.from({ length: Math.ceil(panels.length / 2) }, (_, k) => panels.slice(2 * k, 2 * k + 2)),
        keys: [0, 0.25, 0.5, 0.75, 1].map((error, k) => ({
          label: k === 0 ? "test error 0 (share of fresh examples)" : String(error),
          colour: SHADES[k] as string,
          fill: 1,
        })),
        caption: captionOf(data),
      },
      document,
    );
  },
};
