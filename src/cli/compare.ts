import type { Command } from "commander";
import { parseComparison } from "../dynamics/run.ts";
import { compare } from "../library/compare.ts";
import { comparisonText } from "../report/comparisonText.ts";
import { runFileCommand } from "./runFileCommand.ts";

const ABOUT = `
Level 0 is the network itself, every weight; level 1 the strongest exact recurrence in coefficients; level 2 the papers' sign
recurrence (Adam and AdamW on disjoint supports). All three start at the same weights and see the same batches. Deviations are the
largest over neurons (signal: <w,v>) and over neurons and examples (noise: <w,xi_i>; of images <w,x> of every patch).

The run file is one of \`simulate\` or of \`dynamics\`: "method" names the recurrence of level 1, "auto" (default) or an exact one.`;

/** Arguments, options and action of `adamcheck compare`. */
export function compareCommand(command: Command): void {
  runFileCommand(command, {
    what: "comparison",
    help: {
      about: ABOUT,
      exits: "0 done, 1 a level diverged, 2 bad input, 130 interrupted",
      examples: ["adamcheck compare --preset tiny --optimizer sgd --lr 0.1 --epochs 20"],
    },
    parse: parseComparison,
    run: (spec, _options, long) => compare(spec, long),
    words: comparisonText,
  });
}
