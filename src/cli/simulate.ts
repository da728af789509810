import type { Command } from "commander";
import { OPTIMIZERS } from "../optimizers/registry.ts";
import { toText } from "../report/table.ts";
import { trajectoryTable } from "../report/trajectoryTable.ts";
import { parseRun, runWarnings } from "../sim/run.ts";
import { simulation } from "../sim/simulate.ts";
import { deliver, explainEnd } from "./deliver.ts";
import { ENGINE_HELP } from "./engineHelp.ts";
import { checkWritable, readJson } from "./files.ts";
import { interruptible } from "./interruptible.ts";
import { engineOf } from "./threads.ts";

const OPTIMIZER_LIST = OPTIMIZERS.map(
  ({ name, formula, source, adaptive }) =>
    `  ${name.padEnd(10)}${formula}   ${source}${adaptive ? "; takes betas, eps" : ""}`,
).join("\n");

const EXAMPLE = `
A run file, complete:

  {
    "preset": "small",
    "optimizer": { "name": "adam", "lr": 0.0005, "weightDecay": 1e-5, "betas": [0.9, 0.999], "eps": 1e-8, "convention": "pytorch" },
    "batchSize": 2, "epochs": 100, "seed": 1, "testSize": 2000, "recordEvery": 10
  }

Instead of "preset": "setting": {n, d, s, sigmaP, alpha, m, q, sigma0, labels, supports}. Optional: "network": "linear",
"start": {labels, noisePatches, weights}, "batches": [[indices], ...] in place of batchSize and epochs.

Optimizers:
${OPTIMIZER_LIST}

Exit codes: 0 done, 1 the run diverged, 2 bad input, 130 interrupted (the result then holds the history so far).`;

interface Options {
  readonly out?: string;
  readonly force: boolean;
  readonly json: boolean;
  readonly saveWeights: boolean;
  readonly engine?: string;
  readonly threads: string;
}

/** Arguments, options and action of `adamcheck simulate`. */
export function simulateCommand(command: Command): void {
  command
    .argument("<run>", "run file (JSON), or - for standard input")
    .option("--out <file>", "write the result (JSON) to a new file")
    .option("--force", "let --out replace an existing file", false)
    .option("--engine <name>", ENGINE_HELP)
    .option("--threads <count>", "1 or 2: train in two threads, the same bytes; pays where two cores are idle", "1")
    .option("--json", "print the result as JSON", false)
    .option("--save-weights", "keep the final weights in the result", false)
    .addHelpText("after", EXAMPLE)
    .action(async (path: string, { out, force, json, saveWeights, engine, threads }: Options) => {
      const run = parseRun(readJson(path));
      const options = { saveWeights, engine: await engineOf(engine, threads) };
      if (out !== undefined) checkWritable(out, force);
      for (const warning of runWarnings(run)) process.stderr.write(`warning: ${warning}\n`);
      const result = await interruptible("simulate", simulation(run, options));
      deliver(result, `${toText(trajectoryTable(result))}\n(classes +1 / -1)\n`, {
        ...(out !== undefined && { out }),
        json,
      });
      explainEnd(result);
    });
}
