import type { Decimal } from "decimal.js";
import type { Interval } from "../../interval/interval.ts";
import { logAround, neighbour, numberWithLog } from "./decimal.ts";
import type { Box } from "./size.ts";
import { certainly, type Inequality, slackOn } from "./slack.ts";

/** Of each symbol, whether the box goes to infinity or to 0. */
export type Ends = readonly ("large" | "small")[];

/** The box of all symbols beyond a corner, by their logarithms. */
export const beyond = (corner: readonly number[], ends: Ends): Box =>
  corner.map((at, k) => (ends[k] === "large" ? { lo: at, hi: Infinity } : { lo: -Infinity, hi: -at }));

const LARGEST = 2 ** 40;
const STEPS = 32;
/** Parts into which a box is cut to prove an inequality on it. */
const MOST_PARTS = 40;

/** Where an interval is cut. */
const middle = ({ lo, hi }: Interval) =>
  hi === Infinity
    ? lo + Math.max(1, Math.abs(lo))
    : lo === -Infinity
      ? hi - Math.max(1, Math.abs(hi))
      : lo + (hi - lo) / 2;

/** Whether an inequality is proved all over a box, cut where slopes have no certain sign. */
function proved(inequality: Inequality, box: Box, budget: { parts: number }): boolean {
  const certain = certainly(inequality, box);
  if (certain !== undefined) return certain;
  budget.parts--;
  const slack = slackOn(inequality, box);
  const slopes = typeof slack === "object" ? slack.slopes : [];
  const unsure = box.findIndex(({ lo, hi }, k) => {
    const slope = slopes[k];
    return lo < hi && !(slope && (slope.lo >= 0 || slope.hi <= 0));
  });
  const at = box[unsure];
  if (budget.parts <= 0 || at === undefined) return false;
  const cut = middle(at);
  const part = (side: Interval) => box.map((one, k) => (k === unsure ? side : one));
  return (
    proved(inequality, part({ lo: at.lo, hi: cut }), budget) && proved(inequality, part({ lo: cut, hi: at.hi }), budget)
  );
}

/** The least number from 0 to `most`, to many digits, for which a test that holds at `most` holds. */
function least(most: number, test: (at: number) => boolean): number {
  if (test(0)) return 0;
  let [no, yes] = [0, most];
  for (let k = 0; k < STEPS; k++) {
    const middle = (no + yes) / 2;
    if (test(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** |log x| of a bound, not further out than it is. */
const outwards = (bound: Decimal, large: boolean): number => (large ? logAround(bound).lo : -logAround(bound).hi);

/** The number in few digits whose |log| is next to one and further out, where a test holds. */
function told(at: number, large: boolean, test: (at: number) => boolean): Decimal {
  const next = large ? 1 : -1;
  let bound = numberWithLog(large ? at : -at, large);
  if (!test(outwards(bound, large))) bound = neighbour(bound, next);
  return bound;
}

/**
 * A corner beyond which an inequality in several symbols holds for certain.
 *
 * @param inequality in several symbols
 * @param ends which of them grow, which get small
 * @returns the corner in few digits: |log x| first the same for all, as small as can be proved, then of each, last to first, as small as that allows; undefined where none is found
 * Source: ours; the box is cut into parts in each of which the logarithm of the quotient is monotone in each symbol, or is enclosed as a whole.
 */
export function cornerOf(inequality: Inequality, ends: Ends): Decimal[] | undefined {
  const holds = (corner: readonly number[]) => proved(inequality, beyond(corner, ends), { parts: MOST_PARTS });
  const same = (at: number) => ends.map(() => at);
  let most = 0.25;
  while (!holds(same(most))) {
    most *= 2;
    if (most > LARGEST) return undefined;
  }
  let corner = same(least(most, (at) => holds(same(at))));
  const bounds: Decimal[] = [];
  for (const k of [...ends.keys()].reverse()) {
    const large = ends[k] === "large";
    const moved = (at: number) => corner.map((old, place) => (place === k ? at : old));
    const test = (at: number) => holds(moved(at));
    // The next symbol may use what the rounding gives away.
    const bound = told(least(corner[k] as number, test), large, test);
    corner = moved(outwards(bound, large));
    bounds.unshift(bound);
  }
  return bounds;
}

/** The symbols that make an inequality harder the further they go. */
export function against(inequality: Inequality, ends: Ends): number[] {
  const slack = slackOn(
    inequality,
    beyond(
      ends.map(() => 64),
      ends,
    ),
  );
  if (slack === undefined || typeof slack === "boolean") return [];
  return slack.slopes.flatMap(({ lo, hi }, k) => ((ends[k] === "large" ? hi < 0 : lo > 0) ? [k] : []));
}
