import { wrap } from "./wrap.ts";

/** The furthest column at which an entry's explanation may hang, as a share of the line. */
const FURTHEST = 0.3;
/** What is copied must work: a command stays on one line. */
const COMMAND = /^ *(adamcheck|npm|npx|node) /;
/** Tables and maps are drawn to fit. */
const DRAWN = /^ *[┌├└│]/;

/** A line of a list, "  name   what it is": what does not fit hangs under what it is. */
function entry(line: string, width: number): string[] {
  const [, indent = "", name = "", gap = "", rest = ""] = /^( *)(.*?)(?:( {2,})(\S.*))?$/u.exec(line) ?? [];
  const flat = rest.replaceAll(/ {2,}/g, "  ");
  if (rest === "") return wrap(name, width, { first: indent, others: indent === "" ? "" : `${indent}  ` });
  const lead = `${indent}${name}${gap}`;
  if (lead.length <= FURTHEST * width) return wrap(flat, width, { first: lead });
  return [...wrap(name, width, { first: indent }), ...wrap(flat, width, { first: `${indent}    ` })];
}

/**
 * A text whose lines fit: those that are too long are broken at words; of a list, "  name   what it is", they hang under what it is.
 *
 * @param text any; lines that fit, that are a command, or are of a table are as they were
 * @param width of a line
 * @returns the text
 * @example
 * fold("a  one two", 40) // => "a  one two"
 * fold("well known", 6) // => "well\nknown"
 */
export const fold = (text: string, width: number): string =>
  text
    .split("\n")
    .flatMap((line) => {
      const fits = line.length <= width || COMMAND.test(line) || DRAWN.test(line);
      return fits ? [line] : entry(line.trimEnd(), width);
    })
    .join("\n");
