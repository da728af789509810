import { wrap as wrapped } from "../../src/report/text/wrap.ts";

/** Columns of the long text at most, wherever it goes. */
export const COLUMNS = 80;

/**
 * A text on lines of at most 80 columns, all of them indented.
 *
 * @param text words with spaces between them
 * @param by columns to indent
 * @param columns of a line, where it has fewer than 80
 * @returns lines
 * Source: ours.
 * @example
 * wrap("a b", 2) // => "  a b"
 */
export const wrap = (text: string, by: number, columns = COLUMNS): string =>
  wrapped(text.replaceAll(/\s+/g, " "), Math.min(columns, COLUMNS), { first: " ".repeat(by) }).join("\n");
