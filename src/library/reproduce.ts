import { availableParallelism } from "node:os";
import { join } from "node:path";
import { runHeat } from "../experiments/heat/heat.ts";
import type { HeatReport } from "../experiments/heat/report.ts";
import { placeOf } from "../experiments/packed.ts";
import { type Report, reproduce as run } from "../experiments/reproduce.ts";
import type { Target } from "../experiments/target.ts";
import { TARGETS } from "../experiments/targets/registry.ts";
import { writeUnpacked } from "../experiments/writeUnpacked.ts";
import type { HeatMap } from "../papers/heatMap.ts";
import { HEAT_MAPS } from "../papers/heatMaps.ts";
import { reproduceMarkdown } from "../report/reproduceReport.ts";
import * as z from "../setting/zod.ts";
import { ENGINE, type EngineName, engineOf } from "./engineOf.ts";
import { SEEDS, type Seeds, seedsFrom } from "./fields.ts";
import { callback, checked, flag, memberNamed, PARALLEL, type ParallelOptions, text } from "./options.ts";
import { checkWritable, makeOut } from "./outFiles.ts";

/** Which seeds, and where the report is kept. */
export interface ReproduceOptions extends ParallelOptions {
  /** "1-3" unless given. */
  readonly seeds?: Seeds | undefined;
  /** Of the rows with small batches, which take longest; as `seeds` unless given. */
  readonly miniBatchSeeds?: Seeds | undefined;
  /** Fewer epochs and a smaller test set. */
  readonly quick?: boolean | undefined;
  readonly engine?: EngineName | undefined;
  /** A folder for report.json, report.md and every run; an interrupted call goes on from there. */
  readonly out?: string | undefined;
  /** Whether an earlier report may be replaced. */
  readonly force?: boolean | undefined;
  /** Told which run of how many has finished. */
  readonly onFinished?: ((finished: number, total: number, label: string, seed: number) => void) | undefined;
  /** Told how many runs an earlier call had finished, and how many of its lines were damaged. */
  readonly onResume?: ((found: number, dropped: number) => void) | undefined;
}

const schema = z.strictObject({
  ...PARALLEL,
  seeds: SEEDS,
  miniBatchSeeds: SEEDS,
  quick: flag(),
  engine: ENGINE,
  out: text(),
  force: flag(),
  onFinished: callback<NonNullable<ReproduceOptions["onFinished"]>>(),
  onResume: callback<NonNullable<ReproduceOptions["onResume"]>>(),
});

/** What a quick call runs where no target is named. */
const QUICK_TARGETS = ["table1", "table2"];

/** Of runs, unless given. */
export const REPRODUCE_SEEDS = "1-3";

/** The file of finished runs in the folder of a report. */
export const runsIn = (out: string): string => join(out, "runs.ndjson");

/** That of a heat map's finished rows. */
export const heatIn = (out: string, name: string): string => join(out, `${name}.ndjson`);

/** The heat maps that are named. */
export const mapsNamed = (names: readonly string[]): HeatMap[] => HEAT_MAPS.filter(({ name }) => names.includes(name));

/**
 * The targets that are named.
 *
 * @param names of targets and heat maps; none for all targets, or for the two tables if quick
 * @param quick whether the call is
 * @returns the targets; heat maps are run where they are named alone
 * @throws InputError for an unknown name
 */
export function targetsNamed(names: readonly string[], quick: boolean): Target[] {
  for (const name of names) memberNamed("target", [...TARGETS, ...HEAT_MAPS], name);
  if (names.length === 0 && !quick) return [...TARGETS];
  const wanted = names.length > 0 ? names : QUICK_TARGETS;
  return TARGETS.filter(({ name }) => wanted.includes(name));
}

function prepareFolder(out: string, force: boolean): string {
  makeOut(out);
  for (const name of ["report.json", "report.md"]) checkWritable(placeOf(join(out, name)), force);
  checkWritable(runsIn(out), true);
  return runsIn(out);
}

/** Writes report.json and report.md into a folder; earlier ones are gone, packed or not. */
export function keepReport(out: string, report: Report): void {
  writeUnpacked(join(out, "report.json"), `${JSON.stringify(report, null, 1)}\n`);
  writeUnpacked(join(out, "report.md"), reproduceMarkdown(report));
}

/**
 * Runs the papers' experiments over seeds and places the published values among ours.
 *
 * @param targets "table1", "fig3", "k23", or a list of them; none for all tables and figures of [T25] and [Z21]
 * @param options seeds, quick, jobs, out, signal, onProgress
 * @returns a row for every row of the papers, with medians, intervals and what was published; heat maps with their boundary
 * @throws InputError, one sentence; an AbortError where the signal stopped it: what has finished is kept in `out`
 * Source: [T25] D.2, [Z21], [K23], [C22]; docs/findings.md. Shown by `adamcheck reproduce --help`.
 */
export async function reproduce(
  targets: string | readonly string[] = [],
  options: ReproduceOptions = {},
): Promise<Report> {
  const given = checked(schema, options, "reproduce's options") as ReproduceOptions;
  const { quick = false, jobs = availableParallelism(), out, force = false, signal } = given;
  const names = [targets].flat();
  const chosen = targetsNamed(names, quick);
  const seeds = seedsFrom(given.seeds, REPRODUCE_SEEDS);
  const journal = out === undefined ? null : prepareFolder(out, force);
  const engine = await engineOf(given.engine);
  const { onProgress = () => {}, onFinished = () => {}, onResume = () => {} } = given;
  const rows = await run({
    ...{ targets: chosen, seeds, quick, workers: jobs, journal, engine, onProgress, onFinished, onResume },
    miniBatchSeeds: given.miniBatchSeeds === undefined ? seeds : seedsFrom(given.miniBatchSeeds, "", "miniBatchSeeds"),
    ...(signal && { signal }),
  });
  const maps: HeatReport[] = [];
  for (const map of mapsNamed(names)) {
    maps.push(
      await runHeat(map, {
        ...{ quick, workers: jobs, engine, signal, onProgress },
        journal: out === undefined ? null : heatIn(out, map.name),
        onFinished: (finished, total, row) => onFinished(finished, total, `${map.name}, ${row}`, 1),
      }),
    );
  }
  const report: Report = maps.length > 0 ? { ...rows, maps } : rows;
  if (out !== undefined) keepReport(out, report);
  return report;
}
