import type { Choice } from "../choice/state.ts";
import { nearestStop, placeOf } from "../controls/stops.ts";

/** Where a map has its nodes: node i height + k is at (batchSizes[i], weightDecays[k]). */
export interface MapPlane {
  /** Rising, all of them at most n; evenly by their logarithm, as far as whole numbers are. */
  readonly batchSizes: readonly number[];
  /** Rising, evenly by their logarithm; none is 0. */
  readonly weightDecays: readonly number[];
}

/** Batch sizes at most. */
const COLUMNS = 13;
/** With fewer divisors than these, other batch sizes are looked at, too. */
const ENOUGH = 6;
/** A decade of weight decay has four. */
const DECAYS = Array.from({ length: 33 }, (_, k) =>
  Number(`${["1", "1.8", "3.2", "5.6"][k % 4]}e${Math.floor(k / 4) - 7}`),
);

/** Those of n, rising: with them every batch of an epoch is of one size. */
function divisorsOf(n: number): number[] {
  const small = Array.from({ length: Math.floor(Math.sqrt(n)) }, (_, k) => k + 1).filter((b) => n % b === 0);
  return [...new Set([...small, ...small.map((b) => n / b).reverse()])];
}

/**
 * The plane of a map.
 *
 * @param n training examples, >= 1
 * @returns the plane: of the divisors of n, where they are enough, those that lie most evenly by their logarithm; 1 and n are among its batch
 *   sizes, 1e-7 and 10 among its weight decays
 * @example
 * planeFor(4).batchSizes // => [1, 2, 3, 4]
 * planeFor(40).batchSizes // => [1, 2, 4, 5, 8, 10, 20, 40]
 */
export function planeFor(n: number): MapPlane {
  const divisors = divisorsOf(n);
  const nearest = (size: number) =>
    divisors.reduce((best, b) => (Math.abs(Math.log(b / size)) < Math.abs(Math.log(best / size)) ? b : best));
  const evenly = Array.from({ length: COLUMNS }, (_, k) => n ** (k / (COLUMNS - 1)));
  if (divisors.length >= ENOUGH && divisors.length <= COLUMNS) return { batchSizes: divisors, weightDecays: DECAYS };
  const chosen = evenly.map(divisors.length < ENOUGH ? Math.round : nearest);
  return { batchSizes: [...new Set([...chosen, n])], weightDecays: DECAYS };
}

/** Where a run lies: shares of the way to the right and up, in the middle of its node where it is on one. */
export function pointOf({ batchSizes, weightDecays }: MapPlane, batchSize: number, weightDecay: number) {
  const share = (values: readonly number[], value: number) =>
    (placeOf(values, value) * (values.length - 1) + 0.5) / values.length;
  return { x: share(batchSizes, batchSize), y: share(weightDecays, weightDecay) };
}

/** The node nearest to a run. */
export const nodeOf = (
  { batchSizes, weightDecays }: MapPlane,
  { batchSize, weightDecay }: Pick<Choice, "batchSize" | "weightDecay">,
): readonly [i: number, k: number] => [nearestStop(batchSizes, batchSize), nearestStop(weightDecays, weightDecay)];
