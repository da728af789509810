import { integerBetween, positive, positiveInteger } from "../../setting/fields.ts";
import * as z from "../../setting/zod.ts";
import type { OutsideMoment } from "../../sim/trajectory.ts";

/** When a run of a sweep may end before its last epoch; rules that are absent do not act. A run that leaves the finite numbers ends always. */
export const stopSchema = z.strictObject({
  fitted: positiveInteger("stop after this many records in a row with training error 0", "records").optional(),
  stuck: z
    .strictObject({
      // Each record is compared with all of them.
      records: integerBetween(1, 10000, "records in a row that count", "records"),
      change: positive("of the training loss among them: (largest - least)/largest is at most this", "none"),
    })
    .optional(),
  diverged: positive("stop at the first record whose training loss is above this", "loss").optional(),
});

export type StopRules = z.output<typeof stopSchema>;

/** The rule that ended a run, and when. */
export interface Stopped {
  readonly rule: keyof StopRules;
  readonly epoch: number;
  readonly step: number;
}

type Watch = (moment: OutsideMoment) => boolean;

/** How often in a row a condition has held. */
function inARow(count: number, holds: (moment: OutsideMoment) => boolean): Watch {
  let held = 0;
  return (moment) => {
    held = holds(moment) ? held + 1 : 0;
    return held >= count;
  };
}

function stuck({ records, change }: NonNullable<StopRules["stuck"]>): Watch {
  const losses: number[] = [];
  return ({ trainLoss }) => {
    losses.push(trainLoss);
    // The record that the others are compared with is one more.
    if (losses.length > records + 1) losses.shift();
    const largest = Math.max(...losses);
    return losses.length > records && largest - Math.min(...losses) <= change * largest;
  };
}

/**
 * Watches a run for the rules that end it.
 *
 * fitted = k: training error 0 at k records in a row.
 * stuck = {records: k, change: c}: over the last k + 1 records, max L - min L <= c max L for the training loss L.
 * diverged = x: L > x.
 *
 * @param rules those that act
 * @returns a function to be called with every recorded moment, the start among them: the first rule that holds, in the order above
 * Source: ours.
 */
export function newWatch(rules: StopRules): (moment: OutsideMoment) => Stopped | undefined {
  const watches = new Map<keyof StopRules, Watch>();
  if (rules.fitted !== undefined)
    watches.set(
      "fitted",
      inARow(rules.fitted, ({ trainError }) => trainError === 0),
    );
  if (rules.stuck) watches.set("stuck", stuck(rules.stuck));
  const { diverged } = rules;
  if (diverged !== undefined) watches.set("diverged", ({ trainLoss }) => trainLoss > diverged);
  return (moment) => {
    // Each is told of every moment, also where another one holds.
    const [rule] = [...watches].filter(([, watch]) => watch(moment)).map(([name]) => name);
    return rule && { rule, epoch: moment.epoch, step: moment.step };
  };
}
