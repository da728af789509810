import type { Command } from "commander";
import { NAMED_PLANS } from "../experiments/plans/registry.ts";
import type { PlanFile } from "../experiments/sweep/plan.ts";
import type { Preview } from "../experiments/sweep/preview.ts";
import { RECORDED } from "../experiments/sweep/recorded.ts";
import type { Swept } from "../experiments/sweep/sweep.ts";
import { memberNamed } from "../library/options.ts";
import { planFolder } from "../library/planFolder.ts";
import { type PlanSpec, planOf } from "../library/planOf.ts";
import { previewSweep, type SweepOptions, sweep } from "../library/sweep.ts";
import { slurmText } from "../report/slurmScript.ts";
import { begunText, damageText, failureText, previewText, sweptText, waitingText } from "../report/sweepText.ts";
import { InputError, show } from "../setting/inputError.ts";
import { EVERY_HELP, everyFrom } from "./checkpointOption.ts";
import { deliver } from "./deliver.ts";
import { durationFrom } from "./duration.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import { readData } from "./files.ts";
import { withHelp } from "./help.ts";
import { jobsFrom } from "./jobs.ts";
import { withLoad } from "./loadOwn.ts";
import { ifGiven, integerFrom } from "./numbers.ts";
import { type FormatOptions, textAndJson, withFormat } from "./outOptions.ts";
import { note, write } from "./output.ts";
import { showProgress } from "./progress.ts";
import { writeSlurm } from "./slurm.ts";
import { stopOnSignals } from "./stopOnSignals.ts";

const RECORD_LIST = RECORDED.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join("\n");

const PLAN_LIST = NAMED_PLANS.map(
  ({ name, about, source, by }) => `  ${name.padEnd(14)}${about} (${source})\n${" ".repeat(16)}--by ${by.join(",")}`,
).join("\n");

const ABOUT = `
A plan, complete (YAML, or JSON); every combination of the axes' values is run for every seed:

  base:
    preset: small
    optimizer: { name: adam, lr: 0.0005 }
    epochs: 100
    testSize: 2000
    recordEvery: 10
  axes:
    batchSize: [2, 10, 40]
    weightDecay: { log: [1e-6, 1e-2], count: 5 }  # or { linear: [from, to], ... }
  zip:                              # lists of a group are gone through together
    - { n: [40, 80], d: [500, 1000] }
  seeds: 1-20
  method: simulate                  # or dynamics, or auto
  stop: { fitted: 3, stuck: { records: 5, change: 1e-9 }, diverged: 1000 }
  record: [fittedEpoch]

"method": the network itself (simulate), in coefficients (dynamics), or in coefficients where a recurrence stronger than the active set holds
on the start, and the network itself elsewhere (auto).

Axes are named as the columns of \`export --help\`. Of "stop": fitted: training error 0 at so many records in a row; stuck: over so many records
the training loss changes by at most this share; diverged: the training loss is above this. A run that leaves the finite numbers ends always.
Of "record", besides the metrics of the last record:

${RECORD_LIST}

With a name (the papers' experiments, on the synthetic setting of [T25] D.2; error bars: summary FOLDER --by ...):

${PLAN_LIST}

The folder holds runs.ndjson, a line a run, with the parts of processes at work beside it, and plan.json. The same command goes on from there,
whatever stopped it; runs of more than a minute go on from the checkpoints that they write there meanwhile. Several processes may share a folder; to share the work give each its --shard i/K (i from 0 to K - 1 or from 1 to K), in one
folder or in several for \`merge\`: --shard $SLURM_ARRAY_TASK_ID/8, --shard $(JOB_COMPLETION_INDEX)/8, parallel ... --shard {#}/8.
Ctrl-C lets runs under way finish; a second one stops at once.

With --slurm K the script of an array job is written: task i runs --shard i/K into OUT.shard-i, and the script called with "merge" puts them into OUT, which is then
what one call gives. How it is submitted is printed. It begins this adamcheck, in this folder: both must be where the tasks run.

A plan with "until: { event: generalizes, error: 0.05 }" gives each combination its seeds one after the other, until it is decided whether at least half of all seeds show the
event, wrong with that chance at most (see \`phase --help\`); shards have whole combinations then.

With --queue the runs are put into a Redis, and any number of \`adamcheck worker --queue URL\`, which may come and go, take them from there; the
results come back into the same folder. What a worker that has died was running is taken over by another. It needs the optional packages bullmq and
ioredis. Whoever may write into that Redis may make workers run what they like and give results of their own: keep it to yourself.

With --trainer "python3 train.py" each run is carried out by that program, in any language: it reads a JSON object with the run from standard input and prints
its result, a JSON object, on its last line (docs/guides/your-own-network.md). It is run as it stands, once to say what it is and once a run; words are split at
spaces, quotes as in a shell. Results say that they came from outside, and belong to the command and the bytes of the files that it names: with a changed
program all runs are run anew. A plan on data of the program's own says "method: trainer", and of the setting what it likes, such as n. --jobs is 1 unless given.`;

interface Options extends FormatOptions {
  readonly plan?: string;
  readonly quick: boolean;
  readonly out?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly queue?: string;
  readonly trainer?: string;
  readonly timeout?: string;
  readonly checkpointEvery?: string;
  readonly memory?: string;
  readonly retryFailed: boolean;
  readonly dryRun: boolean;
  readonly engine?: string;
  readonly slurm?: string;
  readonly force: boolean;
}

/** What is to be run, and the name of its folder. */
function planFrom(
  path: string | undefined,
  { plan, quick }: Options,
): { readonly spec: PlanSpec; readonly name: string } {
  if ((path === undefined) === (plan === undefined)) {
    throw new InputError("sweep must be given either a plan file or --plan, but has both or neither; choose one");
  }
  if (plan !== undefined) {
    memberNamed("--plan", NAMED_PLANS, plan);
    return { spec: plan, name: quick ? `${plan}-quick` : plan };
  }
  if (quick)
    throw new InputError("--quick must come with --plan, but stands alone; shorten the plan file or leave it out");
  const file = path as string;
  return { spec: readData(file) as PlanFile, name: file === "-" ? "sweep" : planFolder(file) };
}

function optionsFrom(options: Options, name: string): SweepOptions {
  const { out, quick, jobs, shard, queue, trainer, timeout, memory, retryFailed } = options;
  const engine = engineFrom(options.engine);
  for (const [name, text] of Object.entries({ "--jobs": jobs, "--memory": memory })) {
    if (queue === undefined || text === undefined) continue;
    throw new InputError(
      `${name} must be left out with --queue, where workers run what is in it, but is ${show(text)}; give it to adamcheck worker`,
    );
  }
  return {
    ...{ out: out ?? name, quick, jobs: trainer !== undefined && jobs === undefined ? 1 : jobsFrom(jobs), retryFailed },
    ...{ engine, shard, queue, trainer },
    checkpointEvery: everyFrom(options.checkpointEvery),
    timeout: ifGiven(timeout, (text) => durationFrom("--timeout", text)),
    memory: ifGiven(memory, (text) => integerFrom("--memory", text, 16)),
  };
}

/** Arguments, options and action of `adamcheck sweep`. */
export function sweepCommand(command: Command): void {
  command
    .argument("[plan]", "plan file (YAML or JSON), or - for standard input")
    .option("--plan <name>", `a plan with a name instead: ${NAMED_PLANS.map(({ name }) => name).join(", ")}`)
    .option("--quick", "with --plan: fewer epochs, seeds and fresh examples", false)
    .option(
      "--out <folder>",
      "where runs are kept (default: the plan's name without its ending; NAME-runs where it has none)",
    )
    .option("--jobs <n>", "runs at a time (default: one a core); results do not depend on it")
    .option("--shard <i/K>", "only this share of the runs")
    .option(
      "--queue <url>",
      "let `adamcheck worker`s run them, here or elsewhere, through the Redis (7) at redis://[USER:PASSWORD@]HOST:PORT",
    )
    .option(
      "--slurm <K>",
      "write OUT.sbatch, an array job of K tasks for Slurm's sbatch, each with a share of the runs, and submit nothing; --jobs: cores of a task (1)",
    )
    .option("--force", "let --slurm replace an existing script", false)
    .option("--trainer <command>", "a program of your own that carries out the runs: code that is run, without a shell")
    .option("--timeout <time>", "the longest that a run may take, such as 90s or 10m (default: no limit)")
    .option("--memory <megabytes>", "JavaScript heap of a worker (default: that of Node)")
    .option("--checkpoint-every <time>", EVERY_HELP)
    .option("--retry-failed", "try runs again that have failed", false)
    .option(
      "--dry-run",
      "say how many runs there are, how long they will take and how much room, and run nothing",
      false,
    )
    .option("--engine <name>", ENGINE_HELP);
  withHelp(withFormat(withLoad(command), textAndJson(String)), {
    about: ABOUT,
    exits: "0 done, 1 a run has failed twice, 2 bad input or no room, 130 interrupted",
    examples: [
      "adamcheck sweep examples/sweep.yaml --dry-run",
      "adamcheck sweep examples/sweep.yaml --out runs",
      'adamcheck sweep examples/trainer.yaml --trainer "node examples/trainer.mjs"',
    ],
  }).action(async (path: string | undefined, options: Options) => {
    const { spec, name } = planFrom(path, options);
    const what = optionsFrom(options, name);
    const { slurm, out = name, jobs, force, shard, queue, dryRun } = options;
    if (slurm !== undefined) {
      const { quick, timeout, checkpointEvery, memory, retryFailed, engine } = options;
      const passed = {
        ...{ "--plan": options.plan, "--quick": quick, "--timeout": timeout, "--memory": memory },
        "--trainer": options.trainer,
        "--checkpoint-every": checkpointEvery,
        ...{ "--retry-failed": retryFailed, "--engine": engine },
      };
      const without = { "--shard": shard, "--queue": queue, "--dry-run": dryRun };
      // A plan that is none is refused here, not by every task.
      planOf(spec, quick);
      const { job, file } = writeSlurm(path, { slurm, out, jobs, force, without, passed });
      return write(slurmText(job, file));
    }
    if (options.dryRun) {
      const found = await previewSweep(spec, what);
      damageText(found.damaged).forEach(note);
      const text = (preview: Preview) => previewText(preview, what.jobs as number);
      return deliver(found, textAndJson(text), { format: options.format, json: options.json });
    }
    const progress = await showProgress("sweep");
    const swept = await sweep(spec, {
      ...what,
      signal: stopOnSignals(progress.note),
      onBegin: (begun) => begunText(begun, what.out, options.retryFailed).forEach(progress.note),
      onProgress: progress.update,
      onFailed: (job, reason, plan) => progress.complain(failureText(plan, job, reason)),
      onQueue: (address) => progress.note(waitingText(address)),
    }).finally(progress.stop);
    const text = (done: Swept) => sweptText(done, what.out);
    deliver(swept, textAndJson(text), { format: options.format, json: options.json });
    if (swept.failed > 0) process.exitCode = 1;
    if (swept.left > 0) process.exitCode = 130;
  });
}
