import type { Command } from "commander";
import { EVENTS, knownEvents, USUAL_EVENT } from "../experiments/sweep/events.ts";
import { figure } from "../library/figure.ts";
import { memberNamed } from "../library/options.ts";
import { checkWritable } from "../library/outFiles.ts";
import { type PhaseResult, phase, SEEDS_UNTIL, USUAL } from "../library/phase.ts";
import { planFolder } from "../library/planFolder.ts";
import { phaseData, phaseLines, phaseText } from "../report/phaseTable.ts";
import { damageText, failureText } from "../report/sweepText.ts";
import { toCsv } from "../report/table.ts";
import { deliver } from "./deliver.ts";
import { durationFrom } from "./duration.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import { withHelp } from "./help.ts";
import { jobsFrom } from "./jobs.ts";
import { withLoad } from "./loadOwn.ts";
import { ifGiven, integerFrom, numberFrom } from "./numbers.ts";
import { type FormatOptions, type Formats, withFormat } from "./outOptions.ts";
import { note } from "./output.ts";
import { MOST_STEPS, type PhasePlaneOptions, planeFrom } from "./phasePlane.ts";
import { outsFrom, repeated, withoutSvg } from "./pictures.ts";
import { showProgress } from "./progress.ts";
import { stopOnSignals } from "./stopOnSignals.ts";

const FORMATS: Formats<PhaseResult> = {
  text: ({ diagram }, width) => phaseText(diagram, width),
  csv: ({ diagram }) => `${toCsv(phaseData(diagram))}\n`,
  lines: ({ diagram }) => `${toCsv(phaseLines(diagram))}\n`,
  json: ({ diagram, about }) => `${JSON.stringify({ ...diagram, about })}\n`,
};

const ABOUT = `
Where on a logarithmic grid at least half of the seeds, of those whose run finished, show an event. A coarse grid is run first, then only cells that the boundary goes through, until
their sides are one step: a fraction of the full grid, and the same picture unless an island or gulf is narrower than a coarse cell (--full runs
every node). Events, of a run's last record, besides those that --load brings (defineEvent):

${EVENTS.map(({ name, about }) => `  ${name.padEnd(14)}${about}`).join("\n")}

Of K classes guessing is wrong on (K - 1)/K, which stands there in the place of 0.5. Without a plan file the runs are those of a preset, and the usual ranges of the axes are 1e-6..1 for weightDecay, 1..n for batchSize, and a
tenth to ten times the preset's value for others. A plan file (see \`sweep --help\`) with two axes says everything else. The folder is that of a
sweep of the full grid: the same command goes on in it, \`summary\` and \`export\` read it, and \`sweep FOLDER/plan.json --out FOLDER\` completes it.

Laid over it, where an axis is weightDecay: the known thresholds of Adam and AdamW (\`thresholds --help\`), as orders with the constant 1 and as explicit
values over starts; and the published runs that differ from the diagram's in nothing but lr and epochs.

With --error seeds are given in their order until an exact binomial test at one level for every look says on which side of 1/2 the share of the event is:
6 alike of 20 at 0.05. The chance of a wrong answer is at most that, whatever the share (docs/notes/sequential.md); a node that is not decided with its last seed
has the answer of the majority. A boundary has, in square brackets, the nearest decided nodes that it lies between. The intervals of nodes are exact for this way
of stopping. A plan says the same with "until: { event: generalizes, error: 0.05 }".

Formats: text; csv, the nodes that were run with their frequencies (Clopper-Pearson, 95%); lines (CSV), boundary, thresholds and published runs; json, all of it.`;

interface Options extends PhasePlaneOptions, FormatOptions {
  readonly coarse?: string;
  readonly full: boolean;
  readonly event?: string;
  readonly error?: string;
  readonly out?: readonly string[];
  readonly jobs?: string;
  readonly timeout?: string;
  readonly retryFailed: boolean;
  readonly engine?: string;
  readonly force: boolean;
}

/** Arguments, options and action of `adamcheck phase`. */
export function phaseCommand(command: Command): void {
  command
    .argument("[plan]", "plan file (YAML or JSON) with two axes, or - for standard input")
    .option(
      "--x <axis>",
      "column that goes to the right, NAME or NAME=FROM..TO (default: weightDecay, or the plan's first)",
    )
    .option("--y <axis>", "column that goes up (default: batchSize, or the plan's second)")
    .option("--steps <list>", `steps of the grid along x and y (default: ${USUAL.steps})`)
    .option(
      "--coarse <steps>",
      "the longest side of a cell that is not looked into (default: 8, at most a quarter of the grid)",
    )
    .option("--full", "run every node", false)
    .option(
      "--event <name>",
      `${EVENTS.map(({ name }) => name).join(", ")}, or one that --load brings (default: ${USUAL_EVENT})`,
    )
    .option(
      "--error <chance>",
      `give a node seeds one after the other until its answer is decided, wrong with this chance at most; with a preset up to seeds ${SEEDS_UNTIL} unless given (default: every seed)`,
    )
    .option("--preset <name>", `a setting by name (default: ${USUAL.preset})`)
    .option("--optimizer <name>", "with a preset (default: adam)")
    .option("--lr <number>", `with a preset (default: ${USUAL.lr})`)
    .option("--weight-decay <number>", "with a preset, where it is no axis (default: that of the papers)")
    .option("--batch-size <integer>", "with a preset, where it is no axis (default: n/2)")
    .option("--epochs <integer>", `with a preset (default: ${USUAL.epochs})`)
    .option("--seeds <list>", `with a preset (default: ${USUAL.seeds})`)
    .option(
      "--out <folder>",
      "where runs are kept (default: phase, or that of a sweep of the plan); or a new file, .svg, .png or .pdf, for the figure; may be given twice",
      repeated,
    )
    .option("--force", "let a figure replace an existing file", false)
    .option("--jobs <n>", "runs at a time (default: one a core); results do not depend on it")
    .option("--timeout <time>", "the longest that a run may take, such as 90s or 10m (default: no limit)")
    .option("--retry-failed", "try runs again that have failed", false)
    .option("--engine <name>", ENGINE_HELP);
  withHelp(withFormat(withLoad(withoutSvg(command)), FORMATS), {
    about: ABOUT,
    exits: "0 done, 1 a run has failed twice, 2 bad input or no room, 130 interrupted",
    examples: [
      "adamcheck phase --preset tiny --steps 4,2 --seeds 1-2 --epochs 20 --out plane",
      "adamcheck phase --x lr=1e-4..1e-2 --steps 4,2 --seeds 1 --out rates",
      "adamcheck phase --preset tiny --steps 4,2 --epochs 9 --error 0.1 --out least",
    ],
  }).action(async (path: string | undefined, options: Options) => {
    const { coarse, full, force, timeout, retryFailed, event, error } = options;
    const { picture, other } = outsFrom(options.out ?? [], "a folder");
    if (event !== undefined) memberNamed("--event", knownEvents(), event);
    if (picture !== undefined) checkWritable(picture, force);
    const engine = engineFrom(options.engine);
    const progress = await showProgress("phase");
    const found = await phase(planeFrom(path, options), {
      ...{ event, retryFailed, jobs: jobsFrom(options.jobs) },
      out: other ?? (path === undefined || path === "-" ? "phase" : planFolder(path)),
      engine,
      error: ifGiven(error, (text) => numberFrom("--error", text)),
      coarse: full ? 1 : ifGiven(coarse, (text) => integerFrom("--coarse", text, 1, MOST_STEPS)),
      timeout: ifGiven(timeout, (text) => durationFrom("--timeout", text)),
      signal: stopOnSignals(progress.note),
      onRound: ({ nodes, missing }) => progress.note(`${nodes} nodes looked at, ${missing} of them to be run`),
      onBegin: ({ damaged }) => damageText(damaged, true).forEach(progress.note),
      onProgress: progress.update,
      onFailed: (job, reason, plan) => progress.complain(failureText(plan, job, reason)),
    }).finally(progress.stop);
    deliver(found, FORMATS, { format: options.format, json: options.json });
    if (picture !== undefined) {
      await figure("phase", { from: found.folder, out: picture, force, ...(event !== undefined && { event }) });
      note(`figure written to ${picture}`);
    }
    if (found.failed > 0) process.exitCode = 1;
    if (found.left > 0) process.exitCode = 130;
  });
}
