import { exactly, plus, type Range, type Rational, times, whole } from "./rational.ts";

/** Terms of the series: |y| <= 1/2 leaves 2^-41/41! < 2^-205 after them, at most. */
const TERMS = 40n;

/** Larger ones are in no statement. */
const LARGEST = 1000n;

/** e^x of one number: e^y = sum y^j/j!, y = x/2^k of size at most 1/2, squared k times; undefined beyond e^(+-1000). */
function ofNumber(x: Rational): Range | undefined {
  const size = x.n < 0n ? -x.n : x.n;
  if (size > LARGEST * x.d) return undefined;
  let [halvings, d] = [0, x.d];
  for (; 2n * size > d; d *= 2n) halvings++;
  const y = exactly({ n: x.n, d });
  const one = exactly(whole(1n));
  let [sum, term] = [one, one];
  for (let j = 1n; j <= TERMS; j++) {
    term = times(times(term, y), exactly({ n: 1n, d: j }));
    sum = plus(sum, term);
  }
  // Each term is less than half of the one before: the rest is below the last one, in size.
  const last = [term.lo, term.hi].map(({ n, d: own }) => ({ n: n < 0n ? -n : n, d: own }));
  const rest = last.reduce((a, b) => (a.n * b.d >= b.n * a.d ? a : b));
  sum = plus(sum, { lo: { n: -rest.n, d: rest.d }, hi: rest });
  for (let k = 0; k < halvings; k++) sum = times(sum, sum);
  return sum;
}

/** e^x, which grows with x; undefined where it is too large. */
export function exponential({ lo, hi }: Range): Range | undefined {
  const [least, most] = [ofNumber(lo), ofNumber(hi)];
  return least && most && { lo: least.lo, hi: most.hi };
}
