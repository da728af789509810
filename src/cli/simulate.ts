import type { Command } from "commander";
import { writeAside } from "../experiments/writeAside.ts";
import { toText } from "../report/table.ts";
import { trajectoryTable } from "../report/trajectoryTable.ts";
import { parseRun, runWarnings } from "../sim/run.ts";
import { simulate } from "../sim/simulate.ts";
import { checkWritable, readJson } from "./files.ts";
import { showProgress } from "./progress.ts";

const EXAMPLE = `
A run file, complete:

  {
    "preset": "small",
    "optimizer": { "name": "adam", "lr": 0.0005, "weightDecay": 1e-5, "betas": [0.9, 0.999], "eps": 1e-8, "convention": "pytorch" },
    "batchSize": 2, "epochs": 100, "seed": 1, "testSize": 2000, "recordEvery": 10
  }

Instead of "preset": "setting": {n, d, s, sigmaP, alpha, m, q, sigma0, labels}. Optional: "network": "linear",
"start": {labels, noisePatches, weights}, "batches": [[indices], ...] in place of batchSize and epochs.
Exit codes: 0 done, 1 the run diverged, 2 bad input.`;

/** Arguments, options and action of `adamcheck simulate`. */
export function simulateCommand(command: Command): void {
  command
    .argument("<run>", "run file (JSON), or - for standard input")
    .option("--out <file>", "write the result (JSON) to a new file")
    .option("--force", "let --out replace an existing file", false)
    .option("--json", "print the result as JSON", false)
    .option("--save-weights", "keep the final weights in the result", false)
    .addHelpText("after", EXAMPLE)
    .action(
      (
        path: string,
        { out, force, json, saveWeights }: { out?: string; force: boolean; json: boolean; saveWeights: boolean },
      ) => {
        const run = parseRun(readJson(path));
        if (out) checkWritable(out, force);
        for (const warning of runWarnings(run)) process.stderr.write(`warning: ${warning}\n`);
        const progress = showProgress("simulate");
        const result = simulate(run, { saveWeights, onProgress: progress.update });
        progress.stop();
        const text = `${JSON.stringify(result)}\n`;
        if (out) writeAside(out, text);
        if (json) process.stdout.write(text);
        else {
          process.stdout.write(`${toText(trajectoryTable(result))}\n(classes +1 / -1)\n`);
          if (out) process.stderr.write(`result written to ${out}\n`);
        }
        const { diverged } = result;
        if (diverged) {
          const { step, epoch, metric, advice } = diverged;
          process.stderr.write(`diverged: ${metric} is not finite at step ${step} (epoch ${epoch}); ${advice}\n`);
          process.exitCode = 1;
        }
      },
    );
}
