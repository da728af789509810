import type { Run } from "../run.ts";
import { type Factor, type Progress, scheduleOf } from "./named.ts";

/** What of a run says how long it is and how it changes on its way. */
export type CourseKeys = Pick<
  Run,
  "setting" | "epochs" | "batchSize" | "batches" | "lrSchedule" | "warmup" | "batchSchedule"
>;

/** The examples of every batch of an epoch: round(b factor), from 1 to n. */
const sizeAt = (factor: Factor, batchSize: number, n: number, e: number, E: number): number =>
  Math.min(n, Math.max(1, Math.round(batchSize * factor({ t: e + 1, T: E, e, E }))));

/**
 * The batch size of every epoch.
 *
 * b_e = b factor(e), rounded, from 1 to n; a schedule of batches counts epochs only: its t is e + 1, its T is E
 *
 * @param run with batchSize and epochs
 * @returns a function of the epochs behind it, e = 0, 1, ...
 * Source: ours; growing batches in place of falling rates are Smith et al. 2018.
 */
export function batchSizes({ setting, batchSize = 1, epochs = 1, batchSchedule }: CourseKeys): (e: number) => number {
  if (batchSchedule === undefined) return () => batchSize;
  const factor = scheduleOf(batchSchedule);
  return (e) => sizeAt(factor, batchSize, setting.n, e, epochs);
}

/** How a run is divided: E epochs, and the steps before each, up to T before the end. With `batches` given every batch is one. */
export interface Course {
  readonly E: number;
  readonly T: number;
  before(e: number): number;
}

/** The course of a run; where the batch size changes, the steps of every epoch are added up once. */
export function courseOf(run: CourseKeys): Course {
  const { setting, batches, batchSize = 1, epochs = 1, batchSchedule } = run;
  if (batches) return { E: batches.length, T: batches.length, before: (e) => e };
  if (batchSchedule === undefined) {
    const each = Math.ceil(setting.n / batchSize);
    return { E: epochs, T: epochs * each, before: (e) => e * each };
  }
  const sizeOf = batchSizes(run);
  const sums = new Float64Array(epochs + 1);
  for (let e = 0; e < epochs; e++) sums[e + 1] = (sums[e] as number) + Math.ceil(setting.n / sizeOf(e));
  return { E: epochs, T: sums[epochs] as number, before: (e) => sums[e] as number };
}

/** Whether the learning rate of a run is one number. */
export const isConstant = ({ lrSchedule = "constant", warmup = 0 }: Pick<Run, "lrSchedule" | "warmup">): boolean =>
  lrSchedule === "constant" && warmup === 0;

/**
 * What the learning rate is multiplied by at every step.
 *
 * factor(t) min(1, t/W),  W the steps of the first `warmup` epochs
 *
 * @param run with its schedule
 * @returns a function of the step t, from 1, to be asked in ascending order for speed; undefined where the rate is one number
 * Source: ours; linear warm-up as Goyal et al. 2017 have it.
 */
export function rateOf(run: CourseKeys): ((step: number) => number) | undefined {
  if (isConstant(run)) return undefined;
  const { lrSchedule = "constant", warmup = 0 } = run;
  const factor = scheduleOf(lrSchedule);
  const { E, T, before } = courseOf(run);
  const warm = before(Math.min(warmup, E));
  let e = 0;
  return (t) => {
    if (t <= before(e)) e = 0;
    while (e < E - 1 && t > before(e + 1)) e++;
    const at: Progress = { t, T, e, E };
    return t < warm ? factor(at) * (t / warm) : factor(at);
  };
}
