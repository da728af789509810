import { type Command, Help } from "commander";
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
 * An argument or option with its explanation: beside it where a help has all its columns, else under it.
 *
 * @param term such as "--seed <integer>"
 * @param termWidth columns of the longest term
 * @param description of it
 * @param helper commander's
 * @returns lines
 */
export function item(term: string, termWidth: number, description: string, helper: Help): string {
  const columns = helper.helpWidth ?? HELP_WIDTH;
  if (columns >= HELP_WIDTH) return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
  return fold(`  ${term}  ${description}`, columns);
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
export interface About {
  /** Paragraphs and lists. */
  readonly about: string;
  /** What each exit code says. */
  readonly exits: string;
  /** Commands that work as they stand, from the folder of the package; the last lines of the help. */
  readonly examples: readonly string[];
}

/** Helps by their commands, for the reference that the site makes of them. */
const HELPS = new WeakMap<Command, About>();

/** The help that a command was given; undefined where it has none. */
export const helpOf = (command: Command): About | undefined => HELPS.get(command);

/**
 * Adds a help to a command: what it does, exit codes, and at the end examples, each of which a test runs.
 *
 * @param command that gets it
 * @param help its parts
 * @returns the same command
 */
export function withHelp(command: Command, help: About): Command {
  HELPS.set(command, help);
  const { about, exits, examples } = help;
  return command.addHelpText(
    "after",
    [
      "",
      // Not the indent of a list that it begins with.
      fitted(about.replace(/^\n+/, "").trimEnd()),
      "",
      fitted(`Exit codes: ${exits}.`),
      "",
      examples.length === 1 ? "Example:" : "Examples:",
      ...examples.map((line) => `  ${line}`),
    ].join("\n"),
  );
}
