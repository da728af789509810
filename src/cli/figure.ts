import { extname } from "node:path";
import type { Command } from "commander";
import { writeAside } from "../experiments/writeAside.ts";
import type { Figure } from "../report/figures/figure.ts";
import { FIGURES } from "../report/figures/registry.ts";
import { sourceAt } from "../report/figures/source.ts";
import { drawFigure } from "../report/figures/svg.ts";
import { InputError, show } from "../setting/inputError.ts";
import { checkWritable } from "./files.ts";
import { named } from "./named.ts";
import { note, print } from "./output.ts";

const LIST = FIGURES.map(
  ({ name, about, from }) => `  ${name.padEnd(14)}${about}\n${" ".repeat(16)}--from ${from}`,
).join("\n");

const HELP = `
${LIST}

The caption under a figure names setting, seeds and the command that makes it. The same input gives the same bytes.

  adamcheck simulate examples/large-batch.json --out large.json
  adamcheck figure trajectory --from large.json --out large.svg

Exit codes: 0 done, 2 bad input.`;

interface Options {
  readonly from?: string;
  readonly out?: string;
  readonly force: boolean;
  readonly list: boolean;
}

/** What a figure is written as, by the ending of its file. */
const ENDINGS: Readonly<Record<string, (svg: string) => Promise<string | Uint8Array>>> = {
  ".svg": async (svg) => svg,
  ".png": async (svg) => (await import("../report/figures/png.ts")).pngOf(svg),
};

function endingOf(out: string) {
  const ending = extname(out).toLowerCase();
  const found = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (found) return found;
  throw new InputError(
    `--out must end in one of ${Object.keys(ENDINGS).join(", ")}, but is ${show(out)}; name it accordingly`,
  );
}

/** Arguments, options and action of `adamcheck figure`. */
export function figureCommand(command: Command): void {
  command
    .argument("[name]", "of the figure")
    .option("--from <path>", "a result's file, or a folder, as the figure says; - for standard input")
    .option("--out <file>", "a new file, .svg or .png (default: SVG on standard output)")
    .option("--force", "let --out replace an existing file", false)
    .option("--list", "print the figures, draw nothing", false)
    .addHelpText("after", HELP)
    .action(async (name: string | undefined, { from, out, force, list }: Options) => {
      if (list) {
        print(`${LIST}\n`);
        return;
      }
      const figures = Object.fromEntries(FIGURES.map((each) => [each.name, each]));
      if (name === undefined) {
        throw new InputError(
          `a figure's name must be given, one of ${Object.keys(figures).join(", ")}, but is missing; add it`,
        );
      }
      const figure = named<Figure<unknown>>("the figure's name", figures, name);
      if (from === undefined) throw new InputError(`--from must name ${figure.from}, but is missing; add it`);
      const encode = endingOf(out ?? "figure.svg");
      if (out !== undefined) checkWritable(out, force);
      const file = await encode(drawFigure(figure, sourceAt(from)).svg);
      if (out === undefined) process.stdout.write(file);
      else {
        writeAside(out, file);
        note(`figure written to ${out}`);
      }
    });
}
