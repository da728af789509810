import * as Plot from "@observablehq/plot";
import { COLOURS, FAINT, INK, LOOKS, type Look, PAPER } from "../palette.ts";
import { type Axis, CLEAR, linear, shareAxis } from "../sheet/axes.ts";
import type { Key } from "../sheet/legend.ts";
import type { Box, Panel } from "../sheet/panel.ts";
import { slug } from "../sheet/words.ts";
import type { PaperCurve, PaperRow } from "./data.ts";

const LOOK_OF: Readonly<Record<string, Look>> = {
  "feature learning, lower class": LOOKS.feature,
  "noise memorization, least memorized": LOOKS.noise,
  "train error": LOOKS.train,
  "test error": LOOKS.test,
  "train loss": { colour: COLOURS.purple, dash: "8 3 2 3", symbol: "diamond" },
};
const lookOf = (quantity: string): Look => LOOK_OF[quantity] ?? LOOKS.train;

/** What a published number or word is, at the end of the time. */
function publishedMarks({ quantity, published, bands }: PaperCurve): Plot.Markish[] {
  const last = bands.at(-1);
  if (!published || !last || !("value" in published)) return [];
  const { colour } = lookOf(quantity);
  // Training and test error may be published as the same number.
  const dx = quantity === "train error" ? -11 : 0;
  return [
    Plot.dot([{ epoch: last.epoch, value: published.value }], {
      x: "epoch",
      y: "value",
      symbol: "diamond",
      r: 5.5,
      fill: colour,
      stroke: PAPER,
      strokeWidth: 1,
      dx,
    }),
  ];
}

const saidOf = ({ curves }: PaperRow) =>
  curves.flatMap(({ published }) => (published && "words" in published ? [`paper: “${published.words}”`] : []));

const quantitiesOf = (rows: readonly PaperRow[]) => rows.flatMap(({ curves }) => curves);

/** The upward axis of rows that belong together: errors from 0 to 1, or what their coefficients need. */
function axisOf(rows: readonly PaperRow[], { up }: Box): Axis {
  const curves = quantitiesOf(rows);
  if (curves.some(({ quantity }) => quantity.endsWith("error"))) {
    const withLoss = curves.some(({ quantity }) => quantity.endsWith("loss"));
    return shareAxis(`error (share${withLoss ? "), loss (nats)" : " of examples)"}`, up);
  }
  const values = curves.flatMap(({ bands }) => bands.flatMap(({ min, max }) => [min, max]));
  return linear("coefficient (weight × patch)", [0, ...values], up);
}

export const panelName = ({ source, label }: PaperRow) =>
  slug(`${source.replace("[T25] ", "")}-b${label.split("b = ").at(-1)}`);

function panelOf(row: PaperRow, rows: readonly PaperRow[]): Panel {
  const said = saidOf(row);
  const source = row.source.replace("[T25] ", "");
  const epochs = quantitiesOf([row]).flatMap(({ bands }) => bands.map(({ epoch }) => epoch));
  return {
    name: panelName(row),
    title: `${source}: ${row.label} (${row.seeds.length} seeds)`,
    plot: (box) => ({
      ...{ x: linear("epoch", epochs, box.across), y: axisOf(rows, box), ...CLEAR },
      // What the paper says stands above the curves.
      ...(rows.some((each) => saidOf(each).length > 0) && { insetTop: 2 * box.letters.text }),
      marks: [
        Plot.ruleY([0], { stroke: FAINT }),
        ...row.curves.flatMap(({ quantity, bands }) => [
          Plot.areaY(bands, { x: "epoch", y1: "min", y2: "max", fill: lookOf(quantity).colour, fillOpacity: 0.16 }),
          Plot.line(bands, {
            ...{ x: "epoch", y: "median", stroke: lookOf(quantity).colour },
            ...{ strokeWidth: 2, strokeDasharray: lookOf(quantity).dash },
          }),
        ]),
        ...row.curves.flatMap(publishedMarks),
        Plot.text(said, { text: (words: string) => words, frameAnchor: "top-right", dx: -6, dy: 6, fill: INK }),
        Plot.frame({ stroke: INK }),
      ],
    }),
  };
}

/** Rows of one published figure, side by side and on one scale. */
export function panelsOf(rows: readonly PaperRow[]): Panel[][] {
  const sources = [...new Set(rows.map(({ source }) => source))];
  return sources.map((source) => {
    const own = rows.filter((row) => row.source === source);
    return own.map((row) => panelOf(row, own));
  });
}

export function keysOf(rows: readonly PaperRow[]): Key[] {
  const names = [...new Set(rows.flatMap(({ curves }) => curves.map(({ quantity }) => quantity)))];
  const published = rows.some(({ curves }) => curves.some(({ published }) => published && "value" in published));
  return [
    ...names.map((label) => ({
      label,
      colour: lookOf(label).colour,
      dash: lookOf(label).dash,
      fill: 0.2,
    })),
    ...(published ? [{ label: "published value, in its quantity's colour", colour: INK, symbol: "diamond" }] : []),
  ];
}
