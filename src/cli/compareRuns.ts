import type { Command } from "commander";
import { type ComparedRuns, type ComparedSide, compareRuns, type Recorded } from "../library/compareRuns.ts";
import { discordTable, measuresTable, notesOf, pairsData, pairsText } from "../report/pairsText.ts";
import { toCsv, toMarkdown } from "../report/table.ts";
import { InputError } from "../setting/inputError.ts";
import { deliver } from "./deliver.ts";
import { readData } from "./files.ts";
import { withHelp } from "./help.ts";
import { withLoad } from "./loadOwn.ts";
import { type Formats, type OutOptions, withOut } from "./outOptions.ts";
import { warn } from "./output.ts";

const ABOUT = `
Each of the two is a file that \`simulate\` or \`dynamics\` wrote with --out, a folder of such files, or the folder of a sweep; one of them may be -, a result from standard input. Runs are paired by seed and by whatever varies within one of the two; what is
the same within both is what they are compared for. Of every number at the end: the medians of both, and the median of b - a over the pairs with its
distribution-free interval; of files, too, how far it was apart on the way, and of weights that were kept (--save-weights) distance and angle.
Of every event: in how many pairs it holds in one run alone, and an exact interval for the difference of its chances.`;

const FORMATS: Formats<ComparedRuns> = {
  text: pairsText,
  md: (found) =>
    `${[toMarkdown(measuresTable(found)), toMarkdown(discordTable(found)), ...notesOf(found)].join("\n\n")}\n`,
  csv: (found) => `${toCsv(pairsData(found))}\n`,
  json: (found) => `${JSON.stringify(found)}\n`,
};

/** A path, or what standard input holds. */
const sideFrom = (path: string): ComparedSide => (path === "-" ? ([readData(path)].flat() as Recorded[]) : path);

function compared(a: string, b: string): ComparedRuns {
  if (a === "-" && b === "-") {
    throw new InputError("a and b must not both be standard input, but both are -; name a file for one");
  }
  return compareRuns(sideFrom(a), sideFrom(b));
}

/** Arguments, options and action of `adamcheck compare-runs`. */
export function compareRunsCommand(command: Command): void {
  command.argument("<a>", "a result (- for standard input), or a folder").argument("<b>", "another");
  withOut(withLoad(command), FORMATS, "comparison");
  withHelp(command, {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: [
      "adamcheck simulate --preset tiny --optimizer adam --out adam.json",
      "adamcheck simulate --preset tiny --optimizer sgd --lr 0.1 --out sgd.json",
      "adamcheck compare-runs adam.json sgd.json",
    ],
  }).action((a: string, b: string, options: OutOptions) => {
    const found = compared(a, b);
    if (options.format === "csv") for (const one of found.leftOut) warn(one);
    deliver(found, FORMATS, options);
  });
}
