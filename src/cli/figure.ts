import type { Command } from "commander";
import { figure, figures } from "../library/figure.ts";
import { InputError } from "../setting/inputError.ts";
import { withHelp } from "./help.ts";
import { withLoad } from "./loadOwn.ts";
import { note, print, write } from "./output.ts";

const LIST = figures()
  .map(({ name, about, from }) => `  ${name.padEnd(14)}${about}\n${" ".repeat(16)}--from ${from}`)
  .join("\n");

const ABOUT = `
${LIST}

The caption under a figure names setting, seeds and the command that makes it. The same input gives the same bytes.

For a paper: --width says for which column a figure is laid out (its letters stay 7 to 8 pt), --panel takes panels out of many (as many as fit a page), --bare leaves title and caption to you
(--json prints the caption; the file keeps it in its description), and --out FILE.pdf gives lines as lines and letters as letters.`;

interface Options {
  readonly from?: string;
  readonly out?: string;
  readonly width?: string;
  readonly panel?: string;
  readonly bare: boolean;
  readonly dark: boolean;
  readonly event?: string;
  readonly force: boolean;
  readonly list: boolean;
  readonly json: boolean;
}

/** Arguments, options and action of `adamcheck figure`. */
export function figureCommand(command: Command): void {
  command
    .argument("[name]", "of the figure")
    .option("--from <path>", "a result's file, or a folder, as the figure says; - for standard input")
    .option("--out <file>", "a new file, .svg, .png or .pdf (default: SVG on standard output)")
    .option("--width <length>", "lay it out for this width, such as 3.25in (in, cm, mm, pt), with letters of 7 to 8 pt")
    .option("--panel <names>", "draw these panels alone, with commas between (--list with --from names them)")
    .option("--bare", "without title, caption and command", false)
    .option("--dark", "for a page with a dark ground", false)
    .option("--event <name>", "of phase and a folder: what is asked of the runs (default: generalizes)")
    .option("--force", "let --out replace an existing file", false)
    .option("--list", "print the figures, or the panels of one with --from; draw nothing", false)
    .option("--json", "print the SVG and its caption, or the list, as JSON", false);
  withHelp(withLoad(command), {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: [
      "adamcheck simulate examples/mini-batch.json --out mini.json --force",
      "adamcheck figure trajectory --from mini.json --out mini.svg --force",
      "adamcheck figure errors --from mini.json --width 9cm --out m.pdf --force",
    ],
  }).action(async (name: string | undefined, options: Options) => {
    const { list, json, from, out, width, panel, bare, dark, event, force } = options;
    if (list && name !== undefined && from !== undefined) {
      const { panels } = await figure(name, { from, event });
      if (json) write(`${JSON.stringify(panels)}\n`);
      else print(`${panels.join("\n")}\n`);
      return;
    }
    if (list) {
      if (json) write(`${JSON.stringify(figures())}\n`);
      else print(`${LIST}\n`);
      return;
    }
    if (name === undefined) {
      const names = figures().map((each) => each.name);
      throw new InputError(`a figure's name must be given, one of ${names.join(", ")}, but is missing; add it`);
    }
    const drawn = await figure(name, { from, out, width, panel, bare, dark, event, force });
    if (json) write(`${JSON.stringify(drawn)}\n`);
    else if (out === undefined) write(drawn.svg);
    if (out !== undefined) note(`figure written to ${out}`);
    if (drawn.advice !== undefined) note(drawn.advice);
  });
}
