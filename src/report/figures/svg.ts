import { DOMParser } from "linkedom";
import type { SvgDocument } from "./dom.ts";
import type { DrawnFigure } from "./drawnFigure.ts";
import type { Figure, Source } from "./figure.ts";
import { darkened } from "./scheme.ts";
import { type Page, pageAdvice } from "./sheet/page.ts";
import { drawSheet, type Sheet } from "./sheet/sheet.ts";

/** A document to draw into without a browser. */
export const newDocument = (): SvgDocument =>
  new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "image/svg+xml",
  ) as unknown as SvgDocument;

/** Attributes that say where something is. */
const PLACES = / (d|transform|points|x|y|x1|y1|x2|y2|cx|cy|r|width|height)="([^"]*)"/g;

/** Places to a hundredth of a pixel, which no eye and no machine's last digit tells from the exact ones. */
export const trimmed = (svg: string): string =>
  svg.replaceAll(/<[^<>]+>/g, (tag) =>
    tag.replaceAll(PLACES, (_, name: string, value: string) => {
      const short = value.replaceAll(/-?\d+(?:\.\d+)?(?:e[-+]\d+)?/g, (digits) =>
        String(Number(Number(digits).toFixed(2))),
      );
      return ` ${name}="${short}"`;
    }),
  );

/** How a figure is drawn: for what page, and on which ground. */
export interface Drawing {
  /** A screen unless given. */
  readonly page?: Page;
  readonly dark?: boolean;
}

/**
 * Data as an SVG file.
 *
 * @param figure one of FIGURES
 * @param data its own
 * @param drawing page and ground
 * @returns the text of a file that needs nothing besides
 * @throws InputError where the page asks for a panel that is not there
 */
export const svgOf = <Data>(figure: Figure<Data>, data: Data, drawing: Drawing = {}): string =>
  svgOfSheet(figure.sheet(data), drawing);

function svgOfSheet(sheet: Sheet, { page, dark = false }: Drawing): string {
  const svg = trimmed(drawSheet(sheet, newDocument(), page).outerHTML);
  return `${dark ? darkened(svg) : svg}\n`;
}

/** How large an SVG of ours is, in pixels. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/**
 * A figure of a source.
 *
 * @param figure one of FIGURES
 * @param source what `--from` names
 * @param drawing page and ground
 * @returns the SVG file, what is under the figure, and its panels
 * @throws InputError where the source is not what the figure is of
 */
export function drawFigure<Data>(figure: Figure<Data>, source: Source, drawing: Drawing = {}): DrawnFigure {
  const data = figure.read(source);
  const sheet = figure.sheet(data);
  const svg = svgOfSheet(sheet, drawing);
  const panels = sheet.rows.flat().map(({ name }) => name);
  const advice = pageAdvice(figure.name, sizeOf(svg).height, panels, drawing.page);
  return { svg, caption: figure.caption(data), panels, ...(advice !== undefined && { advice }) };
}
