import type { Command } from "commander";
import { writeAside } from "../experiments/writeAside.ts";
import { OPTIMIZERS } from "../optimizers/registry.ts";
import { toText } from "../report/table.ts";
import { trajectoryTable } from "../report/trajectoryTable.ts";
import { parseRun, type Run, runWarnings } from "../sim/run.ts";
import { type Result, type SimulateOptions, simulation } from "../sim/simulate.ts";
import { ENGINE_HELP } from "./engineHelp.ts";
import { checkWritable, readJson } from "./files.ts";
import { showProgress } from "./progress.ts";
import { engineOf } from "./threads.ts";

/** Milliseconds of training between two looks for a signal. */
const BREATH_EVERY = 50;

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

Instead of "preset": "setting": {n, d, s, sigmaP, alpha, m, q, sigma0, labels}. Optional: "network": "linear",
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

/** Trains, showing progress; Ctrl-C stops after the current leg, so that what was recorded is not lost. */
async function train(run: Run, options: SimulateOptions): Promise<Result> {
  const progress = await showProgress("simulate");
  let stop = false;
  process.once("SIGINT", () => {
    stop = true;
  });
  const legs = simulation(run, options);
  let breath = performance.now();
  try {
    for (;;) {
      const { value, done } = legs.next(stop);
      if (done) return value;
      progress.update(value);
      if (performance.now() - breath > BREATH_EVERY) {
        // Signals are delivered between tasks only.
        await new Promise((resolve) => setImmediate(resolve));
        breath = performance.now();
      }
    }
  } finally {
    progress.stop();
  }
}

/** Writes the result; where that fails after all, says so, and the caller prints it instead. */
function write(out: string, text: string): boolean {
  try {
    writeAside(out, text);
    return true;
  } catch (error) {
    process.stderr.write(`writing ${out} gave ${(error as Error).message}; the result is on standard output instead\n`);
    process.exitCode = 2;
    return false;
  }
}

function explainEnd({ diverged, interrupted, final }: Result): void {
  if (diverged) {
    const { step, epoch, metric, advice } = diverged;
    process.stderr.write(`diverged: ${metric} is not finite at step ${step} (epoch ${epoch}); ${advice}\n`);
    process.exitCode = 1;
  }
  if (interrupted) {
    process.stderr.write(`interrupted at epoch ${final.epoch}; the result holds the history so far\n`);
    process.exitCode = 130;
  }
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
      const result = await train(run, options);
      const text = `${JSON.stringify(result)}\n`;
      const written = out !== undefined && write(out, text);
      if (json || (out !== undefined && !written)) process.stdout.write(text);
      else process.stdout.write(`${toText(trajectoryTable(result))}\n(classes +1 / -1)\n`);
      if (written) process.stderr.write(`result written to ${out}\n`);
      explainEnd(result);
    });
}
