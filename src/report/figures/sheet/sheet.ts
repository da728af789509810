import { type SvgDocument, type SvgElement, svgElement } from "../dom.ts";
import { FAINT, INK, PAPER } from "../palette.ts";
import type { Block, Inner } from "./block.ts";
import { type Key, legend } from "./legend.ts";
import { wrap } from "./letters.ts";
import { type Page, SCREEN } from "./page.ts";
import { lowered, type PanelRows, panelsOn, rowBlock, rowsOn } from "./rows.ts";

/** A figure before it is drawn. */
export interface Sheet extends PanelRows {
  readonly title: string;
  /** What is seen, in words, for readers who do not see it. */
  readonly about: string;
  /** What marks mean, of the panels that are drawn, by name. */
  keys(shown: ReadonlySet<string>): readonly Key[];
  readonly caption: string;
}

const SPACE = 8;
/** Widths of letters that readers without the first font see are at most those of the second. */
const FONT = "'DejaVu Sans', Verdana, sans-serif";

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

/** Where blocks under each other end, the first at y. */
const heightOf = (blocks: readonly Block[], y: number) =>
  blocks.reduce((sum, { height }) => sum + height + (height > 0 ? SPACE : 0), y) - SPACE;

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
  const { title, about, caption } = sheet;
  const { letters, bare = false, asked, highest = Infinity } = page;
  const margin = bare ? 2 : asked === undefined ? 16 : 6;
  const inner: Inner = { left: margin, width: page.width - 2 * margin, letters };
  const shown = new Set(panelsOn(sheet, page).flatMap((panels) => panels.map(({ name }) => name)));
  const words = (text: string, size: number, bold = false) =>
    bare ? [] : [textBlock(document, text, inner, size, bold)];
  const above = [
    ...words(title, letters.title, true),
    legend(document, sheet.keys(shown), inner.left, inner.width, letters.text),
  ];
  const below = words(caption, asked === undefined ? letters.text : letters.note);
  const rows = rowsOn(sheet, page, inner);
  const drawRows = (all: ReturnType<typeof lowered>) => all.map((row) => rowBlock(document, row, inner));
  const room = highest - margin - heightOf([...above, ...drawRows(rows), ...below], margin);
  const blocks = [...above, ...drawRows(lowered(rows, -room, letters)), ...below];
  let y = margin;
  const drawn = blocks.flatMap(({ height, at }) => {
    const elements = at(y);
    y += height + (height > 0 ? SPACE : 0);
    return elements;
  });
  const height = Math.ceil(heightOf(blocks, margin) + margin);
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
