import { fitTables } from "../report/fitTables.ts";
import { type Colour, type Output, painted, paintFor } from "./style.ts";

/*
 * Where commands speak to people: results on standard output, remarks and what has gone wrong on standard error. On a terminal tables are made
 * to fit and verdicts coloured; elsewhere every text is written as it is.
 */

let quiet = false;

/** Whether from here on nothing but what has gone wrong is said on standard error (--quiet). */
export function setQuiet(given: boolean): void {
  quiet = given;
}

/** Whether --quiet was given. */
export const isQuiet = (): boolean => quiet;

/**
 * A text as a stream shows it.
 *
 * @param text plain
 * @param stream that it goes to
 * @param env see `paintFor`
 * @returns the same bytes where it is no terminal
 */
export function shownOn(text: string, stream: Output, env: Readonly<Record<string, string | undefined>>): string {
  if (!stream.isTTY) return text;
  return painted(fitTables(text, stream.columns ?? Infinity), paintFor(stream, env));
}

/** Writes data for programs to standard output. */
export const write = (text: string): void => void process.stdout.write(text);

/** Writes a result for people to standard output. */
export const print = (text: string): void => void process.stdout.write(shownOn(text, process.stdout, process.env));

/** "warning: ..." and the like: the word before the colon in its colour. */
function lead(text: string, colour: Colour): string {
  const at = text.indexOf(":");
  return at < 0 ? text : paintFor(process.stderr, process.env)(colour, text.slice(0, at + 1)) + text.slice(at + 1);
}

/** Says a remark on standard error, a line; nothing with --quiet. */
export function note(text: string): void {
  if (!quiet) process.stderr.write(`${text}\n`);
}

/** Says what to be careful of, a line; nothing with --quiet. */
export const warn = (text: string): void => note(lead(`warning: ${text}`, "open"));

/** Says what has gone wrong, a line that begins with a word and a colon; --quiet or not. */
export const complain = (text: string): void => void process.stderr.write(`${lead(text, "bad")}\n`);
