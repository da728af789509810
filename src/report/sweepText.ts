import { join } from "node:path";
import type { Damage } from "../experiments/journal/indexLines.ts";
import type { Served } from "../experiments/queue/serveQueue.ts";
import { AXES } from "../experiments/sweep/columns.ts";
import type { Merged } from "../experiments/sweep/merge.ts";
import type { Plan } from "../experiments/sweep/plan.ts";
import type { Preview } from "../experiments/sweep/preview.ts";
import type { Standing } from "../experiments/sweep/standing.ts";
import type { Begun, Swept } from "../experiments/sweep/sweep.ts";
import type { TrialJob } from "../experiments/sweep/trial.ts";
import { shell } from "../setting/shell.ts";
import { clock } from "./clock.ts";
import { shortNumber } from "./table.ts";

const runs = (count: number) => `${count} run${count === 1 ? "" : "s"}`;

const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/**
 * An amount of bytes for people.
 *
 * @param count >= 0
 * @returns its text, in powers of 1000
 * @example
 * bytesText(123456) // => "123.5 kB"
 */
export function bytesText(count: number): string {
  const power = UNITS.findIndex((_, k) => count < 1000 ** (k + 1) || k === UNITS.length - 1);
  return `${shortNumber(count / 1000 ** power)} ${UNITS[power]}`;
}

/** What `sweep --dry-run` says. */
export function previewText({ total, atMost, runs: missing, seconds, bytes }: Preview, workers: number): string {
  const finished = total - missing;
  return [
    `${atMost ? "at most " : ""}${runs(total)}${finished > 0 ? `, ${finished} of them finished already` : ""}`,
    ...(seconds === null
      ? [`how long a trainer of your own takes is not known; ${workers} at a time (--jobs)`]
      : [
          `about ${clock(seconds / workers)} with --jobs ${workers} (${clock(seconds)} of work), if as many cores are idle and no stopping rule acts`,
        ]),
    ...(bytes === null ? [] : [`about ${bytesText(bytes)} of disk`]),
    "",
  ].join("\n");
}

/** Damaged lines that are named; of more their number is told. */
const NAMED = 5;

/**
 * What is said of lines of a journal that could not be trusted.
 *
 * @param damaged the lines
 * @param again whether their runs are done again now
 * @returns a sentence each, for the first 5; then how many more there are
 */
export function damageText(damaged: readonly Damage[], again = false): string[] {
  const more = damaged.length - NAMED;
  return [
    ...damaged
      .slice(0, NAMED)
      .map(
        ({ file, line, torn }) =>
          `${file}: ${torn ? `the last line (${line}) was cut off and is not used` : `line ${line} is damaged and not used`}${again ? "; its run is done again" : ""}`,
      ),
    ...(more > 0 ? [`${more} more line${more === 1 ? " is" : "s are"} damaged and not used`] : []),
  ];
}

const SEQUENTIAL =
  "its seeds end with a decision (until): intervals of shares and medians are for fixed numbers of seeds, and too narrow here; those of `phase` are exact";

/** What is said of a sweep's folder that is not whole to whoever reads it. */
export function standingText({ damaged, total, there, others, sequential }: Standing): string[] {
  const further = others > 0 ? `, and ${runs(others)} of other plans or engines` : "";
  return [
    ...damageText(damaged),
    ...(there < total ? [`${there} of ${runs(total)} of the plan are there${further}`] : []),
    ...(sequential ? [SEQUENTIAL] : []),
  ];
}

/** What is said of runs in a folder that are none of its plan's. */
export const othersText = (others: number): string[] =>
  others > 0 ? [`${runs(others)} of other plans or engines ${others === 1 ? "is" : "are"} there, too`] : [];

/** What a study says of folders beside its own. */
export function otherRunsText(folders: readonly string[]): string {
  const more = folders.length - NAMED;
  const named = folders.slice(0, NAMED).join(", ");
  return `${named}${more > 0 ? ` and ${more} more` : ""} ${folders.length === 1 ? "holds" : "hold"} runs of another sweep or study; they are left as they are`;
}

/** What a sweep says when it begins. */
export function begunText(begun: Begun, folder: string, retryFailed: boolean): string[] {
  const { total, found, failed, others, damaged, checkpoints } = begun;
  const { goOn, damaged: cutOff } = checkpoints;
  return [
    `${runs(total)}${found > 0 ? `, ${found} of them found in ${folder}` : ""}`,
    ...(failed > 0 ? [`${runs(failed)} failed earlier${retryFailed ? "" : "; --retry-failed tries them again"}`] : []),
    ...othersText(others),
    ...damageText(damaged, found + failed < total),
    ...(goOn.length > 0 ? [`${runs(goOn.length)} ${goOn.length === 1 ? "goes" : "go"} on from a checkpoint`] : []),
    ...cutOff.map((file) => `${file} was cut off or altered and is not used; its run begins anew`),
  ];
}

/** What a sweep says that others run. */
export const waitingText = (address: string): string =>
  `the runs are for workers to take: ${shell(["adamcheck", "worker", "--queue", address])}`;

/** What a worker says when it begins. */
export const servingText = (address: string, workers: number): string =>
  `serving the sweeps at ${address}, ${runs(workers)} at a time; Ctrl-C ends it`;

/** What a worker says when it ends. */
export const servedText = ({ finished, failed }: Served): string =>
  `${runs(finished)} finished${failed > 0 ? `, ${failed} failed` : ""}\n`;

/** What is said of a run that has failed: which of its plan's it is, and why. */
export function failureText({ axes, zip }: Plan, { run }: TrialJob, reason: string): string {
  const names = [axes, ...zip].flatMap((group) => Object.keys(group));
  const values = names.map((name) => `${name} ${AXES.get(name)?.in(run)}`);
  return `failed twice: ${[...values, `seed ${run.seed}`].join(", ")}: ${reason}`;
}

/** What a sweep says when it ends. */
export function sweptText({ total, finished, failed, left }: Swept, folder: string): string {
  const parts = [`${finished} of ${runs(total)} finished`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (left > 0) parts.push(`${left} left: the same command goes on`);
  return `${parts.join(", ")}; kept in ${folder}\n`;
}

/** What `merge` says. */
export function mergedText({ finished, failed, damaged }: Merged, out: string): string {
  return [
    ...damageText(damaged.map((damage) => ({ ...damage, file: join(damage.folder, damage.file) }))),
    `${runs(finished)} finished${failed > 0 ? `, ${failed} failed` : ""}; kept in ${out}`,
    "",
  ].join("\n");
}
