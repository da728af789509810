/** A rational number n/d, d > 0. This folder imports nothing from outside: what searches for certificates and what checks them share no code. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** All real numbers from lo to hi. */
export interface Range {
  readonly lo: Rational;
  readonly hi: Rational;
}

/** Denominators beyond it are rounded to it, outward: no result is wrong by that, and none grows without end. */
const FINEST = 1n << 256n;

const floorOf = (n: bigint, d: bigint): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

const down = ({ n, d }: Rational): Rational => (d <= FINEST ? { n, d } : { n: floorOf(n * FINEST, d), d: FINEST });

const up = ({ n, d }: Rational): Rational => (d <= FINEST ? { n, d } : { n: -floorOf(-n * FINEST, d), d: FINEST });

const lessOf = (a: Rational, b: Rational): Rational => (a.n * b.d <= b.n * a.d ? a : b);
const moreOf = (a: Rational, b: Rational): Rational => (a.n * b.d >= b.n * a.d ? a : b);
const productOf = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
const sumOf = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });

/** The range with two ends, rounded outward where they are too long. */
const between = (lo: Rational, hi: Rational): Range => ({ lo: down(lo), hi: up(hi) });

export const whole = (n: bigint): Rational => ({ n, d: 1n });

export const exactly = (x: Rational): Range => ({ lo: x, hi: x });

export const plus = (x: Range, y: Range): Range => between(sumOf(x.lo, y.lo), sumOf(x.hi, y.hi));

export const minus = ({ lo, hi }: Range): Range => ({ lo: { n: -hi.n, d: hi.d }, hi: { n: -lo.n, d: lo.d } });

export function times(x: Range, y: Range): Range {
  const all = [x.lo, x.hi].flatMap((a) => [y.lo, y.hi].map((b) => productOf(a, b)));
  return between(all.reduce(lessOf), all.reduce(moreOf));
}

/** 1/x; undefined where x may be 0. */
export function inverse({ lo, hi }: Range): Range | undefined {
  if (lo.n > 0n) return between({ n: hi.d, d: hi.n }, { n: lo.d, d: lo.n });
  if (hi.n < 0n) return between({ n: -hi.d, d: -hi.n }, { n: -lo.d, d: -lo.n });
  return undefined;
}

/** x^k, an integer k >= 0: it grows with x where k is odd or x >= 0, and an even power is nowhere below 0. */
export function power({ lo, hi }: Range, k: number): Range {
  const at = (end: Rational) => Array.from({ length: k }, () => exactly(end)).reduce(times, exactly(whole(1n)));
  const [first, last] = [at(lo), at(hi)];
  if (k % 2 === 1 || lo.n >= 0n) return { lo: first.lo, hi: last.hi };
  return { lo: k === 0 || hi.n <= 0n ? last.lo : whole(0n), hi: moreOf(first.hi, last.hi) };
}

/** Whether every number of a range is above 0. */
export const isAbove = ({ lo }: Range): boolean => lo.n > 0n;

/** A double as the rational number that it is; undefined for what is none. */
export function fromDouble(x: unknown): Rational | undefined {
  if (typeof x !== "number" || !Number.isFinite(x)) return undefined;
  let [scaled, d] = [x, 1n];
  // Doubling is exact, and after 1074 times every double is whole.
  for (; !Number.isInteger(scaled); d *= 2n) scaled *= 2;
  return { n: BigInt(scaled), d };
}
