import type { Command } from "commander";
import { fold } from "../report/text/fold.ts";
import { width } from "./output.ts";

/** Columns that a help may have; a narrower terminal has fewer. */
export const HELP_WIDTH = 80;

/** Columns of a help here. */
export const helpWidth = (): number => Math.min(HELP_WIDTH, width());

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
    if (paragraph.length > 0) lines.push(paragraph.join(" "));
    paragraph = [];
  };
  for (const line of text.split("\n")) {
    if (line !== "" && !line.startsWith(" ")) {
      paragraph.push(line);
      continue;
    }
    end();
    lines.push(line);
  }
  end();
  return fold(lines.join("\n"), helpWidth());
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
