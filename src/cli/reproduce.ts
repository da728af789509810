import { join } from "node:path";
import type { Command } from "commander";
import { partsOf } from "../experiments/journal/parts.ts";
import { type Report, reproduce } from "../experiments/reproduce.ts";
import { parseSeeds } from "../experiments/seeds.ts";
import { epochsOf, MINI_BATCH_BELOW, type Target, TEST_SIZES } from "../experiments/target.ts";
import { TARGETS } from "../experiments/targets/registry.ts";
import { writeAside } from "../experiments/writeAside.ts";
import { reproduceMarkdown, reproduceText } from "../report/reproduceReport.ts";
import { verdicts } from "../report/verdicts.ts";
import { InputError, show } from "../setting/inputError.ts";
import { engineNamed } from "../sim/engines/registry.ts";
import { ENGINE_HELP } from "./engineHelp.ts";
import { checkWritable, makeOut } from "./files.ts";
import { jobsFrom } from "./jobs.ts";
import { note, print, write } from "./output.ts";
import { showProgress } from "./progress.ts";

const QUICK_TARGETS = ["table1", "table2"];
const FULL_COMMAND = "npm run -s adamcheck -- reproduce --seeds 1-20 --mini-batch-seeds 1-3 --out results";

interface Options {
  seeds?: string;
  miniBatchSeeds?: string;
  quick: boolean;
  jobs?: string;
  engine?: string;
  json: boolean;
  out?: string;
  force: boolean;
}

function chooseTargets(names: readonly string[], quick: boolean): Target[] {
  const known = TARGETS.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `target must be one of ${known.join(", ")}, but is ${show(unknown)}; correct it, or name none to run ${quick ? QUICK_TARGETS.join(" and ") : "all"}`,
    );
  }
  const wanted = names.length > 0 ? names : quick ? QUICK_TARGETS : known;
  return TARGETS.filter(({ name }) => wanted.includes(name));
}

function prepareFolder(out: string, force: boolean): string {
  makeOut(out);
  for (const name of ["report.json", "report.md"]) checkWritable(join(out, name), force);
  const journal = join(out, "runs.ndjson");
  checkWritable(journal, true);
  return journal;
}

function shortened(targets: readonly Target[], seeds: readonly number[]): string {
  const rows = targets.flatMap((target) => target.rows);
  const epochs = rows.map(
    (row) => `${epochsOf(row, true)} epochs instead of ${epochsOf(row, false)} at b=${row.batchSize}`,
  );
  const sizes = `test set ${TEST_SIZES.quick} instead of ${TEST_SIZES.full}`;
  return `Shortened for a first look: ${[...new Set(epochs)].join(", ")}; ${sizes}; ${seeds.length} seed${seeds.length > 1 ? "s" : ""}. The published values are of full runs.`;
}

function printReport(report: Report, targets: readonly Target[]): void {
  print(
    `${reproduceText(report)}\n\nIn words (medians over the seeds; fresh examples are the test, a coin is wrong on 50%):\n`,
  );
  for (const sentence of verdicts(report)) print(`  ${sentence}\n`);
  if (report.quick)
    print(`\n${shortened(targets, report.seeds)}\nThe full run (about an hour on 2 cores): ${FULL_COMMAND}\n`);
}

/** Arguments, options and action of `adamcheck reproduce`. */
export function reproduceCommand(command: Command): void {
  command
    .argument(
      "[targets...]",
      `what to run: ${TARGETS.map(({ name }) => name).join(", ")}; all of them if none is named`,
    )
    .option("--seeds <list>", "seeds, such as 1-20 or 1,3,5-8 (default: 1-3)")
    .option(
      "--mini-batch-seeds <list>",
      `seeds of the rows with b < ${MINI_BATCH_BELOW}, which take longest (default: as --seeds)`,
    )
    .option("--quick", "fewer epochs and a smaller test set: about a minute on 2 cores", false)
    .option("--jobs <n>", "runs at a time (default: one a core); results do not depend on it")
    .option("--engine <name>", ENGINE_HELP)
    .option("--json", "print the report as JSON", false)
    .option(
      "--out <folder>",
      "write report.json, report.md and runs.ndjson (every run); an interrupted call goes on from there",
    )
    .option("--force", "let --out replace an existing report", false)
    .addHelpText("after", "\nExit codes: 0 done, 1 a run diverged, 2 bad input, 130 interrupted.")
    .action(async (names: string[], options: Options) => {
      const { quick, json, out, force } = options;
      const targets = chooseTargets(names, quick);
      const seeds = parseSeeds(options.seeds ?? "1-3", "--seeds");
      const miniBatchSeeds =
        options.miniBatchSeeds !== undefined ? parseSeeds(options.miniBatchSeeds, "--mini-batch-seeds") : seeds;
      const workers = jobsFrom(options.jobs);
      const engine = engineNamed(options.engine);
      const journal = out !== undefined ? prepareFolder(out, force) : null;
      if (quick) note(shortened(targets, seeds));
      const progress = await showProgress("reproduce");
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
      const report = await reproduce({
        targets,
        seeds,
        miniBatchSeeds,
        quick,
        workers,
        engine,
        journal,
        onProgress: progress.update,
        onFinished: (finished, total, label, seed) => progress.note(`[${finished}/${total}] ${label}, seed ${seed}`),
        onResume: (found, dropped) => {
          if (found > 0) progress.note(`${found} finished runs taken from ${journal}`);
          if (dropped > 0) progress.note(`${dropped} damaged lines of ${journal} dropped; their runs are done again`);
        },
      }).finally(progress.stop);
      if (out !== undefined) {
        writeAside(join(out, "report.json"), `${JSON.stringify(report, null, 1)}\n`);
        writeAside(join(out, "report.md"), reproduceMarkdown(report));
        note(`report written to ${join(out, "report.md")}`);
      }
      if (json) write(`${JSON.stringify(report)}\n`);
      else printReport(report, targets);
      if (report.rows.some(({ diverged }) => diverged.length > 0)) process.exitCode = 1;
    });
}
