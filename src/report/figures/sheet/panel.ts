import * as Plot from "@observablehq/plot";
import { type SvgDocument, type SvgElement, svgElement } from "../dom.ts";
import type { Axis } from "./axes.ts";
import { widthOf, wrap } from "./letters.ts";
import type { Letters } from "./page.ts";

/** The room that a panel has. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly letters: Letters;
  /** Labels that the axes have room for. */
  readonly across: number;
  readonly up: number;
}

/** Scales and marks; size, letters and margins are the panel's to give, but for more room above and at the sides. */
export interface PanelPlot extends Omit<Plot.PlotOptions, "x" | "y"> {
  readonly x: Axis;
  readonly y: Axis;
}

/** One plot of a figure. */
export interface Panel {
  /** As `--panel` names it, unlike any other's. */
  readonly name: string;
  readonly title?: string;
  /** Under the title, in smaller letters. */
  readonly note?: string;
  /** How high it is, where that is not the sheet's to say: as of panels with a line of words for each of their items. */
  height?(width: number, letters: Letters): number;
  plot(box: Box): PanelPlot;
}

const TICK = 4;
const PAD = 3;
const LINE = 1.25;

const round = (x: number) => Number(x.toFixed(2));

/** A box of that size. */
export const boxOf = (width: number, height: number, letters: Letters): Box => ({
  ...{ width, height, letters },
  across: Math.max(2, Math.min(7, Math.floor((width - 5 * letters.text) / (4 * letters.text)))),
  up: Math.max(3, Math.min(6, Math.floor(height / (2.8 * letters.text)))),
});

/** What stands at an axis. */
function labelsOf({ ticks, domain, tickFormat }: Axis): string[] {
  const values = [...(ticks ?? (domain as Iterable<unknown> | undefined) ?? [])];
  return values.map((value) => (tickFormat ? tickFormat(value as never) : String(value)));
}

const widest = (texts: readonly string[], size: number) => Math.max(0, ...texts.map((text) => widthOf(text, size)));

/** Lines of an axis' words. */
const linesOf = ({ label }: Axis, room: number, size: number) => (label === null ? [] : wrap(label, room, size));

/** How much room the axes take, and their words in lines. */
function marginsOf(
  { x, y, marginTop = 0, marginRight = 0, marginLeft = 0 }: PanelPlot,
  { width, height, letters: { text } }: Box,
) {
  const xLabels = labelsOf(x);
  const half = (label = "") => widthOf(label, text) / 2;
  // The first label across stands under the corner, and reaches as far to the left as half of it is wide.
  const left = Math.max(marginLeft, TICK + PAD + widest(labelsOf(y), text), half(xLabels[0]));
  const across = linesOf(x, width - left - 2 * text, text);
  const bottom = TICK + PAD + text + (across.length > 0 ? PAD + LINE * text * across.length : 0) + 2;
  const top = Math.max(marginTop, text / 2 + 1);
  const up = linesOf(y, height - top - bottom + text, text);
  return {
    ...{ across, up },
    marginLeft: round(left + (up.length > 0 ? PAD + LINE * text * up.length : 0) + 1),
    marginBottom: round(bottom),
    marginTop: round(top),
    marginRight: round(Math.max(marginRight, half(xLabels.at(-1)) + 1)),
  };
}

/** Axis marks with the panel's own labels. */
function axisMarks({ x, y }: PanelPlot): Plot.Markish[] {
  const shared = { label: null, tickSize: TICK, tickPadding: PAD };
  // As text, since of a logarithmic axis with a format Plot leaves some out.
  const of = ({ tickFormat }: Axis) => ({ ...shared, ...(tickFormat && { text: tickFormat as () => string }) });
  return [
    x.ticks ? Plot.axisX(x.ticks as number[], of(x)) : Plot.axisX(of(x)),
    y.ticks ? Plot.axisY(y.ticks as number[], of(y)) : Plot.axisY(of(y)),
  ];
}

const bare = ({ ticks: _, tickFormat: __, label: ___, ...scale }: Axis): Plot.ScaleOptions => ({
  ...scale,
  axis: null,
  label: null,
});

/** The words of both axes, around a plot whose top left is at (0, 0). */
function axisWords(document: SvgDocument, margins: ReturnType<typeof marginsOf>, { width, height, letters }: Box) {
  const { across, up, marginLeft, marginRight, marginTop, marginBottom } = margins;
  const size = letters.text;
  const words = (line: string, x: number, y: number, more = {}) =>
    svgElement(
      document,
      "text",
      { x: round(x), y: round(y), "font-size": size, "text-anchor": "middle", ...more },
      line,
    );
  const middle = (marginLeft + width - marginRight) / 2;
  const foot = height - 2 - 0.25 * size;
  const centre = (marginTop + height - marginBottom) / 2;
  return [
    ...across.map((line, k) => words(line, middle, foot - LINE * size * (across.length - 1 - k))),
    ...up.map((line, k) => {
      const x = round(size * (0.95 + LINE * k));
      return words(line, 0, 0, { transform: `translate(${x},${round(centre)}) rotate(-90)` });
    }),
  ];
}

/**
 * A panel's plot, without the style sheet and the class that Plot gives it.
 *
 * @param document that makes the elements
 * @param panel what is drawn
 * @param box its room
 * @returns an svg element to be placed with x and y
 */
export function drawPanel(document: SvgDocument, panel: Panel, box: Box): SvgElement {
  const options = panel.plot(box);
  const margins = marginsOf(options, box);
  const { across: _, up: __, ...room } = margins;
  const plot = Plot.plot({
    ...options,
    ...room,
    ...{ x: bare(options.x), y: bare(options.y), marks: [...axisMarks(options), ...(options.marks ?? [])] },
    ...{ width: box.width, height: box.height, document, className: "plot" },
    style: { fontSize: `${round(box.letters.text)}px`, fontFamily: "inherit", background: "none" },
  } as Plot.PlotOptions) as unknown as SvgElement;
  for (const style of plot.querySelectorAll("style")) style.remove();
  plot.append(...(axisWords(document, margins, box) as never[]));
  return plot;
}
