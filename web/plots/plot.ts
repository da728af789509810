import uPlot from "uplot";
import type { Moment } from "../../src/sim/trajectory.ts";
import { byId, make } from "../page/dom.ts";
import type { Chart, Curve } from "./charts.ts";
import type { Look } from "./look.ts";

/** What plots are drawn from. */
export interface Drawn {
  readonly history: readonly Moment[];
  /** Of the level beside the network; empty without one. */
  readonly beside: readonly Moment[];
  readonly epochs: number;
  /** Epochs between two records. */
  readonly recordEvery: number;
  readonly time: "linear" | "log";
}

/** A plot of the page. */
export interface Plot {
  draw(drawn: Drawn): void;
  /** Gives it other colours, from the next drawing on. */
  restyle(look: Look): void;
}

const HEIGHT = 190;
const FONT = "12px system-ui, sans-serif";
const PALE = "59";

const series = (curve: Curve, look: Look, pale: boolean): uPlot.Series => ({
  stroke: `${look[curve.colour]}${pale ? PALE : ""}`,
  width: pale ? 7 : 2,
  ...(curve.dash && { dash: [6, 4] }),
  points: { show: false },
});

const short = (value: number) => (Math.abs(value) < 1e5 ? String(Number(value.toPrecision(6))) : value.toExponential());

function axis(look: Look, more: uPlot.Axis): uPlot.Axis {
  const line = { stroke: look.faint, width: 1 };
  return {
    ...{ stroke: look.ink, font: FONT, grid: line, ticks: line },
    values: (_, splits) => splits.map((split) => (split === null ? "" : short(split))),
    ...more,
  };
}

/** From 0, or below it where values are, to what is needed. */
function range(least: number | null, most: number | null): uPlot.Range.MinMax {
  const [from, to] = [Math.min(0, least ?? 0), Math.max(0, most ?? 1)];
  const room = 0.06 * (to - from || 1);
  return [from < 0 ? from - room : from, to + room];
}

function options(chart: Chart, look: Look, { epochs, recordEvery, time }: Drawn, width: number): uPlot.Options {
  const pale = chart.curves.filter(({ beside }) => beside);
  return {
    ...{ width, height: HEIGHT, legend: { show: false }, padding: [8, 22, 0, 0] },
    cursor: { sync: { key: "epochs" }, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x:
        time === "log"
          ? { time: false, distr: 3, range: [Math.min(recordEvery, epochs / 2), epochs] }
          : { time: false, range: [0, epochs] },
      y: { range: chart.most === undefined ? (_, least, most) => range(least, most) : [0, chart.most] },
    },
    axes: [axis(look, { label: "epoch", labelSize: 18, labelFont: FONT, size: 30 }), axis(look, { size: 52 })],
    series: [
      {},
      ...pale.map((curve) => series(curve, look, true)),
      ...chart.curves.map((curve) => series(curve, look, false)),
    ],
    ...(chart.bands && {
      bands: chart.bands.map(([upper, lower]) => ({
        series: [1 + pale.length + upper, 1 + pale.length + lower],
        fill: `${look.noise}33`,
      })),
    }),
  } as uPlot.Options;
}

function dataOf(chart: Chart, { history, beside, time }: Drawn): uPlot.AlignedData {
  const longer = beside.length > history.length ? beside : history;
  // On a logarithmic axis there is no place for the start.
  const first = time === "log" ? 1 : 0;
  const values = (moments: readonly Moment[], { of }: Curve) =>
    longer.slice(first).map((_, k) => {
      const moment = moments[k + first];
      return moment ? of(moment) : null;
    });
  return [
    longer.slice(first).map(({ epoch }) => epoch),
    ...chart.curves.filter((curve) => curve.beside).map((curve) => values(beside, curve)),
    ...chart.curves.map((curve) => values(history, curve)),
  ];
}

/** Below zero is the wrong side: the line between them is seen. */
function drawZero({ ctx, bbox, valToPos }: uPlot, ink: string): void {
  const y = Math.round(valToPos(0, "y", true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

const swatch = (colour: keyof Look, dash = false) =>
  make("span", { class: `swatch ${colour}${dash ? " dashed" : ""}`, "aria-hidden": "true" });

/**
 * Puts a plot into the page.
 *
 * @param chart what it shows
 * @param onPoint told the record under the pointer, undefined where it leaves
 * @returns the plot, empty
 */
export function newPlot(chart: Chart, onPoint: (record: number | undefined) => void): Plot {
  const place = make("div", { class: "canvas" });
  const figure = make(
    "figure",
    { class: "plot", id: `plot-${chart.id}` },
    make(
      "figcaption",
      {},
      make("strong", {}, chart.title),
      make(
        "span",
        { class: "keys" },
        ...chart.keys.map(({ label, colour, dash }) => make("span", {}, swatch(colour, dash), ` ${label}`)),
      ),
      make("span", { class: "about" }, chart.about),
    ),
    place,
  );
  byId("plots").append(figure);
  let plot: uPlot | undefined;
  let look: Look | undefined;
  let made: Pick<Drawn, "epochs" | "time"> | undefined;

  const build = (drawn: Drawn, colours: Look): void => {
    plot?.destroy();
    made = drawn;
    const offset = drawn.time === "log" ? 1 : 0;
    const all = options(chart, colours, drawn, place.clientWidth);
    all.hooks = {
      drawAxes: [(under) => drawZero(under, colours.ink)],
      setCursor: [({ cursor: { idx } }) => onPoint(typeof idx === "number" ? idx + offset : undefined)],
    };
    plot = new uPlot(all, dataOf(chart, drawn), place);
  };

  new ResizeObserver(() => plot?.setSize({ width: place.clientWidth, height: HEIGHT })).observe(place);
  return {
    restyle(colours) {
      look = colours;
      made = undefined;
    },
    draw(drawn) {
      if (!look) return;
      if (made?.epochs === drawn.epochs && made.time === drawn.time) plot?.setData(dataOf(chart, drawn));
      else build(drawn, look);
    },
  };
}
