import { join } from "node:path";
import type { Command } from "commander";
import { type Diagram, diagram } from "../experiments/phase/diagram.ts";
import { phase } from "../experiments/phase/phase.ts";
import type { Plane } from "../experiments/phase/plane.ts";
import { EVENTS } from "../experiments/sweep/events.ts";
import { writeAside } from "../experiments/writeAside.ts";
import { aboutPlane } from "../report/figures/aboutPlane.ts";
import { phaseData, phaseLines, phaseText } from "../report/phaseTable.ts";
import { damageText, failureText } from "../report/sweepText.ts";
import { toCsv } from "../report/table.ts";
import { engineNamed } from "../sim/engines/registry.ts";
import { ENGINE_HELP } from "./engineHelp.ts";
import { checkWritable } from "./files.ts";
import { jobsFrom } from "./jobs.ts";
import { named } from "./named.ts";
import { integerFrom, positiveFrom } from "./numbers.ts";
import { note, print, write } from "./output.ts";
import { MOST_STEPS, type PhasePlaneOptions, planeFrom, USUAL } from "./phasePlane.ts";
import { planFolder } from "./planFolder.ts";
import { showProgress } from "./progress.ts";
import { stopOnSignals } from "./stopOnSignals.ts";

const FORMATS: Readonly<Record<string, (figure: Diagram, about: string) => string>> = {
  text: phaseText,
  csv: (figure) => `${toCsv(phaseData(figure))}\n`,
  lines: (figure) => `${toCsv(phaseLines(figure))}\n`,
  json: (figure, about) => `${JSON.stringify({ ...figure, about })}\n`,
};

/** Five nodes and more along the longer side are looked at whatever they say. */
const usualCoarse = ({ x, y }: Plane) =>
  Math.max(1, Math.min(8, Math.floor((Math.max(x.values.length, y.values.length) - 1) / 4)));

const HELP = `
Where on a logarithmic grid at least half of the seeds, of those whose run finished, show an event. A coarse grid is run first, then only cells that the boundary goes through, until
their sides are one step: a fraction of the full grid, and the same picture unless an island or gulf is narrower than a coarse cell (--full runs
every node). Events, of a run's last record:

${EVENTS.map(({ name, about }) => `  ${name.padEnd(14)}${about}`).join("\n")}

Without a plan file the runs are those of a preset, and the usual ranges of the axes are 1e-6..1 for weightDecay, 1..n for batchSize, and a
tenth to ten times the preset's value for others. A plan file (see \`sweep --help\`) with two axes says everything else. The folder is that of a
sweep of the full grid: the same command goes on in it, \`summary\` and \`export\` read it, and \`sweep FOLDER/plan.json --out FOLDER\` completes it.

Laid over it, where an axis is weightDecay: the known thresholds of Adam and AdamW (\`thresholds --help\`), as orders with the constant 1 and as explicit
values over starts; and the published runs that differ from the diagram's in nothing but lr and epochs.

Formats: text; csv, the nodes that were run with their frequencies (Clopper-Pearson, 95%); lines (CSV), boundary, thresholds and published runs; json, all of it.

  adamcheck phase --x weightDecay --y batchSize --svg phase.svg
  adamcheck phase --x weightDecay=1e-4..10 --y lr=1e-4..1e-2 --optimizer adamw --batch-size 2 --seeds 1-9
  adamcheck phase plan.yaml --x batchSize --y sigma0 --event memorizes

Exit codes: 0 done, 1 a run has failed twice, 2 bad input or no room, 130 interrupted.`;

interface Options extends PhasePlaneOptions {
  readonly coarse?: string;
  readonly full: boolean;
  readonly event: string;
  readonly out?: string;
  readonly jobs?: string;
  readonly timeout?: string;
  readonly retryFailed: boolean;
  readonly engine?: string;
  readonly format: string;
  readonly svg?: string;
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
    .option("--event <name>", EVENTS.map(({ name }) => name).join(", "), "generalizes")
    .option("--preset <name>", `a setting by name (default: ${USUAL.preset})`)
    .option("--optimizer <name>", "with a preset (default: adam)")
    .option("--lr <number>", `with a preset (default: ${USUAL.lr})`)
    .option("--weight-decay <number>", "with a preset, where it is no axis (default: that of the papers)")
    .option("--batch-size <integer>", "with a preset, where it is no axis (default: n/2)")
    .option("--epochs <integer>", `with a preset (default: ${USUAL.epochs})`)
    .option("--seeds <list>", `with a preset (default: ${USUAL.seeds})`)
    .option("--out <folder>", "where runs are kept (default: phase, or that of a sweep of the plan)")
    .option("--format <name>", Object.keys(FORMATS).join(", "), "text")
    .option("--svg <file>", "draw it into a new file")
    .option("--force", "let --svg replace an existing file", false)
    .option("--jobs <n>", "runs at a time (default: one a core); results do not depend on it")
    .option("--timeout <seconds>", "the longest that a run may take (default: no limit)")
    .option("--retry-failed", "try runs again that have failed", false)
    .option("--engine <name>", ENGINE_HELP)
    .addHelpText("after", HELP)
    .action(async (path: string | undefined, options: Options) => {
      const { out, coarse, full, format, svg, force, timeout, retryFailed } = options;
      const draw = named("--format", FORMATS, format);
      const event = named("--event", Object.fromEntries(EVENTS.map((each) => [each.name, each])), options.event);
      if (svg !== undefined) checkWritable(svg, force, "--svg");
      const plane = planeFrom(path, options);
      const folder = out ?? (path === undefined || path === "-" ? "phase" : planFolder(path));
      const what = {
        plane,
        event,
        coarse: full ? 1 : coarse === undefined ? usualCoarse(plane) : integerFrom("--coarse", coarse, 1, MOST_STEPS),
        folder,
        engine: engineNamed(options.engine),
        workers: jobsFrom(options.jobs),
        retryFailed,
        ...(timeout !== undefined && { timeout: positiveFrom("--timeout", timeout) }),
      };
      const progress = await showProgress("phase");
      const found = await phase({
        ...what,
        signal: stopOnSignals(progress.note),
        onRound: ({ nodes, missing }) => progress.note(`${nodes} nodes looked at, ${missing} of them to be run`),
        onBegin: ({ damaged }) => damageText(damaged, true).forEach(progress.note),
        onProgress: progress.update,
        onFailed: (job, reason) => progress.complain(failureText(plane.plan, job, reason)),
      }).finally(progress.stop);
      const figure = diagram(plane, what.event, found);
      const about = aboutPlane(plane);
      (format === "text" ? print : write)(draw(figure, about));
      if (svg !== undefined) {
        const [{ phase: drawing }, { svgOf }] = await Promise.all([
          import("../report/figures/phase.ts"),
          import("../report/figures/svg.ts"),
        ]);
        const command = `adamcheck phase ${join(folder, "plan.json")} --event ${event.name} --out ${folder} --svg ${svg}`;
        writeAside(svg, svgOf(drawing, { diagram: figure, about, command }));
        note(`diagram written to ${svg}`);
      }
      if (found.failed > 0) process.exitCode = 1;
      if (found.left > 0) process.exitCode = 130;
    });
}
