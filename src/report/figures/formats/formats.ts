import { extname } from "node:path";
import type { Page } from "../sheet/page.ts";

/** What a figure is written as, by the ending of its file. Adding one is one entry here. */
const ENDINGS: Readonly<Record<string, (svg: string, page: Page | undefined) => Promise<string | Uint8Array>>> = {
  ".svg": async (svg) => svg,
  ".png": async (svg, page) => (await import("./png.ts")).pngOf(svg, page?.asked === undefined ? SHARP : PRINT),
  ".pdf": async (svg) => (await import("./pdf/pdf.ts")).pdfOf(svg),
};

/** Pixels of a PNG for each of a figure: for screens, and for paper, where 600 are an inch. */
const SHARP = 2;
const PRINT = 600 / 96;

/** The endings that a figure's file may have. */
export const PICTURES: readonly string[] = Object.keys(ENDINGS);

/** Whether a path is that of a figure's file. */
export const isPicture = (path: string): boolean => PICTURES.includes(extname(path).toLowerCase());

/**
 * A figure as the bytes of a file.
 *
 * @param svg text of the figure
 * @param path whose ending says as what
 * @param page that it was laid out for
 */
export const pictureOf = (svg: string, path: string, page?: Page): Promise<string | Uint8Array> =>
  (ENDINGS[extname(path).toLowerCase()] as (typeof ENDINGS)[string])(svg, page);
