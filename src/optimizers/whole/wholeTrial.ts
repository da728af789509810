import type { Hyperparameters, Iterate, Optimizer } from "../optimizer.ts";
import { standardsOf } from "../parameters.ts";
import type { Around } from "./around.ts";

/** Two classes of two neurons on five coordinates. */
const SHAPE = { classes: 2, neurons: 2 };
const LANES = 4;
const COLUMNS = 5;
const SIZE = LANES * COLUMNS;
const STEPS = 6;

/** The coordinate that no gradient is ever on. */
const BARE = 3;
const isBare = (k: number) => Math.floor(k / LANES) === BARE;

/** Numbers of both signs and of several sizes; the first gradient is 0. */
const number = (k: number, step: number) => (step === 0 ? 0 : (((7 * k + 5 * step) % 11) - 5) / 2 ** ((k + step) % 4));

/** Hyperparameters of a trial: an optimizer's own defaults. */
const hyperOf = ({ own }: Optimizer): Hyperparameters => ({
  ...{ lr: 0.125, weightDecay: 0, convention: "pytorch" },
  ...(own?.betas && { betas: own.betas }),
  ...(own?.eps !== undefined && { eps: own.eps }),
  ...standardsOf(own?.parameters),
});

/**
 * The iterates that an optimizer of the second form takes along fixed gradients, of a sum of squares around fixed points.
 *
 * @param optimizer on trial, without weight decay
 * @param bare what the weights are on a coordinate on which no gradient ever is
 * @returns copies of the iterates, whatever they hold; gradients at other weights differ by the half of how far those are
 * Source: ours.
 */
export function wholeTrial(optimizer: Optimizer, bare = 0.5): readonly Iterate[] {
  let at = optimizer.init(
    Float64Array.from({ length: SIZE }, (_, k) => (isBare(k) ? bare : number(k, 1))),
    SHAPE,
  );
  const iterates: Iterate[] = [];
  for (let step = 0; step < STEPS; step++) {
    const gradient = Float64Array.from({ length: SIZE }, (_, k) => (isBare(k) ? 0 : number(k, step)));
    const { weights } = at;
    const around: Around = {
      shape: SHAPE,
      gradientAt: (where) =>
        gradient.map((g, k) => (isBare(k) ? 0 : g + ((where[k] as number) - (weights[k] as number)) / 2)),
    };
    at = optimizer.update(hyperOf(optimizer), at, gradient, undefined, around);
    iterates.push(structuredClone(at));
  }
  return iterates;
}

/** The first number of the iterates that is not finite; undefined where all are. */
export const notFiniteIn = (iterates: readonly Iterate[]): number | undefined =>
  iterates
    .flatMap(({ weights, moments }) => [weights, ...Object.values(moments ?? {})])
    .flatMap((values) => [...values])
    .find((value) => !Number.isFinite(value));

/**
 * Whether a trial refutes that an optimizer leaves coordinates without gradient to themselves: they move, or others move another way where they
 * are elsewhere.
 *
 * @param optimizer on trial
 * @returns true where it does
 * Source: ours.
 */
export function isSeenMoving(optimizer: Optimizer): boolean {
  const runs = [0.5, -2].map((bare) => wholeTrial(optimizer, bare).map(({ weights }) => weights));
  const [one = [], other = []] = runs;
  const moved = runs.some((run, k) => run.some((weights) => weights.some((w, at) => isBare(at) && w !== [0.5, -2][k])));
  return moved || one.some((weights, step) => weights.some((w, k) => !isBare(k) && !Object.is(w, other[step]?.[k])));
}
