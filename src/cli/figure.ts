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

The caption under a figure names setting, seeds and the command that makes it. The same input gives the same bytes.`;

interface Options {
  readonly from?: string;
  readonly out?: string;
  readonly force: boolean;
  readonly list: boolean;
  readonly json: boolean;
}

/** Arguments, options and action of `adamcheck figure`. */
export function figureCommand(command: Command): void {
  command
    .argument("[name]", "of the figure")
    .option("--from <path>", "a result's file, or a folder, as the figure says; - for standard input")
    .option("--out <file>", "a new file, .svg or .png (default: SVG on standard output)")
    .option("--force", "let --out replace an existing file", false)
    .option("--list", "print the figures, draw nothing", false)
    .option("--json", "print the SVG and its caption, or the list, as JSON", false);
  withHelp(withLoad(command), {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: [
      "adamcheck simulate examples/mini-batch.json --out mini.json --force",
      "adamcheck figure trajectory --from mini.json --out mini.svg --force",
    ],
  }).action(async (name: string | undefined, { from, out, force, list, json }: Options) => {
    if (list) {
      if (json) write(`${JSON.stringify(figures())}\n`);
      else print(`${LIST}\n`);
      return;
    }
    if (name === undefined) {
      const names = figures().map((each) => each.name);
      throw new InputError(`a figure's name must be given, one of ${names.join(", ")}, but is missing; add it`);
    }
    const drawn = await figure(name, { from, force, out });
    if (json) write(`${JSON.stringify(drawn)}\n`);
    else if (out === undefined) write(drawn.svg);
    if (out !== undefined) note(`figure written to ${out}`);
  });
}
