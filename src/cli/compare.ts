import type { Command } from "commander";
import { comparison } from "../dynamics/compare.ts";
import { parseComparison } from "../dynamics/run.ts";
import { comparisonText } from "../report/comparisonText.ts";
import { runFileCommand } from "./runFileCommand.ts";

const HELP = `
Level 0 is the network itself, every weight; level 1 the strongest exact recurrence in coefficients; level 2 the papers' sign
recurrence (Adam and AdamW on disjoint supports). All three start at the same weights and see the same batches. Deviations are the
largest over neurons (signal: <w,v>) and over neurons and examples (noise: <w,xi_i>).

The run file is one of \`simulate\` or of \`dynamics\`: "method" names the recurrence of level 1, "auto" (default) or an exact one.

Exit codes: 0 done, 1 a level diverged, 2 bad input, 130 interrupted.`;

/** Arguments, options and action of `adamcheck compare`. */
export function compareCommand(command: Command): void {
  runFileCommand(command, {
    what: "comparison",
    help: HELP,
    parse: parseComparison,
    begin: async (run) => comparison(run),
    words: comparisonText,
  });
}
