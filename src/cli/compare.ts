import type { Command } from "commander";
import { comparison } from "../dynamics/compare.ts";
import { parseComparison } from "../dynamics/run.ts";
import { comparisonText } from "../report/comparisonText.ts";
import { runWarnings } from "../sim/run.ts";
import { deliver, explainEnd } from "./deliver.ts";
import { checkWritable, readJson } from "./files.ts";
import { interruptible } from "./interruptible.ts";

const HELP = `
Level 0 is the network itself, every weight; level 1 the strongest exact recurrence in coefficients; level 2 the papers' sign
recurrence (Adam and AdamW on disjoint supports). All three start at the same weights and see the same batches. Deviations are the
largest over neurons (signal: <w,v>) and over neurons and examples (noise: <w,xi_i>).

The run file is one of \`simulate\` or of \`dynamics\`: "method" names the recurrence of level 1, "auto" (default) or an exact one.

Exit codes: 0 done, 1 a level diverged, 2 bad input, 130 interrupted.`;

interface Options {
  readonly out?: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** Arguments, options and action of `adamcheck compare`. */
export function compareCommand(command: Command): void {
  command
    .argument("<run>", "run file (JSON), or - for standard input")
    .option("--out <file>", "write the comparison (JSON) to a new file")
    .option("--force", "let --out replace an existing file", false)
    .option("--json", "print the comparison as JSON", false)
    .addHelpText("after", HELP)
    .action(async (path: string, { out, force, json }: Options) => {
      const run = parseComparison(readJson(path));
      if (out !== undefined) checkWritable(out, force);
      for (const warning of runWarnings(run)) process.stderr.write(`warning: ${warning}\n`);
      const result = await interruptible("compare", comparison(run));
      deliver(result, comparisonText(result), { ...(out !== undefined && { out }), json });
      explainEnd(result);
    });
}
