import { InputError, show } from "../../../setting/inputError.ts";

/** Sizes of letters, in pixels of which an inch has 96. */
export interface Letters {
  readonly title: number;
  /** Of panels. */
  readonly head: number;
  /** Of axes, legend and marks. */
  readonly text: number;
  readonly note: number;
}

/** What a figure is laid out for. */
export interface Page {
  /** In pixels of which an inch has 96. */
  readonly width: number;
  readonly letters: Letters;
  /** As it was asked for, "3.25in"; undefined for a screen. */
  readonly asked?: string;
  /** Whether title, caption and command are left out. */
  readonly bare?: boolean;
  /** The only panels that are drawn, by their names with commas between. */
  readonly panel?: string;
  /** Pixels that there are from the first line to the last; no end unless given. */
  readonly highest?: number;
}

/** For reading on a screen. */
export const SCREEN: Page = { width: 760, letters: { title: 15, head: 12, text: 11, note: 10 } };

const INCH = 96;
const POINT = INCH / 72;

/** 7 to 8 points whatever the width, beside the 9 or 10 of a paper's text. */
const PRINTED: Letters = { title: 8 * POINT, head: 8 * POINT, text: 7.5 * POINT, note: 7 * POINT };

const UNITS: Readonly<Record<string, number>> = { in: INCH, cm: INCH / 2.54, mm: INCH / 25.4, pt: POINT };
const [LEAST, LARGEST] = [1.5, 20];
/** Inches that the text of a letter page is high. */
export const PAGE_HEIGHT = 9;

/**
 * The page of a paper.
 *
 * @param asked a width with its unit: in, cm, mm or pt (72 an inch); 1.5 to 20 in
 * @returns letters of 7 to 8 points, in whatever room that width leaves
 * @throws InputError
 * @example
 * printed("3.25in").width // => 312
 */
export function printed(asked: string): Page {
  const [, digits, unit] = /^(\d+(?:\.\d+)?|\.\d+) ?([a-z]+)$/.exec(asked) ?? [];
  const width = Object.hasOwn(UNITS, unit ?? "") ? Number(digits) * (UNITS[unit as string] as number) : Number.NaN;
  if (width >= LEAST * INCH && width <= LARGEST * INCH)
    return { width, letters: PRINTED, asked: `${digits}${unit}`, highest: PAGE_HEIGHT * INCH };
  throw new InputError(
    `width must be a length of ${LEAST} to ${LARGEST} in with its unit, one of ${Object.keys(UNITS).join(", ")}, such as 3.25in, but is ${show(asked)}; correct it`,
  );
}

/**
 * What to do about a figure that is higher than the text of a letter page.
 *
 * @param figure its name
 * @param height in pixels, of which an inch has 96
 * @param panels that the figure has, by name
 * @param page that it is laid out for
 * @returns a sentence; undefined where it fits, or is for a screen
 */
export function pageAdvice(figure: string, height: number, panels: readonly string[], page: Page = SCREEN) {
  const { highest = Infinity, bare = false } = page;
  if (height <= highest) return undefined;
  const some = `draw some of its ${panels.length} panels, as with --panel ${panels.slice(0, 2).join(",")} (--list names all)`;
  const more = `give it more --width${bare ? "" : ", or leave title and caption to the paper with --bare"}`;
  return `${figure} is ${(height / INCH).toFixed(1)} in high, and the text of a page ${PAGE_HEIGHT} in: ${panels.length > 1 ? some : more}`;
}
