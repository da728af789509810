import { mustName } from "../../../setting/nearest.ts";
import { type SvgDocument, type SvgElement, svgElement } from "../dom.ts";
import { FAINT, INK, PAPER } from "../palette.ts";
import { type Key, legend } from "./legend.ts";
import { wrap } from "./letters.ts";
import { type Letters, type Page, SCREEN } from "./page.ts";
import { boxOf, drawPanel, type Panel } from "./panel.ts";

/** A figure before it is drawn. */
export interface Sheet {
  readonly title: string;
  /** What is seen, in words, for readers who do not see it. */
  readonly about: string;
  /** Panels that are side by side where there is room; fewer in a row where there is not. */
  readonly rows: readonly (readonly Panel[])[];
  /**
   * Of a row of panels, in pixels on a wide page; 230 unless given. In a narrow one no panel is higher than it is wide, unless its height is told
   * by its width: of panels with a line of words for each of their items.
   */
  readonly rowHeight?: number | ((width: number, letters: Letters) => number);
  /** Panels of a row, at most; their number unless given. */
  readonly columns?: number;
  readonly keys: readonly Key[];
  readonly caption: string;
}

const GAP = 18;
const SPACE = 8;
/** Letters that a panel has room for, at least. */
const NARROWEST = 19;
/** The most that a panel is high, in parts of its width. */
const HIGHEST = 0.85;
/** Widths of letters that readers without the first font see are at most those of the second. */
const FONT = "'DejaVu Sans', Verdana, sans-serif";

/** Something of a height, drawn with its top at y. */
interface Block {
  readonly height: number;
  readonly at: (y: number) => readonly SvgElement[];
}

/** Where the page's content is. */
interface Inner {
  readonly left: number;
  readonly width: number;
  readonly letters: Letters;
}

const round = (x: number) => Number(x.toFixed(2));

function textBlock(document: SvgDocument, text: string, { left, width }: Inner, size: number, bold: boolean): Block {
  const lines = wrap(text, width, size, bold);
  const weight = bold ? { "font-weight": "bold" } : {};
  const place = (k: number) => ({ x: left, y: size * (1 + 1.35 * k), "font-size": round(size), ...weight });
  return {
    height: lines.length * size * 1.35,
    at: (y) => lines.map((line, k) => svgElement(document, "text", { ...place(k), y: round(y + place(k).y) }, line)),
  };
}

/** A line of a panel's head. */
interface HeadLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

const headOf = ({ title = "", note = "" }: Panel, width: number, letters: Letters): HeadLine[] => [
  ...wrap(title, width, letters.head, true).map((text) => ({ text, size: letters.head, bold: true })),
  ...wrap(note, width, letters.note).map((text) => ({ text, size: letters.note, bold: false })),
];

function headLines(document: SvgDocument, texts: readonly HeadLine[], x: number, y: number): SvgElement[] {
  let at = y;
  return texts.map(({ text, size, bold }) => {
    at += 1.3 * size;
    const weight = bold ? { "font-weight": "bold" } : {};
    return svgElement(document, "text", { x: round(x), y: round(at), "font-size": round(size), ...weight }, text);
  });
}

function panelRow(document: SvgDocument, panels: readonly Panel[], inner: Inner, size: RowSize): Block {
  const { width, height } = size;
  const heads = panels.map((panel) => (size.headless ? [] : headOf(panel, width - 4, inner.letters)));
  const head = Math.max(
    ...heads.map((texts) => texts.reduce((sum, { size }) => sum + 1.3 * size, texts.length > 0 ? 6 : 0)),
  );
  return {
    height: head + height,
    at: (y) =>
      panels.flatMap((panel, k) => {
        const x = inner.left + k * (width + GAP);
        const element = drawPanel(document, panel, boxOf(round(width), round(height), inner.letters));
        element.setAttribute("x", String(round(x)));
        element.setAttribute("y", String(round(y + head)));
        return [...headLines(document, heads[k] as HeadLine[], x + 2, y), element];
      }),
  };
}

interface RowSize {
  readonly width: number;
  readonly height: number;
  /** Whether titles of panels are left out. */
  readonly headless: boolean;
}

/** The rows that are drawn: those of the sheet, or its one panel that is asked for. */
function rowsOf({ rows }: Sheet, panel: string | undefined): readonly (readonly Panel[])[] {
  if (panel === undefined) return rows;
  const all = rows.flat();
  mustName(
    "panel",
    panel,
    all.map(({ name }) => name),
  );
  return [all.filter(({ name }) => name === panel)];
}

/** Keys of what is drawn. */
const keysOf = (keys: readonly Key[], panel: string | undefined) =>
  panel === undefined ? keys : keys.filter(({ panels }) => panels === undefined || panels.includes(panel));

function panelBlocks(document: SvgDocument, sheet: Sheet, page: Page, inner: Inner): Block[] {
  const rows = rowsOf(sheet, page.panel);
  const { rowHeight = 230 } = sheet;
  const room = Math.max(1, Math.floor((inner.width + GAP) / (NARROWEST * inner.letters.text + GAP)));
  const headless = page.bare === true && rows.flat().length === 1;
  return rows.flatMap((panels) => {
    const wanted = page.panel === undefined ? (sheet.columns ?? panels.length) : 1;
    const columns = Math.min(wanted, room);
    const width = (inner.width - GAP * (columns - 1)) / columns;
    const height =
      typeof rowHeight === "number" ? Math.min(rowHeight, HIGHEST * width) : rowHeight(width, inner.letters);
    return Array.from({ length: Math.ceil(panels.length / columns) }, (_, k) =>
      panelRow(document, panels.slice(k * columns, (k + 1) * columns), inner, { width, height, headless }),
    );
  });
}

/**
 * Draws a sheet: title, legend, panels and caption under each other, on a ground of its own.
 *
 * @param sheet what to draw
 * @param document that makes the elements
 * @param page what for; a screen unless given
 * @returns an svg element
 * @throws InputError where the page asks for a panel that is not there
 */
export function drawSheet(sheet: Sheet, document: SvgDocument, page: Page = SCREEN): SvgElement {
  const { title, about, keys, caption } = sheet;
  const { letters, bare = false, asked } = page;
  const margin = bare ? 2 : asked === undefined ? 16 : 6;
  const inner: Inner = { left: margin, width: page.width - 2 * margin, letters };
  const words = (text: string, size: number, bold = false) =>
    bare ? [] : [textBlock(document, text, inner, size, bold)];
  const blocks = [
    ...words(title, letters.title, true),
    legend(document, keysOf(keys, page.panel), inner.left, inner.width, letters.text),
    ...panelBlocks(document, sheet, page, inner),
    ...words(caption, asked === undefined ? letters.text : letters.note),
  ];
  let y = margin;
  const drawn = blocks.flatMap(({ height, at }) => {
    const elements = at(y);
    y += height + (height > 0 ? SPACE : 0);
    return elements;
  });
  const height = Math.ceil(y + margin - SPACE);
  const size = (pixels: number) => (asked === undefined ? pixels : `${round(pixels / 96)}in`);
  return svgElement(
    document,
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...{ width: size(page.width), height: size(height), viewBox: `0 0 ${round(page.width)} ${height}`, role: "img" },
      ...{ "font-family": FONT, "font-size": round(letters.text), fill: INK, color: INK },
      ...(asked === undefined && { style: "max-width: 100%; height: auto" }),
    },
    [
      svgElement(document, "title", {}, title),
      svgElement(document, "desc", {}, `${about} ${caption}`),
      svgElement(document, "rect", {
        ...{ width: round(page.width), height, fill: PAPER },
        ...(bare ? {} : { stroke: FAINT }),
      }),
      ...drawn,
    ],
  );
}
