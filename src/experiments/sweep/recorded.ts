import type { OutsideMoment } from "../../sim/trajectory.ts";

/** Something that a sweep may keep of a run besides its last moment. */
export interface Recorded {
  readonly name: string;
  readonly about: string;
  of(trajectory: { readonly history: readonly OutsideMoment[] }): unknown;
}

/**
 * First epoch recorded with training error 0.
 *
 * @param history of a run
 * @returns the epoch; null where there is none
 */
export const fittedEpoch = (history: readonly OutsideMoment[]): number | null =>
  history.find(({ trainError }) => trainError === 0)?.epoch ?? null;

/** What a plan's `record` may name. Adding one is one line here. */
export const RECORDED: readonly Recorded[] = [
  {
    name: "fittedEpoch",
    about: "the first epoch recorded with training error 0",
    of: ({ history }) => fittedEpoch(history),
  },
  { name: "history", about: "every recorded moment, as in the result of simulate", of: ({ history }) => history },
];

/** Whether a value is a list of names of RECORDED. */
export const namesRecorded = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => RECORDED.some((recorded) => recorded.name === name));
