import type { Command } from "commander";
import { type CoverageMaps, coverage } from "../library/coverage.ts";
import { figureBy } from "../library/figure.ts";
import { coverageText } from "../report/coverageText.ts";
import { isPicture } from "../report/figures/formats/formats.ts";
import { shell } from "../setting/shell.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { ifGiven, integerFrom, numberFrom, rationalFrom } from "./numbers.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";
import { note } from "./output.ts";
import { withoutSvg } from "./pictures.ts";

const ABOUT = `
With D and q fixed, every hypothesis of the theorems about whole runs is an inequality between beta and l, where the batch size is n^beta and
the weight decay n^-l. The map shows where each theorem applies, where several do, and where none does.`;

interface Options extends OutOptions {
  readonly D: string;
  readonly q: string;
  readonly most?: string;
}

const FORMATS = textAndJson(({ maps }: CoverageMaps, width) => coverageText(maps, width));

/** Arguments, options and action of `adamcheck coverage`. */
export function coverageCommand(command: Command): void {
  command
    .option("--D <rational>", "d = n^D", "6")
    .option("--q <integer>", "power of the activation", "3")
    .option("--most <number>", "the largest l (default: past the last border)");
  withOut(
    withoutSvg(command),
    FORMATS,
    "map",
    "a new file: as figure (.svg, .png, .pdf), as JSON, or as --format says",
  );
  withHelp(command, {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: ["adamcheck coverage --D 6 --q 3", "adamcheck coverage --out map.pdf --force"],
  }).action(async ({ D, q, most, ...options }: Options) => {
    rationalFrom("--D", D);
    const power = integerFrom("--q", q, 3, 1000);
    const found = coverage({ D, q: power, most: ifGiven(most, (text) => numberFrom("--most", text)) });
    const { out, ...shown } = options;
    if (out === undefined || !isPicture(out)) return deliver(found, FORMATS, options);
    const largest = most === undefined ? [] : ["--most", most];
    const made = shell(["adamcheck", "coverage", "--D", D, "--q", q, ...largest, "--out", out]);
    await figureBy("coverage", { from: found, out, force: shown.force }, made);
    deliver(found, FORMATS, shown);
    note(`figure written to ${out}`);
  });
}
