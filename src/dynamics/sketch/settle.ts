import type { Network } from "../../setting/network.ts";
import type { Judged } from "../../sim/engine.ts";
import { SHARES } from "../../sim/freshNoise.ts";
import type { Tested } from "../../sim/metrics.ts";
import { type Doubt, inDoubt, narrow, newDoubt, positionsIn } from "./doubt.ts";
import type { Sight } from "./sketch.ts";

/** A first look may be off by that share of the distance from the low to the high quantile: a few examples in a hundred are then in doubt. */
const CLOSE = 128;

/** Within that share of it from where it was the moment before, a quantile is looked for first. */
const NEAR = 8;

/** What was settled. */
export interface Settled {
  readonly tested: Tested;
  /** The quantiles, of class +1 and of class -1; and how far the low and the high one of a class are apart at least. */
  readonly values: readonly number[];
  readonly spread: number;
}

/** Nothing is known of the low, middle and high quantile of either class, nor of any margin. */
export const allInDoubt = (count: number): Doubt => newDoubt(count, Object.values(SHARES));

/**
 * The test error and fresh noise of a moment: by a look at all examples, a closer one at those that it leaves in doubt, and exact judgements of those
 * that are in doubt then.
 *
 * @param network whose look it is
 * @param labels [count]
 * @param all in doubt: everything
 * @param sight the moment
 * @param judge judges the examples chosen, ascending, exactly
 * @param before what was settled a moment before: it saves time, and changes nothing
 * @returns the same numbers as of exact judgements of all; undefined if more than one in four would have to be
 * Source: ours; docs/notes/sketch.md.
 */
export function settle(
  network: Network,
  labels: Int8Array,
  all: Doubt,
  sight: Sight,
  judge: (chosen: Int32Array) => Judged,
  before?: Settled,
): Settled | undefined {
  const count = labels.length;
  const first = sight.all((before?.spread ?? 0) / CLOSE);
  const guess = before && {
    values: before.values.map((value) => value / sight.unit),
    far: before.spread / NEAR / sight.unit,
  };
  let doubt = narrow(network, labels, all, sight, first, all.undecided, guess);
  let chosen = inDoubt(doubt, count);
  if (first.slack > sight.closest) {
    const positions = positionsIn(chosen, count);
    doubt = narrow(network, labels, doubt, sight, sight.some(chosen), positions);
    chosen = inDoubt(doubt, count);
  }
  if (chosen.length > count / 4) return undefined;
  const { margins, noise } = judge(chosen);
  const positions = positionsIn(chosen, count);
  // An example in doubt is judged as `errorRate` does: a tie, or no number, is wrong.
  const wrong = doubt.undecided.reduce(
    (sum, i) => ((margins[positions[i] as number] as number) > 0 ? sum : sum + 1),
    doubt.wrong,
  );
  const values = doubt.places.map(
    ({ side, members, rank }) =>
      Float64Array.from(members, (i) => noise[side][positions[i] as number] as number).sort()[rank] as number,
  );
  const at = (share: 0 | 1 | 2) => ({ "+1": values[share] as number, "-1": values[share + 3] as number });
  const freshNoise = { low: at(0), median: at(1), high: at(2) };
  const spread = Math.min(freshNoise.high["+1"] - freshNoise.low["+1"], freshNoise.high["-1"] - freshNoise.low["-1"]);
  return { tested: { testError: wrong / count, freshNoise }, values, spread };
}
