import { join } from "node:path";
import type { Command } from "commander";
import { partsOf } from "../experiments/journal/parts.ts";
import type { Report } from "../experiments/reproduce.ts";
import { parseSeeds } from "../experiments/seeds.ts";
import { epochsOf, MINI_BATCH_BELOW, type Target, TEST_SIZES } from "../experiments/target.ts";
import { TARGETS } from "../experiments/targets/registry.ts";
import { mapsNamed, REPRODUCE_SEEDS, reproduce, runsIn, targetsNamed } from "../library/reproduce.ts";
import type { HeatMap } from "../papers/heatMap.ts";
import { HEAT_MAPS } from "../papers/heatMaps.ts";
import { reproduceLatex } from "../report/latex/reproduceLatex.ts";
import { reproduceMarkdown, reproduceText } from "../report/reproduceReport.ts";
import { deliver } from "./deliver.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import { withHelp } from "./help.ts";
import { jobsFrom } from "./jobs.ts";
import { ifGiven } from "./numbers.ts";
import { type FormatOptions, type Formats, textAndJson, withColumn, withFormat } from "./outOptions.ts";
import { note } from "./output.ts";
import { type Progress, showProgress } from "./progress.ts";

const FULL_COMMAND = "npm run -s adamcheck -- reproduce --seeds 1-20 --mini-batch-seeds 1-3 --out results";

interface Options extends FormatOptions {
  seeds?: string;
  miniBatchSeeds?: string;
  quick: boolean;
  jobs?: string;
  engine?: string;
  out?: string;
  force: boolean;
}

function shortened(targets: readonly Target[], seeds: readonly number[]): string {
  const rows = targets.flatMap((target) => target.rows);
  const epochs = rows.map(
    (row) => `${epochsOf(row, true)} epochs instead of ${epochsOf(row, false)} at b=${row.batchSize}`,
  );
  const sizes = `test set ${TEST_SIZES.quick} instead of ${TEST_SIZES.full}`;
  return `Shortened for a first look: ${[...new Set(epochs)].join(", ")}; ${sizes}; ${seeds.length} seed${seeds.length > 1 ? "s" : ""}. The published values are of full runs.`;
}

/** What is shortened of heat maps. */
const coarse = (maps: readonly HeatMap[]): string =>
  maps
    .map(({ name, quick, full }) => {
      const sizes = [quick, full].map(
        ({ rows, columns, replicates }) => `${rows.length} x ${columns.length} x ${replicates}`,
      );
      return `${name}: ${sizes[0]} runs instead of ${sizes[1]}.`;
    })
    .join(" ");

function words(report: Report, targets: readonly Target[], width: number): string {
  if (targets.length === 0) return `${reproduceText(report, width)}\n`;
  const full = `\n${shortened(targets, report.seeds)}\nThe full run (about an hour on 2 cores):\n  ${FULL_COMMAND}\n`;
  return `${reproduceText(report, width)}\n${report.quick ? full : ""}`;
}

const formatsOf = (targets: readonly Target[]): Formats<Report> => ({
  ...textAndJson((report: Report, width) => words(report, targets, width)),
  md: reproduceMarkdown,
  latex: (report, _, place) => reproduceLatex(report, place),
});

/** Ends the process at the first Ctrl-C: what has finished is in the journal already. */
function endOnInterrupt(progress: Progress, out: string | undefined): void {
  const journal = out === undefined ? undefined : runsIn(out);
  process.once("SIGINT", () => {
    progress.stop();
    const kept =
      journal && partsOf(journal).length > 0
        ? `finished runs are kept in ${journal}; the same command goes on from there`
        : journal
          ? "no run had finished yet"
          : "nothing was kept (--out FOLDER keeps finished runs)";
    note(`interrupted; ${kept}`);
    process.exit(130);
  });
}

/** Arguments, options and action of `adamcheck reproduce`. */
export function reproduceCommand(command: Command): void {
  command
    .argument(
      "[targets...]",
      `what to run: ${TARGETS.map(({ name }) => name).join(", ")}; all of them if none is named. By name alone, heat maps: ${HEAT_MAPS.map(({ name }) => name).join(", ")}`,
    )
    .option("--seeds <list>", `seeds, such as 1-20 or 1,3,5-8 (default: ${REPRODUCE_SEEDS})`)
    .option(
      "--mini-batch-seeds <list>",
      `seeds of the rows with b < ${MINI_BATCH_BELOW}, which take longest (default: as --seeds)`,
    )
    .option("--quick", "fewer epochs and a smaller test set: about a minute on 2 cores", false)
    .option("--jobs <n>", "runs at a time (default: one a core); results do not depend on it")
    .option("--engine <name>", ENGINE_HELP)
    .option(
      "--out <folder>",
      "write report.json, report.md and runs.ndjson (every run); an interrupted call goes on from there",
    )
    .option("--force", "let --out replace an existing report", false);
  withHelp(withColumn(withFormat(command, formatsOf([]))), {
    about:
      "Places the published values among ours, over seeds: medians, intervals, and where a published value lies among them.",
    exits: "0 done, 1 a run diverged, 2 bad input, 130 interrupted",
    examples: ["adamcheck reproduce table1 --quick --seeds 1", "adamcheck reproduce k23 --quick"],
  }).action(async (names: string[], options: Options) => {
    const { quick, out, force, format, json, column } = options;
    const targets = targetsNamed(names, quick);
    const seeds = parseSeeds(options.seeds ?? REPRODUCE_SEEDS, "--seeds");
    const mini = options.miniBatchSeeds;
    const what = {
      ...{ seeds, quick, force, out, jobs: jobsFrom(options.jobs), engine: engineFrom(options.engine) },
      miniBatchSeeds: ifGiven(mini, (text) => parseSeeds(text, "--mini-batch-seeds")),
    };
    const maps = mapsNamed(names);
    if (quick && targets.length > 0) note(shortened(targets, seeds));
    if (quick && maps.length > 0) note(coarse(maps));
    const progress = await showProgress("reproduce");
    endOnInterrupt(progress, out);
    const report = await reproduce(names, {
      ...what,
      onProgress: progress.update,
      onFinished: (finished, total, label, seed) =>
        progress.note(
          `[${finished}/${total}] ${label}${maps.some(({ name }) => label.startsWith(`${name}, `)) ? "" : `, seed ${seed}`}`,
        ),
      onResume: (found, dropped) => {
        const journal = out === undefined ? "" : runsIn(out);
        if (found > 0) progress.note(`${found} finished runs taken from ${journal}`);
        if (dropped > 0) progress.note(`${dropped} damaged lines of ${journal} dropped; their runs are done again`);
      },
    }).finally(progress.stop);
    if (out !== undefined) note(`report written to ${join(out, "report.md")}`);
    deliver(report, formatsOf(targets), { format, json, column });
    if (report.rows.some(({ diverged }) => diverged.length > 0)) process.exitCode = 1;
  });
}
