import { optimizerNamed } from "../optimizers/registry.ts";
import type { Problem } from "./recurrence.ts";

/**
 * The first coordinate that two examples share.
 *
 * @param problem its supports are looked at, coordinate 0 (the feature) left out
 * @returns the two examples and the true coordinate; undefined if all supports are disjoint
 * Source: [T25] Lemma A.4 is what makes disjoint supports likely; here they are looked at.
 */
export function sharedCoordinate({ start: { examples, coordinates } }: Problem) {
  const owner = new Int32Array(coordinates.length).fill(-1);
  for (let i = 0; i < examples.count; i++) {
    for (let e = examples.rows[i] as number; e < (examples.rows[i + 1] as number); e++) {
      const k = examples.coordinates[e] as number;
      if (k === 0) continue;
      if (owner[k] !== -1) return { first: owner[k] as number, second: i, coordinate: coordinates[k] as number };
      owner[k] = i;
    }
  }
  return undefined;
}

/** A condition on the optimizer: undefined if it holds, else a sentence that names the offender. */
type Condition = (optimizer: Problem["optimizer"]) => string | undefined;

export const mustBeSgd: Condition = ({ name }) =>
  name === "sgd" ? undefined : `the optimizer must be sgd, but is ${name}`;

export const mustNotBeSgd: Condition = ({ name }) =>
  name === "sgd" ? "the optimizer must take normalized steps, but is sgd" : undefined;

export const mustBeAdaptive: Condition = ({ name }) =>
  optimizerNamed(name).adaptive ? undefined : `the optimizer must keep moments, but is ${name}`;

/** Coupled decay reaches the moments coordinate by coordinate; at lambda = 0 both kinds are the same. */
export const mustNotCouple: Condition = ({ name, weightDecay }) =>
  optimizerNamed(name).decay === "coupled" && weightDecay !== 0
    ? `the weight decay must be decoupled or 0, but ${name} couples ${weightDecay} into the gradient`
    : undefined;

export const mustHaveNoEps: Condition = ({ name, eps }) =>
  optimizerNamed(name).adaptive && eps !== 0 ? `eps must be 0, but is ${eps}` : undefined;

/** Otherwise normalized steps grow while an example is away, until its second moment counts as zero, coordinate by coordinate. */
export const mustForget: Condition = ({ name, betas }) => {
  if (!optimizerNamed(name).adaptive || !betas) return undefined;
  const [b1, b2] = betas;
  return b1 * b1 < b2 || b2 === 0 ? undefined : `betas must satisfy b1^2 < b2, but are [${b1}, ${b2}]`;
};

/** The condition on the start. */
export const mustBeDisjoint = (problem: Problem): string | undefined => {
  const shared = sharedCoordinate(problem);
  return (
    shared &&
    `the supports must be disjoint, but examples ${shared.first} and ${shared.second} share coordinate ${shared.coordinate}`
  );
};

/** Pairs of entries on one coordinate that a Gram matrix may be made of: about 200 MB, and a step's cost for it. */
const OVERLAPS = 16777216;

/** The Gram matrix is worth its room where few examples share a coordinate. */
export const mustHaveFewOverlaps = ({ start: { examples, coordinates } }: Problem): string | undefined => {
  const users = new Float64Array(coordinates.length);
  for (const k of examples.coordinates) if (k !== 0) users[k] = (users[k] as number) + 1;
  const pairs = users.reduce((sum, count) => sum + count * count, 0);
  return pairs <= OVERLAPS
    ? undefined
    : `the supports must meet in at most ${OVERLAPS} pairs of entries, but meet in ${pairs}`;
};

/**
 * The first condition on the optimizer that a problem does not meet.
 *
 * @param conditions in the order in which they are looked at
 * @returns a function of the problem
 */
export const firstUnmet =
  (...conditions: Condition[]) =>
  ({ optimizer }: Problem): string | undefined => {
    for (const condition of conditions) {
      const reason = condition(optimizer);
      if (reason) return reason;
    }
    return undefined;
  };
