import type { Damage } from "../experiments/journal/indexLines.ts";
import type { Served } from "../experiments/queue/serveQueue.ts";
import { AXES, valueAt } from "../experiments/sweep/columns.ts";
import type { Merged } from "../experiments/sweep/merge.ts";
import type { Plan } from "../experiments/sweep/plan.ts";
import type { Preview } from "../experiments/sweep/preview.ts";
import type { Begun, Swept } from "../experiments/sweep/sweep.ts";
import type { TrialJob } from "../experiments/sweep/trial.ts";
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
export function previewText({ total, runs: missing, seconds, bytes }: Preview, workers: number): string {
  const finished = total - missing;
  return [
    `${runs(total)}${finished > 0 ? `, ${finished} of them finished already` : ""}`,
    `about ${clock(seconds / workers)} with --jobs ${workers} (${clock(seconds)} of work), if as many cores are idle and no stopping rule acts`,
    `about ${bytesText(bytes)} of disk`,
    "",
  ].join("\n");
}

/** What is said of lines of a journal that could not be trusted. */
export const damageText = (damaged: readonly Damage[]): string[] =>
  damaged.map(({ file, line, torn }) =>
    torn
      ? `${file}: the last line (${line}) was cut off and is dropped; its run is done again`
      : `${file}: line ${line} is damaged and not used; its run is done again`,
  );

/** What a sweep says when it begins. */
export function begunText(begun: Begun, folder: string, retryFailed: boolean): string[] {
  const { total, found, failed, others, damaged } = begun;
  return [
    `${runs(total)}${found > 0 ? `, ${found} of them found in ${folder}` : ""}`,
    ...(failed > 0 ? [`${runs(failed)} failed earlier${retryFailed ? "" : "; --retry-failed tries them again"}`] : []),
    ...(others > 0 ? [`${runs(others)} of other plans or engines ${others === 1 ? "is" : "are"} there, too`] : []),
    ...damageText(damaged),
  ];
}

/** What a sweep says that others run. */
export const waitingText = (address: string): string =>
  `the runs are for workers to take: adamcheck worker --queue ${address}`;

/** What a worker says when it begins. */
export const servingText = (address: string, workers: number): string =>
  `serving the sweeps at ${address}, ${runs(workers)} at a time; Ctrl-C ends it`;

/** What a worker says when it ends. */
export const servedText = ({ finished, failed }: Served): string =>
  `${runs(finished)} finished${failed > 0 ? `, ${failed} failed` : ""}\n`;

/** What is said of a run that has failed: which of its plan's it is, and why. */
export function failureText({ axes, zip }: Plan, { run }: TrialJob, reason: string): string {
  const names = [axes, ...zip].flatMap((group) => Object.keys(group));
  const values = names.map((name) => `${name} ${valueAt(run, AXES.get(name)?.path ?? [])}`);
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
    ...damaged.map(({ folder, file, line }) => `${folder}/${file}: line ${line} is damaged and left out`),
    `${runs(finished)} finished${failed > 0 ? `, ${failed} failed` : ""}; kept in ${out}`,
    "",
  ].join("\n");
}
