import type { Network } from "../../setting/network.ts";
import type { Judged } from "../../sim/engine.ts";
import { SHARES } from "../../sim/freshNoise.ts";
import type { Tested } from "../../sim/metrics.ts";
import { rankOf } from "../../statistics/quantile.ts";
import { nthSmallest } from "../../statistics/select.ts";
import type { Look, Side } from "./sketch.ts";

/** A value at a rank is one of those between two bounds; so many are below them. */
interface Place {
  readonly low: number;
  readonly high: number;
  readonly rank: number;
}

/** Beyond twice the slack from the value that is about at a rank, no example can have that rank. */
function placesOf({ largest }: Side, slack: number): Place[] {
  const scratch = largest.slice();
  return Object.values(SHARES).map((share) => {
    const rank = rankOf(share, largest.length);
    const about = nthSmallest(scratch, rank);
    return { low: about - 2.01 * slack, high: about + 2.01 * slack, rank };
  });
}

/** Whether a value is between the bounds, [low, high, low, high, ...], of some place. */
function fits(bounds: Float64Array, about: number): boolean {
  for (let k = 0; k < bounds.length; k += 2) {
    if (about >= (bounds[k] as number) && about <= (bounds[k + 1] as number)) return true;
  }
  return false;
}

/** The exact value at a place, from those of the examples that were judged. */
function valueAt({ low, high, rank }: Place, { largest }: Side, chosen: Int32Array, exact: Float64Array): number {
  let below = 0;
  for (let i = 0; i < largest.length; i++) if ((largest[i] as number) < low) below++;
  const inside = exact.filter((_, place) => {
    const about = largest[chosen[place] as number] as number;
    return about >= low && about <= high;
  });
  return inside.sort()[rank - below] as number;
}

/**
 * The test error and fresh noise that a look leaves no doubt about, once the examples in doubt have been judged.
 *
 * An example is in doubt whose margin is within its error of 0, or whose largest <w_r, xi> may be one of the quantiles. By the mean value theorem a
 * margin is off by  slack q sum_r (z_r+ + slack)^(q-1)  and the rounding of its sums.
 *
 * @param network whose look it is
 * @param labels [count]
 * @param look at every example
 * @param judge judges the examples chosen, ascending, exactly
 * @returns the same numbers as of exact judgements of all; undefined if more than one in four is in doubt
 * Source: ours; docs/notes/sketch.md.
 */
export function settle(
  { neurons, q }: Network,
  labels: Int8Array,
  { sides, fromFeature, slack }: Look,
  judge: (chosen: Int32Array) => Judged,
): Tested | undefined {
  const count = labels.length;
  const [plus, minus] = sides;
  const places = sides.map((side) => placesOf(side, slack)) as [Place[], Place[]];
  const bounds = places.map((some) => Float64Array.from(some.flatMap(({ low, high }) => [low, high])));
  const [boundsPlus, boundsMinus] = bounds as [Float64Array, Float64Array];
  const rounding = (neurons + q + 16) * 2 ** -23;
  const slope = 1.01 * slack * q;
  const chosen: number[] = [];
  let wrong = 0;
  for (let i = 0; i < count; i++) {
    const fromLabel = fromFeature[labels[i] === 1 ? 0 : 1];
    const forPlus = fromLabel[0];
    const forMinus = fromLabel[1];
    const givenPlus = plus.given[i] as number;
    const givenMinus = minus.given[i] as number;
    const difference = forPlus - forMinus + (givenPlus - givenMinus);
    const margin = labels[i] === 1 ? difference : -difference;
    const error =
      slope * ((plus.slopes[i] as number) + (minus.slopes[i] as number)) +
      rounding * (givenPlus + givenMinus) +
      2 ** -40 * (forPlus + forMinus) +
      2 ** -90;
    const sure = Math.abs(margin) > error;
    if (!sure || fits(boundsPlus, plus.largest[i] as number) || fits(boundsMinus, minus.largest[i] as number))
      chosen.push(i);
    else if (margin < 0) wrong++;
  }
  if (chosen.length > count / 4) return undefined;
  const indices = Int32Array.from(chosen);
  const { margins, noise } = judge(indices);
  // An example in doubt is judged as `errorRate` does: a tie, or no number, is wrong.
  wrong = margins.reduce((sum, margin) => (margin > 0 ? sum : sum + 1), wrong);
  const at = (share: 0 | 1 | 2) => {
    const one = (side: 0 | 1) => valueAt(places[side][share] as Place, sides[side], indices, noise[side]);
    return { "+1": one(0), "-1": one(1) };
  };
  return { testError: wrong / count, freshNoise: { low: at(0), median: at(1), high: at(2) } };
}
