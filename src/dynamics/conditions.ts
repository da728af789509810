import { TINY } from "../numeric/flush.ts";
import { integerPower } from "../numeric/integerPower.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { driftHorizon, NEGLIGIBLE } from "./coasting.ts";
import { areDisjoint, noiseEntries, noisePatchesIn, noiseRowsOf } from "./entries.ts";
import { oneSize } from "./oneSize.ts";
import type { Problem } from "./recurrence.ts";

/**
 * The first coordinate that two noise patches share.
 *
 * @param problem its supports are looked at, the feature's coordinates left out
 * @returns the examples of the two patches and the true coordinate; undefined if all supports are disjoint
 * Source: [T25] Lemma A.4 is what makes disjoint supports likely; here they are looked at.
 */
export function sharedCoordinate(problem: Problem) {
  const patches = noiseRowsOf(problem);
  if (areDisjoint(patches)) return undefined;
  const { coordinates } = problem.start;
  const each = noisePatchesIn(problem);
  const owner = new Int32Array(coordinates.length).fill(-1);
  for (let row = 0; row < patches.count; row++) {
    const [first, end] = noiseEntries(patches, row);
    const second = Math.floor(row / each);
    for (let e = first; e < end; e++) {
      const k = patches.coordinates[e] as number;
      if (owner[k] !== -1) return { first: owner[k] as number, second, coordinate: coordinates[k] as number };
      owner[k] = second;
    }
  }
  return undefined;
}

/** A condition on the optimizer: undefined if it holds, else a sentence that names the offender. */
type Condition = (optimizer: Problem["optimizer"]) => string | undefined;

/** What an update sees at once, as a sentence says it. */
const SEEN = { neuron: "a neuron's vector", class: "a class's matrix", network: "all weights" } as const;

/** What is followed coordinate by coordinate, or by one number a patch, sees nothing else. */
export const mustMoveAlone: Condition = ({ name }) => {
  const { sees } = optimizerNamed(name).own ?? {};
  return sees && `the optimizer must move every weight by itself, but ${name} sees ${SEEN[sees]} at once`;
};

/** What no example touches is followed by one scalar map, and is not there for the others. */
export const mustBeInert: Condition = ({ name, weightDecay }) => {
  const { decay, own } = optimizerNamed(name);
  if (!own?.sees) return undefined;
  if (!own.inert)
    return `the optimizer must leave coordinates without gradient where they are and look at no other ones, but ${name} is not said to (inert)`;
  return own.base === undefined && decay === "coupled" && weightDecay !== 0
    ? `the weight decay must be decoupled or 0, but ${name} couples ${weightDecay} into the gradient`
    : undefined;
};

export const mustBeSgd: Condition = ({ name }) =>
  name === "sgd" ? undefined : `the optimizer must be sgd, but is ${name}`;

/** Steps whose size does not follow the gradient's: all of the registry but SGD's, and of users' own those that say so. */
export const mustNormalize: Condition = ({ name }) =>
  (optimizerNamed(name).own?.normalized ?? name !== "sgd")
    ? undefined
    : `the optimizer must take normalized steps, but is ${name}`;

export const mustBeAdaptive: Condition = ({ name }) =>
  optimizerNamed(name).adaptive ? undefined : `the optimizer must keep moments, but is ${name}`;

/** Normalized steps that remember gradients: the proofs put signs in their place. */
export const mustRemember: Condition = ({ name }) => {
  const { adaptive, own } = optimizerNamed(name);
  return adaptive || (own?.normalized && own.memory.length > 0)
    ? undefined
    : `the optimizer must keep moments, but is ${name}`;
};

/** Coupled decay reaches the moments coordinate by coordinate; at lambda = 0 both kinds are the same. */
export const mustNotCouple: Condition = ({ name, weightDecay }) =>
  optimizerNamed(name).decay === "coupled" && weightDecay !== 0
    ? `the weight decay must be decoupled or 0, but ${name} couples ${weightDecay} into the gradient`
    : undefined;

export const mustHaveNoEps: Condition = ({ name, eps }) => {
  const { adaptive, own } = optimizerNamed(name);
  return (adaptive || own?.eps !== undefined) && eps !== 0 ? `eps must be 0, but is ${eps}` : undefined;
};

/**
 * While an example is away, its normalized steps must fade before its second moment counts as zero, which full training sees coordinate
 * by coordinate: where b1^2 >= b2 they grow until then, and where b1^2 is near b2 they do not fade in time.
 */
export const mustForget: Condition = (optimizer) => {
  const { name, betas, eps = 0 } = optimizer;
  if (!optimizerNamed(name).adaptive || !betas) return undefined;
  const [b1, b2] = betas;
  if (b2 === 0) return undefined;
  if (b1 * b1 >= b2) return `betas must satisfy b1^2 < b2, but are [${b1}, ${b2}]`;
  // Beside such an eps a root of 2^-500 is nothing.
  if (NEGLIGIBLE * eps > TINY) return undefined;
  const fading = driftHorizon({ ...optimizer, weightDecay: 0 });
  // Down to 2^-500 from where it was; the other half of 2^-1000 is left to squares of gradients.
  return fading < Infinity && integerPower(b2, fading) >= TINY
    ? undefined
    : `betas must let steps fade before second moments count as zero, about b1^(3/2) < b2, but are [${b1}, ${b2}]`;
};

/** The condition on the start. */
export const mustBeDisjoint = (problem: Problem): string | undefined => {
  const shared = sharedCoordinate(problem);
  if (!shared) return undefined;
  const { first, second, coordinate } = shared;
  const who = first === second ? `two patches of example ${first}` : `examples ${first} and ${second}`;
  return `the supports must be disjoint, but ${who} share coordinate ${coordinate} (counted from 0)`;
};

/** The condition on the schedule: what is summed over the steps of an example's absence has one learning rate. */
export const mustBeConstant = ({ rate }: Problem): string | undefined =>
  rate && `the learning rate must be constant, but ${rate.told}`;

/** Entries of one size let eps into the scalars (`withScalarEps`), beyond the papers' model, whose noise is Gaussian. */
export const mustHaveNoEpsOrOneSize = (problem: Problem): string | undefined => {
  const reason = mustHaveNoEps(problem.optimizer);
  if (!reason || !problem.wider || !optimizerNamed(problem.optimizer.name).adaptive) return reason;
  if (oneSize(noiseRowsOf(problem)) !== undefined) return undefined;
  return `eps must be 0 where noise entries differ in size, but is ${problem.optimizer.eps}`;
};

/** Pairs of entries on one coordinate that a Gram matrix may be made of: about 200 MB, and a step's cost for it. */
const OVERLAPS = 16777216;

/** The Gram matrix is worth its room where few examples share a coordinate. */
export const mustHaveFewOverlaps = (problem: Problem): string | undefined => {
  const users = new Float64Array(problem.start.coordinates.length);
  for (const k of noiseRowsOf(problem).coordinates) if (k !== 0) users[k] = (users[k] as number) + 1;
  const pairs = users.reduce((sum, count) => sum + count * count, 0);
  return pairs <= OVERLAPS
    ? undefined
    : `the supports must meet in at most ${OVERLAPS} pairs of entries, but meet in ${pairs}`;
};

/** Patches whose whole Gram matrix may be held: 128 MB, and a step's cost for it. */
const MOST_PATCHES = 4000;

/** Whether a problem's Gram matrix is held in full, entry by entry. */
export const isFewPatches = (problem: Problem): boolean =>
  problem.start.examples.count * noisePatchesIn(problem) <= MOST_PATCHES;

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
