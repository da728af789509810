import type { Command } from "commander";
import { writeAside } from "../experiments/writeAside.ts";
import { type CoverageMaps, coverage } from "../library/coverage.ts";
import { checkWritable } from "../library/outFiles.ts";
import { coverageText } from "../report/coverageText.ts";
import { shell } from "../setting/shell.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { ifGiven, integerFrom, numberFrom, rationalFrom } from "./numbers.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";
import { note } from "./output.ts";

const ABOUT = `
With D and q fixed, every hypothesis of the theorems about whole runs is an inequality between beta and l, where the batch size is n^beta and
the weight decay n^-l. The map shows where each theorem applies, where several do, and where none does.`;

interface Options extends OutOptions {
  readonly D: string;
  readonly q: string;
  readonly most?: string;
  readonly svg?: string;
}

const FORMATS = textAndJson(({ maps }: CoverageMaps, width) => coverageText(maps, width));

async function draw(svg: string, { maps, D, q }: CoverageMaps): Promise<void> {
  const [{ coverage: drawing }, { svgOf }] = await Promise.all([
    import("../report/figures/coverage/coverage.ts"),
    import("../report/figures/svg.ts"),
  ]);
  const command = shell(["adamcheck", "coverage", "--D", D, "--q", String(q), "--svg", svg]);
  writeAside(svg, svgOf(drawing, { maps, D, q, command }));
  note(`map written to ${svg}`);
}

/** Arguments, options and action of `adamcheck coverage`. */
export function coverageCommand(command: Command): void {
  command
    .option("--D <rational>", "d = n^D", "6")
    .option("--q <integer>", "power of the activation", "3")
    .option("--most <number>", "the largest l (default: past the last border)")
    .option("--svg <file>", "draw the map into a new file");
  withOut(command, FORMATS);
  withHelp(command, {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: ["adamcheck coverage --D 6 --q 3"],
  }).action(async ({ D, q, most, svg, ...options }: Options) => {
    rationalFrom("--D", D);
    const power = integerFrom("--q", q, 3, 1000);
    const found = coverage({ D, q: power, most: ifGiven(most, (text) => numberFrom("--most", text)) });
    if (svg !== undefined) {
      checkWritable(svg, options.force, "--svg");
      await draw(svg, found);
    }
    deliver(found, FORMATS, options);
  });
}
