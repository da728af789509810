import type { Command } from "commander";
import { dynamics } from "../dynamics/dynamics.ts";
import { METHODS } from "../dynamics/reduce.ts";
import { parseDynamics } from "../dynamics/run.ts";
import { toText } from "../report/table.ts";
import { trajectoryTable } from "../report/trajectoryTable.ts";
import { runWarnings } from "../sim/run.ts";
import { deliver, explainEnd } from "./deliver.ts";
import { checkWritable, readJson } from "./files.ts";
import { interruptible } from "./interruptible.ts";

const METHOD_LIST = METHODS.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join("\n");

const HELP = `
A run file of \`simulate\`, with one more key: "method": "auto" (default: the strongest exact one whose conditions hold on the start),
or one of

${METHOD_LIST}

d costs nothing here: it may be as large as 2^53 - 1. Test errors are judged on the same fresh examples as \`simulate\`'s, where
coordinates that no training example touches are replaced by a Gaussian number of their size.

Exit codes: 0 done, 1 the run diverged, 2 bad input, 130 interrupted (the result then holds the history so far).`;

interface Options {
  readonly out?: string;
  readonly force: boolean;
  readonly json: boolean;
  readonly saveCoefficients: boolean;
}

/** Arguments, options and action of `adamcheck dynamics`. */
export function dynamicsCommand(command: Command): void {
  command
    .argument("<run>", "run file (JSON), or - for standard input")
    .option("--out <file>", "write the result (JSON) to a new file")
    .option("--force", "let --out replace an existing file", false)
    .option("--json", "print the result as JSON", false)
    .option(
      "--save-coefficients",
      "keep the final coefficients, and SGD's signal-noise decomposition, in the result",
      false,
    )
    .addHelpText("after", HELP)
    .action(async (path: string, { out, force, json, saveCoefficients }: Options) => {
      const run = parseDynamics(readJson(path));
      if (out !== undefined) checkWritable(out, force);
      for (const warning of runWarnings(run)) process.stderr.write(`warning: ${warning}\n`);
      const result = await interruptible("dynamics", dynamics(run, { saveCoefficients }));
      const { method } = result;
      const why = (method.unmet ?? []).map(({ method: name, condition }) => `not ${name}: ${condition}\n`).join("");
      const words = `${toText(trajectoryTable(result))}\n(classes +1 / -1)\nmethod ${method.name}: ${method.about}\n${why}`;
      deliver(result, words, { ...(out !== undefined && { out }), json });
      explainEnd(result);
    });
}
