import type { Command } from "commander";
import { type ComparedRuns, compareRuns } from "../library/compareRuns.ts";
import { discordTable, measuresTable, pairsData, pairsText } from "../report/pairsText.ts";
import { toCsv, toMarkdown } from "../report/table.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { withLoad } from "./loadOwn.ts";
import { type Formats, type OutOptions, withOut } from "./outOptions.ts";

const ABOUT = `
Each of the two is a file that \`simulate\` or \`dynamics\` wrote with --out, a folder of such files, or the folder of a sweep. Runs are paired by seed and by whatever varies within one of the two; what is
the same within both is what they are compared for. Of every number at the end: the medians of both, and the median of b - a over the pairs with its
distribution-free interval; of files, too, how far it was apart on the way, and of weights that were kept (--save-weights) distance and angle.
Of every event: in how many pairs it holds in one run alone, and an exact interval for the difference of its chances.`;

const FORMATS: Formats<ComparedRuns> = {
  text: pairsText,
  md: (found) => `${toMarkdown(measuresTable(found))}\n\n${toMarkdown(discordTable(found))}\n`,
  csv: (found) => `${toCsv(pairsData(found))}\n`,
  json: (found) => `${JSON.stringify(found)}\n`,
};

/** Arguments, options and action of `adamcheck compare-runs`. */
export function compareRunsCommand(command: Command): void {
  command.argument("<a>", "a result, or a folder").argument("<b>", "another");
  withOut(withLoad(command), FORMATS, "comparison");
  withHelp(command, {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: [
      "adamcheck simulate --preset tiny --optimizer adam --out adam.json",
      "adamcheck simulate --preset tiny --optimizer sgd --lr 0.1 --out sgd.json",
      "adamcheck compare-runs adam.json sgd.json",
    ],
  }).action((a: string, b: string, options: OutOptions) => deliver(compareRuns(a, b), FORMATS, options));
}
