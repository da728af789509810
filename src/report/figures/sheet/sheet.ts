import * as Plot from "@observablehq/plot";
import { type SvgDocument, type SvgElement, svgElement } from "../dom.ts";
import { FAINT, INK, PAPER } from "../palette.ts";
import { type Key, legend } from "./legend.ts";
import { numberText, wrap } from "./words.ts";

/** One plot of a figure. */
export interface Panel {
  readonly title?: string;
  /** Under the title, in smaller letters. */
  readonly note?: string;
  /** Scales and marks; its size is the sheet's to give. */
  readonly plot: Plot.PlotOptions;
}

/** A figure before it is drawn. */
export interface Sheet {
  readonly title: string;
  /** What is seen, in words, for readers who do not see it. */
  readonly about: string;
  /** Panels of one row have one width: the sheet's over `columns`, or over the number of panels. */
  readonly rows: readonly (readonly Panel[])[];
  /** Of a row of panels, in pixels; 230 unless given. */
  readonly rowHeight?: number;
  readonly columns?: number;
  readonly keys: readonly Key[];
  readonly caption: string;
}

export const WIDTH = 760;
const MARGIN = 16;
const GAP = 18;
const INNER = WIDTH - 2 * MARGIN;
/** Widths of letters that readers without the first font see are at most those of the second. */
const FONT = "'DejaVu Sans', Verdana, sans-serif";
const CAPTION_SIZE = 11;
const TITLE_SIZE = 12;
const NOTE_SIZE = 10;

/** Something of a height, drawn with its top at y. */
interface Block {
  readonly height: number;
  readonly at: (y: number) => readonly SvgElement[];
}

function textBlock(document: SvgDocument, text: string, size: number, attributes = {}): Block {
  const lines = wrap(text, INNER, size);
  return {
    height: lines.length * size * 1.35,
    at: (y) =>
      lines.map((line, k) =>
        svgElement(
          document,
          "text",
          { x: MARGIN, y: round(y + size * (1 + 1.35 * k)), "font-size": size, ...attributes },
          line,
        ),
      ),
  };
}

const round = (x: number) => Number(x.toFixed(2));

/**
 * The axes as marks: of a logarithmic axis with its own labels Plot would leave some out.
 *
 * @param plot with scales that have their ticks
 * @returns the same plot
 */
function withAxes({ x = {}, y = {}, marks = [], ...rest }: Plot.PlotOptions): Plot.PlotOptions {
  const words = ({ label, labelAnchor, labelArrow }: Plot.ScaleOptions) =>
    ({ text: numberText, label, labelAnchor, labelArrow }) as Plot.AxisXOptions & Plot.AxisYOptions;
  const drawn = [
    ...(x.type === "log" ? [Plot.axisX(x.ticks as number[], words(x))] : []),
    ...(y.type === "log" ? [Plot.axisY(y.ticks as number[], words(y))] : []),
  ];
  const axis = (scale: Plot.ScaleOptions) => (scale.type === "log" ? { ...scale, axis: null } : scale);
  return { ...rest, x: axis(x), y: axis(y), marks: [...drawn, ...marks] };
}

/** A plot as an element inside the sheet, without the style sheet and the class that Plot gives it. */
function plotElement(document: SvgDocument, options: Plot.PlotOptions, width: number, height: number): SvgElement {
  const plot = Plot.plot({
    ...{ marginLeft: 56, marginBottom: 40, marginTop: 8, marginRight: 22, ...withAxes(options) },
    ...{ width, height, document, className: "plot" },
    style: { fontSize: "11px", fontFamily: "inherit", background: "none" },
  } as Plot.PlotOptions) as unknown as SvgElement;
  for (const style of plot.querySelectorAll("style")) style.remove();
  return plot;
}

/** Lines of text under each other, in a column. */
function lines(document: SvgDocument, texts: readonly TextLine[], x: number, y: number): SvgElement[] {
  let at = y;
  return texts.map(({ text, size, bold }) => {
    at += 1.3 * size;
    const weight = bold ? { "font-weight": "bold" } : {};
    return svgElement(document, "text", { x: round(x), y: round(at), "font-size": size, ...weight }, text);
  });
}

interface TextLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

const headOf = ({ title = "", note = "" }: Panel, width: number): TextLine[] => [
  ...wrap(title, width, TITLE_SIZE).map((text) => ({ text, size: TITLE_SIZE, bold: true })),
  ...wrap(note, width, NOTE_SIZE).map((text) => ({ text, size: NOTE_SIZE, bold: false })),
];

function panelRow(document: SvgDocument, panels: readonly Panel[], height: number, columns: number): Block {
  const width = (INNER - GAP * (columns - 1)) / columns;
  const heads = panels.map((panel) => headOf(panel, width - 4));
  const head = Math.max(
    ...heads.map((texts) => texts.reduce((sum, { size }) => sum + 1.3 * size, texts.length > 0 ? 6 : 0)),
  );
  return {
    height: head + height,
    at: (y) =>
      panels.flatMap(({ plot }, k) => {
        const x = MARGIN + k * (width + GAP);
        const element = plotElement(document, plot, width, height);
        element.setAttribute("x", String(round(x)));
        element.setAttribute("y", String(round(y + head)));
        return [...lines(document, heads[k] as TextLine[], x + 4, y), element];
      }),
  };
}

/**
 * Draws a sheet: title, legend, panels and caption under each other, on a light ground of its own.
 *
 * @param sheet what to draw
 * @param document that makes the elements
 * @returns an svg element
 */
export function drawSheet(
  { title, about, rows, rowHeight = 230, columns, keys, caption }: Sheet,
  document: SvgDocument,
): SvgElement {
  const blocks = [
    textBlock(document, title, 15, { "font-weight": "bold" }),
    legend(document, keys, MARGIN, INNER),
    ...rows.map((panels) => panelRow(document, panels, rowHeight, columns ?? panels.length)),
    textBlock(document, caption, CAPTION_SIZE, { fill: "#444444" }),
  ];
  let y = MARGIN;
  const drawn = blocks.flatMap(({ height, at }) => {
    const elements = at(y);
    y += height + (height > 0 ? 8 : 0);
    return elements;
  });
  const height = Math.ceil(y + MARGIN - 8);
  return svgElement(
    document,
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...{ width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, role: "img" },
      ...{ "font-family": FONT, "font-size": 11, fill: INK, color: INK },
      style: "max-width: 100%; height: auto",
    },
    [
      svgElement(document, "title", {}, title),
      svgElement(document, "desc", {}, `${about} ${caption}`),
      svgElement(document, "rect", { width: WIDTH, height, fill: PAPER, stroke: FAINT }),
      ...drawn,
    ],
  );
}
