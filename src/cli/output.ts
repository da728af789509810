import { fold } from "../report/text/fold.ts";
import { type Colour, type Environment, type Output, painted, paintFor } from "./style.ts";

/*
 * Where commands speak to people: results on standard output, remarks and what has gone wrong on standard error. On a terminal tables and
 * sentences are made to fit and verdicts coloured; elsewhere every text is written as it is.
 */

let quiet = false;

/** Whether from here on nothing but what has gone wrong is said on standard error (--quiet). */
export function setQuiet(given: boolean): void {
  quiet = given;
}

/** Whether --quiet was given. */
export const isQuiet = (): boolean => quiet;

/** No line is made shorter than this: what is narrower than that breaks lines as it likes. */
const NARROWEST = 20;

/**
 * How many columns a text for people may have on a stream.
 *
 * @param stream a terminal or not
 * @param env COLUMNS, a number, is used where there is no terminal
 * @returns columns, at least 20; Infinity where nothing says how many there are: a row and a sentence are then a line each
 */
export function widthOf({ isTTY, columns }: Output, env: Environment): number {
  const given = isTTY ? columns : Number(env.COLUMNS);
  return given ? Math.max(NARROWEST, given) : Infinity;
}

/**
 * A text as a stream shows it: lines broken at words to fit it, verdicts in colour on a terminal.
 *
 * @param text plain
 * @param stream that it goes to
 * @param env see `widthOf` and `paintFor`
 * @returns the same bytes where there is neither a terminal nor COLUMNS
 */
export const shownOn = (text: string, stream: Output, env: Environment): string =>
  painted(fold(text, widthOf(stream, env)), paintFor(stream, env));

/** Columns that a result for people may have on standard output. */
export const width = (): number => widthOf(process.stdout, process.env);

/** Writes data for programs to standard output. */
export const write = (text: string): void => void process.stdout.write(text);

/** Writes a result for people to standard output. */
export const print = (text: string): void => void process.stdout.write(shownOn(text, process.stdout, process.env));

/** A line for standard error, broken at words to fit it. */
const remark = (text: string): string => `${fold(text, widthOf(process.stderr, process.env))}\n`;

/** "warning: ..." and the like: the word before the colon in its colour. */
function lead(text: string, colour: Colour): string {
  const at = text.indexOf(":");
  return at < 0 ? text : paintFor(process.stderr, process.env)(colour, text.slice(0, at + 1)) + text.slice(at + 1);
}

/** Says a remark on standard error, a line; nothing with --quiet. */
export function note(text: string): void {
  if (!quiet) process.stderr.write(remark(text));
}

/** Says what to be careful of, a line; nothing with --quiet. */
export function warn(text: string): void {
  if (!quiet) process.stderr.write(lead(remark(`warning: ${text}`), "open"));
}

/** Says what has gone wrong, a line that begins with a word and a colon; --quiet or not. */
export const complain = (text: string): void => void process.stderr.write(lead(remark(text), "bad"));
