import { InputError, show } from "../../../setting/inputError.ts";
import { mustNameOneOf } from "../../../setting/nearest.ts";
import { type SvgDocument, type SvgElement, svgElement } from "../dom.ts";
import type { Block, Inner } from "./block.ts";
import { wrap } from "./letters.ts";
import type { Letters, Page } from "./page.ts";
import { boxOf, drawPanel, type Panel } from "./panel.ts";

const GAP = 18;
/** Letters that a panel has room for, at least. */
const NARROWEST = 19;
/** The most that a panel is high, in parts of its width. */
const HIGHEST = 0.85;
/** No panel is lower than so many letters, however full the page is. */
const LOWEST = 11;

const round = (x: number) => Number(x.toFixed(2));

/** The panels of a figure. */
export interface PanelRows {
  /** Panels that are side by side where there is room; fewer in a row where there is not. */
  readonly rows: readonly (readonly Panel[])[];
  /** Of a row of panels, in pixels on a wide page; 230 unless given. On a narrow one no panel is higher than it is wide, on a full one all are lower. */
  readonly rowHeight?: number;
  /** Panels of a row, at most; their number unless given. */
  readonly columns?: number;
}

/** A line of a panel's head. */
interface HeadLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

/** Panels side by side. */
interface Row {
  readonly panels: readonly Panel[];
  readonly heads: readonly (readonly HeadLine[])[];
  /** Of each panel. */
  readonly width: number;
  readonly heights: readonly number[];
  /** Whether the heights are what the panels need. */
  readonly fixed: boolean;
}

/** The names that a page asks for, or all. */
function namesOn({ panel: asked }: Page, names: readonly string[]): readonly string[] {
  if (asked === undefined) return names;
  const wanted = asked.split(",").map((name) => name.trim());
  for (const name of wanted) mustNameOneOf("panel", name, names, "--list");
  const twice = wanted.find((name, k) => wanted.indexOf(name) < k);
  if (twice !== undefined)
    throw new InputError(`panel must name a panel once, but names ${show(twice)} twice; leave one out`);
  return wanted;
}

/** The panels that are drawn, in rows: those of the sheet, or the ones that are asked for, in that order. */
export function panelsOn({ rows }: PanelRows, page: Page): readonly (readonly Panel[])[] {
  if (page.panel === undefined) return rows;
  const all = rows.flat();
  const names = namesOn(
    page,
    all.map(({ name }) => name),
  );
  return [names.map((name) => all.find((panel) => panel.name === name) as Panel)];
}

const headOf = ({ title = "", note = "" }: Panel, width: number, letters: Letters): HeadLine[] => [
  ...wrap(title, width, letters.head, true).map((text) => ({ text, size: letters.head, bold: true })),
  ...wrap(note, width, letters.note).map((text) => ({ text, size: letters.note, bold: false })),
];

const headHeight = ({ heads }: Row): number =>
  Math.max(...heads.map((texts) => texts.reduce((sum, { size }) => sum + 1.3 * size, texts.length > 0 ? 6 : 0)));

/**
 * Panels as rows of a page: fewer side by side where there is little room.
 *
 * @param sheet that has them
 * @param page what for
 * @param inner the page's room
 * @returns the rows, as high as they would be on a page without an end
 * @throws InputError where the page asks for a panel that is not there
 */
export function rowsOn(sheet: PanelRows, page: Page, { width: room, letters }: Inner): readonly Row[] {
  const shown = panelsOn(sheet, page);
  const { rowHeight = 230 } = sheet;
  const most = Math.max(1, Math.floor((room + GAP) / (NARROWEST * letters.text + GAP)));
  const headless = page.bare === true && shown.flat().length === 1;
  return shown.flatMap((panels) => {
    const wanted = page.panel === undefined ? sheet.columns : undefined;
    const columns = Math.min(wanted ?? panels.length, sheet.columns ?? most, most);
    const width = (room - GAP * (columns - 1)) / columns;
    return Array.from({ length: Math.ceil(panels.length / columns) }, (_, k): Row => {
      const own = panels.slice(k * columns, (k + 1) * columns);
      return {
        ...{ panels: own, width, heads: own.map((panel) => (headless ? [] : headOf(panel, width - 4, letters))) },
        heights: own.map(({ height }) => height?.(width, letters) ?? Math.min(rowHeight, HIGHEST * width)),
        fixed: own.some(({ height }) => height !== undefined),
      };
    });
  });
}

/**
 * The same rows, lower where they fit then: all by the same part, but for those that are as high as they need.
 *
 * @param rows of a page
 * @param excess pixels that they are too high together
 * @param letters of the page
 * @returns rows; as they were, where the lowest would be too high all the same
 */
export function lowered(rows: readonly Row[], excess: number, { text }: Letters): readonly Row[] {
  const flexible = rows.filter(({ fixed }) => !fixed);
  const sum = flexible.reduce((all, { heights }) => all + Math.max(...heights), 0);
  if (excess <= 0 || sum - excess < LOWEST * text * flexible.length) return rows;
  const part = 1 - excess / sum;
  return rows.map((row) =>
    row.fixed ? row : { ...row, heights: row.heights.map((height) => Math.max(LOWEST * text, part * height)) },
  );
}

function headLines(document: SvgDocument, texts: readonly HeadLine[], x: number, y: number): SvgElement[] {
  let at = y;
  return texts.map(({ text, size, bold }) => {
    at += 1.3 * size;
    const weight = bold ? { "font-weight": "bold" } : {};
    return svgElement(document, "text", { x: round(x), y: round(at), "font-size": round(size), ...weight }, text);
  });
}

/** A row as it is drawn. */
export function rowBlock(document: SvgDocument, row: Row, { left, letters }: Inner): Block {
  const { panels, heads, width, heights } = row;
  const head = headHeight(row);
  return {
    height: head + Math.max(...heights),
    at: (y) =>
      panels.flatMap((panel, k) => {
        const x = left + k * (width + GAP);
        const element = drawPanel(document, panel, boxOf(round(width), round(heights[k] as number), letters));
        element.setAttribute("x", String(round(x)));
        element.setAttribute("y", String(round(y + head)));
        return [...headLines(document, heads[k] ?? [], x + 2, y), element];
      }),
  };
}
