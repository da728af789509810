import type { Command } from "commander";
import { OPTIMIZERS } from "../optimizers/registry.ts";
import { toText } from "../report/table.ts";
import { trajectoryTable } from "../report/trajectoryTable.ts";
import { parseRun } from "../sim/run.ts";
import { simulation } from "../sim/simulate.ts";
import { ENGINE_HELP } from "./engineHelp.ts";
import { runFileCommand } from "./runFileCommand.ts";
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
  readonly saveWeights: boolean;
  readonly engine?: string;
  readonly threads: string;
}

/** Arguments, options and action of `adamcheck simulate`. */
export function simulateCommand(command: Command): void {
  command
    .option("--engine <name>", ENGINE_HELP)
    .option("--threads <count>", "1 or 2: train in two threads, the same bytes; pays where two cores are idle", "1")
    .option("--save-weights", "keep the final weights in the result", false);
  runFileCommand(command, {
    what: "result",
    help: EXAMPLE,
    parse: parseRun,
    begin: async (run, { saveWeights, engine, threads }: Options) =>
      simulation(run, { saveWeights, engine: await engineOf(engine, threads) }),
    words: (result) => `${toText(trajectoryTable(result))}\n(classes +1 / -1)\n`,
  });
}
