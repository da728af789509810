import type { Command } from "commander";

/** Columns that a help may have. */
export const HELP_WIDTH = 80;

/** Words on lines of at most so many columns, the first with one indentation, the others with another. */
function wrapped(text: string, first: string, others: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= HELP_WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${lines.length === 0 ? first : others}${word}`);
  }
  return lines;
}

/** The furthest column at which an entry's explanation may hang. */
const FURTHEST = 24;

/** A line of a list, "  name   what it is": what does not fit hangs under what it is. */
function entry(line: string): string[] {
  if (line.length <= HELP_WIDTH) return [line];
  const [, indent = "", name = "", gap = "", rest = ""] = /^( +)(.*?)(?:( {2,})(.*))?$/.exec(line) ?? [];
  const column = indent.length + name.length + gap.length;
  if (rest === "") return wrapped(name, indent, `${indent}  `);
  if (column <= FURTHEST) return wrapped(rest.replaceAll(/ {2,}/g, "  "), `${indent}${name}${gap}`, " ".repeat(column));
  return [`${indent}${name}`, ...wrapped(rest.replaceAll(/ {2,}/g, "  "), `${indent}    `, `${indent}    `)];
}

/**
 * A help in 80 columns: lines that follow each other are one paragraph, indented ones are kept, and wrapped where they are too long.
 *
 * @param text paragraphs and lists
 * @returns lines
 * @example
 * fitted("one\ntwo\n\n  name  what") // => "one two\n\n  name  what"
 */
export function fitted(text: string): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  const end = () => {
    if (paragraph.length > 0) lines.push(...wrapped(paragraph.join(" "), "", ""));
    paragraph = [];
  };
  for (const line of text.split("\n")) {
    if (line !== "" && !line.startsWith(" ")) {
      paragraph.push(line);
      continue;
    }
    end();
    lines.push(...(line === "" ? [""] : entry(line)));
  }
  end();
  return lines.join("\n");
}

/**
 * Lines of a list, each column as wide as what is longest in it.
 *
 * @param rows of cells
 * @returns lines, indented by two
 * @example
 * columns([["a", "first"], ["long", "second"]]) // => "  a     first\n  long  second"
 */
export function columns(rows: readonly (readonly string[])[]): string {
  const width = (k: number) => 2 + Math.max(...rows.map((row) => (row[k] as string).length));
  return rows.map((row) => `  ${row.map((cell, k) => cell.padEnd(width(k))).join("")}`.trimEnd()).join("\n");
}

/** What stands under the options of a command. */
export interface Help {
  /** Paragraphs and lists. */
  readonly about: string;
  /** What each exit code says. */
  readonly exits: string;
  /** Commands that work as they stand, from the folder of the package; the last lines of the help. */
  readonly examples: readonly string[];
}

/** Helps by their commands, for the reference that the site makes of them. */
const HELPS = new WeakMap<Command, Help>();

/** The help that a command was given; undefined where it has none. */
export const helpOf = (command: Command): Help | undefined => HELPS.get(command);

/**
 * Adds a help to a command: what it does, exit codes, and at the end examples, each of which a test runs.
 *
 * @param command that gets it
 * @param help its parts
 * @returns the same command
 */
export function withHelp(command: Command, help: Help): Command {
  HELPS.set(command, help);
  const { about, exits, examples } = help;
  return command.addHelpText(
    "after",
    [
      "",
      fitted(about.trim()),
      "",
      fitted(`Exit codes: ${exits}.`),
      "",
      examples.length === 1 ? "Example:" : "Examples:",
      ...examples.map((line) => `  ${line}`),
    ].join("\n"),
  );
}
