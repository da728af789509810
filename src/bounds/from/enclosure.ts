import type { Fraction } from "../../algebra/mathjs.ts";
import { sub } from "../../interval/add.ts";
import { div } from "../../interval/div.ts";
import { ENTIRE, type Interval, point } from "../../interval/interval.ts";
import { mul } from "../../interval/mul.ts";
import { intersection, isEmpty } from "../../interval/sets.ts";
import { nextDown, nextUp } from "../../numeric/nextUp.ts";
import { type Box, isPoint, paired, type Size } from "./size.ts";

/** A double's neighbours around an integer that may be none. */
function around(value: bigint): Interval {
  const near = Number(value);
  if (!Number.isFinite(near)) return { lo: Number.MAX_VALUE, hi: Infinity };
  return BigInt(near) === value ? point(near) : { lo: nextDown(near), hi: nextUp(near) };
}

/** An interval around a rational number. */
export const numberOn = ({ s, n, d }: Fraction): Interval => mul(point(Number(s)), div(around(n), around(d)));

/** Both hold the same numbers. */
export const met = (x: Interval, y: Interval): Interval => {
  const both = intersection(x, y);
  return isEmpty(both) ? x : both;
};

/** The corner of a box where what grows and falls with each symbol as its slope says is least (-1) or greatest (1); undefined where a slope has no sign or the corner is infinite. */
function corner(box: Box, slopes: readonly Interval[], end: -1 | 1): Box | undefined {
  const found = box.map(({ lo, hi }, k) => {
    const slope = slopes[k] as Interval;
    if (slope.lo === 0 && slope.hi === 0) return Number.isFinite(lo) ? lo : hi;
    const rises = slope.lo >= 0 ? 1 : slope.hi <= 0 ? -1 : undefined;
    return rises && (rises === end ? hi : lo);
  });
  if (found.some((at) => at === undefined || !Number.isFinite(at))) return undefined;
  return found.map((at) => point(at as number));
}

/**
 * A number by what it is at the corners of the box, where its slopes have signs.
 *
 * @param natural an enclosure of it over the box
 * @param slopes of it
 * @param at it at a point
 */
export function cornered(
  box: Box,
  natural: Interval,
  slopes: readonly Interval[],
  at: (corner: Box) => Interval | undefined,
): Interval {
  if (isPoint(box)) return natural;
  const [least, most] = ([-1, 1] as const).map((end) => {
    const there = corner(box, slopes, end);
    return there && at(there);
  });
  return met(natural, { lo: least?.lo ?? -Infinity, hi: most?.hi ?? Infinity });
}

/** log of x/y, over the box, from their own; `again` computes one at a point. */
export function ratioLog(box: Box, x: Size, y: Size, again: (at: Box) => readonly [Size, Size] | undefined): Interval {
  const slopes = paired(x, y, sub);
  // Infinite ends that meet say nothing.
  const natural = sub(x.log, y.log);
  const safe = Number.isNaN(natural.lo) || Number.isNaN(natural.hi) ? ENTIRE : natural;
  return cornered(box, safe, slopes, (at) => {
    const both = again(at);
    return both?.every((one) => !isEmpty(one.log)) ? sub(both[0].log, both[1].log) : undefined;
  });
}
