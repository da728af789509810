import { nextDown } from "../numeric/nextUp.ts";
import { expDown, expUp } from "./binaryExp.ts";
import { rootDown } from "./binaryRoot.ts";
import { productDown } from "./directed.ts";
import { dyadicOf } from "./dyadic.ts";
import type { Enclosures } from "./enclosures.ts";
import { powerBy } from "./powerBy.ts";

/** All real numbers between lo 2^-P and hi 2^-P. */
export interface BinaryInterval {
  readonly lo: bigint;
  readonly hi: bigint;
}

const size = (m: bigint): bigint => (m < 0n ? -m : m);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** Rounded down, b > 0; BigInt rounds towards 0. */
const quotientDown = (a: bigint, b: bigint): bigint => (a < 0n ? -((-a + b - 1n) / b) : a / b);
const quotientUp = (a: bigint, b: bigint): bigint => -quotientDown(-a, b);

/** e^(10^6) has 1.4 million bits, e^(10^9) more than a BigInt may have. */
const EXP_RANGE = 1e6;

/** Bits that a double is made of here, and the largest power of two that one is multiplied by at once. */
const KEPT = 64;
const AT_ONCE = 1000;

/** m 2^-bits rounded down to a double. */
function doubleBelow(m: bigint, bits: number): number {
  const length = size(m).toString(16).length * 4;
  const cut = Math.max(0, length - KEPT);
  const kept = m >> BigInt(cut);
  let x = Number(kept);
  if (BigInt(x) > kept) x = nextDown(x);
  for (let by = cut - bits; by !== 0; ) {
    const now = Math.max(-AT_ONCE, Math.min(AT_ONCE, by));
    x = productDown(x, 2 ** now);
    by -= now;
  }
  return x + 0;
}

/** Bits that so many decimal digits are, at least: log2(10) < 3.322. */
export const bitsOf = (digits: number): number => Math.ceil(3.322 * digits);

/**
 * Intervals of binary numbers with a fixed point, each end rounded outward.
 *
 *   x = m 2^-P,  P = bits of the digits;   sums are exact, products and quotients are cut by P bits, down for the lower end and up for the upper one
 *
 * Nothing is believed but BigInt's own sums, products, quotients and shifts. Small numbers have fewer digits than large ones.
 *
 * @param digits decimal digits after the point, an integer >= 1
 * @returns the arithmetic; a divisor must not hold 0, but for `ratio`, which is 0 where it is 0 itself
 * Source: ours; Moore, Kearfott, Cloud, Introduction to Interval Analysis (2009), section 2.3.
 * @example
 * const { div, number, bounds } = binaryIntervals(5)
 * bounds(div(number(1), number(3))) // => { lo: 0.3333282470703125, hi: 0.33333587646484375 }
 */
export function binaryIntervals(digits: number): Enclosures<BinaryInterval> {
  const bits = bitsOf(digits);
  const point = BigInt(bits);
  const down = (m: bigint): bigint => m >> point;
  const up = (m: bigint): bigint => -(-m >> point);
  const whole = (k: bigint): BinaryInterval => ({ lo: k << point, hi: k << point });
  const zero = whole(0n);
  const side = ({ lo, hi }: BinaryInterval) => {
    if (lo > 0n) return 1;
    if (hi < 0n) return -1;
    return lo === 0n && hi === 0n ? 0 : undefined;
  };
  const neg = ({ lo, hi }: BinaryInterval): BinaryInterval => ({ lo: -hi, hi: -lo });

  const number = (x: number): BinaryInterval => {
    const { m, e } = dyadicOf(x);
    const shift = e + bits;
    if (shift >= 0) return { lo: m << BigInt(shift), hi: m << BigInt(shift) };
    return { lo: m >> BigInt(-shift), hi: -(-m >> BigInt(-shift)) };
  };
  const add = (x: BinaryInterval, y: BinaryInterval): BinaryInterval => ({ lo: x.lo + y.lo, hi: x.hi + y.hi });
  const mul = (x: BinaryInterval, y: BinaryInterval): BinaryInterval => {
    if (x.lo >= 0n && y.lo >= 0n) return { lo: down(x.lo * y.lo), hi: up(x.hi * y.hi) };
    const [a, b, c, d] = [x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi];
    return { lo: down(least(least(a, b), least(c, d))), hi: up(most(most(a, b), most(c, d))) };
  };
  const abs = (x: BinaryInterval): BinaryInterval => {
    if (x.lo >= 0n) return x;
    return x.hi <= 0n ? neg(x) : { lo: 0n, hi: most(-x.lo, x.hi) };
  };
  const square = (x: BinaryInterval): BinaryInterval => {
    const { lo, hi } = abs(x);
    return { lo: down(lo * lo), hi: up(hi * hi) };
  };
  const div = (x: BinaryInterval, y: BinaryInterval): BinaryInterval => {
    if (y.hi < 0n) return div(neg(x), neg(y));
    if (y.lo <= 0n) throw new RangeError("a divisor must not hold 0");
    const [a, b] = [x.lo << point, x.hi << point];
    return { lo: quotientDown(a, a < 0n ? y.lo : y.hi), hi: quotientUp(b, b < 0n ? y.hi : y.lo) };
  };

  return {
    ...{ number, add, mul, square, div, neg, abs, side, expRange: EXP_RANGE },
    sub: (x, y) => ({ lo: x.lo - y.hi, hi: x.hi - y.lo }),
    ratio: (x, y) => (side(y) === 0 ? zero : div(x, y)),
    min: (x, y) => ({ lo: least(x.lo, y.lo), hi: least(x.hi, y.hi) }),
    max: (x, y) => ({ lo: most(x.lo, y.lo), hi: most(x.hi, y.hi) }),
    sign: ({ lo, hi }) => ({
      lo: (lo > 0n ? 1n : lo < 0n ? -1n : 0n) << point,
      hi: (hi > 0n ? 1n : hi < 0n ? -1n : 0n) << point,
    }),
    // A root of m 2^-P is one of m 2^P, times 2^-P.
    sqrt({ lo, hi }) {
      const [below, square] = [rootDown(most(lo, 0n) << point), most(hi, 0n) << point];
      const beyond = square - below * below;
      // sqrt(r^2 + d) <= r + d/(2 r), which of a narrow enclosure is as good as the root, and cheaper.
      if (beyond === 0n) return { lo: below, hi: below };
      if (beyond < below) return { lo: below, hi: below + 1n };
      if (below > 0n && beyond < below * below) return { lo: below, hi: below + quotientUp(beyond, 2n * below) };
      const above = rootDown(square);
      return { lo: below, hi: above * above === square ? above : above + 1n };
    },
    power: powerBy({ square, mul, div, number }),
    exp: ({ lo, hi }) => ({ lo: expDown(lo, bits), hi: expUp(hi, bits) }),
    bounds: ({ lo, hi }) => ({ lo: doubleBelow(lo, bits), hi: 0 - doubleBelow(-hi, bits) }),
  };
}
