import fc from "fast-check";
import { expect, it } from "vitest";
import {
  exactly,
  fromDouble,
  inverse,
  isAbove,
  minus,
  plus,
  power,
  type Range,
  type Rational,
  times,
  whole,
} from "../../../../proofs-check/boxes/checker/rational.ts";

const atMost = (a: Rational, b: Rational) => a.n * b.d <= b.n * a.d;

/** So long that a product is rounded. */
const rational = fc.record({
  n: fc.bigInt({ min: -(1n << 200n), max: 1n << 200n }),
  d: fc.bigInt({ min: 1n, max: 1n << 200n }),
});

const sum = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const product = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });

/** Whether a range holds a number, both exact, and is no wider than two units of its last place. */
const around = (range: Range | undefined, x: Rational) => {
  expect(range && atMost(range.lo, x) && atMost(x, range.hi)).toBe(true);
  const { lo, hi } = range as Range;
  expect(atMost(sum(hi, { n: -lo.n, d: lo.d }), { n: 2n, d: 1n << 256n })).toBe(true);
};

it("holds every exact result, rounded outward by a unit of 2^-256 at most", () => {
  fc.assert(
    fc.property(rational, rational, rational, (a, b, c) => {
      around(plus(exactly(a), exactly(b)), sum(a, b));
      around(times(exactly(a), exactly(b)), product(a, b));
      around(minus(exactly(a)), { n: -a.n, d: a.d });
      if (a.n !== 0n) around(inverse(exactly(a)), a.n > 0n ? { n: a.d, d: a.n } : { n: -a.d, d: -a.n });
      const third = plus(times(exactly(a), exactly(b)), exactly(c));
      expect(atMost(third.lo, sum(product(a, b), c)) && atMost(sum(product(a, b), c), third.hi)).toBe(true);
    }),
  );
});

it("takes ranges whole: ends of products, powers and quotients", () => {
  const range = (lo: bigint, hi: bigint): Range => ({ lo: whole(lo), hi: whole(hi) });
  const ends = (x: Range | undefined) => x && [Number(x.lo.n) / Number(x.lo.d), Number(x.hi.n) / Number(x.hi.d)];
  expect(ends(times(range(-2n, 3n), range(-5n, 7n)))).toEqual([-15, 21]);
  expect(ends(power(range(-2n, 3n), 2))).toEqual([0, 9]);
  expect(ends(power(range(-3n, -2n), 2))).toEqual([4, 9]);
  expect(ends(power(range(-2n, 3n), 3))).toEqual([-8, 27]);
  expect(ends(power(range(-2n, 3n), 0))).toEqual([1, 1]);
  expect(ends(inverse(range(2n, 4n)))).toEqual([0.25, 0.5]);
  expect(ends(inverse(range(-4n, -2n)))).toEqual([-0.5, -0.25]);
  for (const x of [range(0n, 1n), range(-1n, 0n), range(-1n, 1n)]) expect(inverse(x)).toBeUndefined();
  expect([range(1n, 2n), range(0n, 2n), range(-1n, 2n)].map(isAbove)).toEqual([true, false, false]);
});

it("takes doubles for what they are, and nothing else for a number", () => {
  expect(fromDouble(-0.375)).toEqual({ n: -3n, d: 8n });
  expect(fromDouble(2 ** -1074)).toEqual({ n: 1n, d: 1n << 1074n });
  expect(fromDouble(3e300)?.d).toBe(1n);
  for (const x of [Number.NaN, Infinity, "1", null, 1n]) expect(fromDouble(x)).toBeUndefined();
});
