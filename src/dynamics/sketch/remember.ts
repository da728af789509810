import { DOUBLE, SINGLE } from "./units.ts";

/** From how many moments a vector is combined at most. */
export const MOMENTS = 3;

/** How each lane is combined from what it was, and what it may then be off by. */
export interface Combination {
  /** [MOMENTS * lanes], single numbers that are 0 where a moment has no part. */
  readonly factors: Float32Array;
  /** [lanes]; infinite where nothing is remembered. */
  readonly off: Float64Array;
}

/** Room for the least squares of one lane on its moments, the latest first, and what came out. */
interface Fit {
  /** Inner products of the moments, [MOMENTS][MOMENTS], and of the lane with them. */
  readonly gram: Float64Array;
  readonly dots: Float64Array;
  /** Scratch: Cholesky's factor, and the solution for it. */
  readonly root: Float64Array;
  readonly solved: Float64Array;
  readonly tried: Float64Array;
  /** The best factors, what their sizes add up to, and the residual's length. */
  readonly factors: Float64Array;
  size: number;
  rest: number;
}

function newFit(): Fit {
  const [gram, root] = [new Float64Array(MOMENTS * MOMENTS), new Float64Array(MOMENTS * MOMENTS)];
  const list = () => new Float64Array(MOMENTS);
  return { gram, dots: list(), root, solved: list(), tried: list(), factors: list(), size: 0, rest: Infinity };
}

/**
 * Fits a lane on its first k moments, k = 1, 2, ..., by Cholesky's decomposition, and keeps the best.
 *
 * @param to holds inner products; receives the fit
 * @param square of the lane's length
 * @param count of moments
 * @param off what a moment is off by
 */
function fit(to: Fit, square: number, count: number, off: number): void {
  const { gram, dots, root, solved, tried, factors } = to;
  to.rest = Infinity;
  to.size = 0;
  let rest = square;
  for (let k = 0; k < count; k++) {
    const own = k * MOMENTS;
    for (let j = 0; j <= k; j++) {
      let sum = gram[own + j] as number;
      for (let i = 0; i < j; i++) sum -= (root[own + i] as number) * (root[j * MOMENTS + i] as number);
      root[own + j] = j < k ? sum / (root[j * MOMENTS + j] as number) : Math.sqrt(sum);
    }
    const pivot = root[own + k] as number;
    // What is left of this moment is rounding.
    if (!(pivot * pivot > 1e-12 * (gram[own + k] as number))) return;
    let sum = dots[k] as number;
    for (let i = 0; i < k; i++) sum -= (root[own + i] as number) * (solved[i] as number);
    const part = sum / pivot;
    solved[k] = part;
    rest = Math.max(0, rest - part * part);
    let size = 0;
    for (let j = k; j >= 0; j--) {
      let value = solved[j] as number;
      for (let i = j + 1; i <= k; i++) value -= (root[i * MOMENTS + j] as number) * (tried[i] as number);
      tried[j] = value / (root[j * MOMENTS + j] as number);
      size += Math.abs(tried[j] as number);
    }
    const length = Math.sqrt(rest);
    if (!(size * off + length < to.size * off + to.rest)) continue;
    for (let j = 0; j <= k; j++) factors[j] = tried[j] as number;
    factors.fill(0, k + 1);
    to.size = size;
    to.rest = length;
  }
}

/**
 * Remembers what lanes were at a few moments, and says how a later one is combined from them.
 *
 * A lane z = <w_r, xi> is linear in its numbers x = (rho^t, tau, u_r, c_1r, ...). If x = sum_k a_k x(t_k) + e then, with the same weights A for all examples,
 *
 *   |z - sum_k a_k z(t_k)| <= A_0 |e_0| + A_1 |e_1| + A_2 |e_2| + max |P|_2 |(e_3, ...)|_2
 *
 * @param lanes of a row, in vectors of four
 * @param numbers of a lane: three, then the c_l; each times its weight
 * @param exact what a sum is off by, besides what doubles are, and what these are
 * @returns `combine` the lanes at a moment, and `keep` it for some vectors
 * Source: ours; docs/notes/sketch.md.
 */
export function newMemory(lanes: number, numbers: number, exact: { readonly single: number; readonly double: number }) {
  const moments = Array.from({ length: MOMENTS }, () => new Float64Array(numbers * lanes));
  const grams = new Float64Array(lanes * MOMENTS * MOMENTS);
  /** Of each vector, its moments, the latest first. */
  const order = Array.from({ length: lanes / 4 }, (): number[] => []);
  const best = newFit();
  const { gram, dots } = best;
  const off = exact.single + exact.double + 4 * SINGLE;
  let stale = true;

  /** Inner products of two lists of lanes, lane by lane. */
  const inner = (a: Float64Array, b: Float64Array): Float64Array => {
    const sums = new Float64Array(lanes);
    for (let from = 0; from < a.length; from += lanes) {
      for (let r = 0; r < lanes; r++) {
        sums[r] = (sums[r] as number) + (a[from + r] as number) * (b[from + r] as number);
      }
    }
    return sums;
  };
  const refresh = () => {
    for (let j = 0; j < MOMENTS; j++) {
      for (let k = 0; k <= j; k++) {
        inner(moments[j] as Float64Array, moments[k] as Float64Array).forEach((sum, r) => {
          grams[(r * MOMENTS + j) * MOMENTS + k] = sum;
          grams[(r * MOMENTS + k) * MOMENTS + j] = sum;
        });
      }
    }
    stale = false;
  };
  /** What is left of each lane once the combination is taken from it. */
  const bound = (now: Float64Array, factors: Float32Array): Float64Array => {
    const [a, b, c] = moments as [Float64Array, Float64Array, Float64Array];
    const apart = new Float64Array(lanes);
    const squares = new Float64Array(lanes);
    for (let from = 0, k = 0; from < now.length; from += lanes, k++) {
      const sums = k < 3 ? apart : squares;
      for (let r = 0; r < lanes; r++) {
        const at = from + r;
        const e =
          (now[at] as number) -
          (factors[r] as number) * (a[at] as number) -
          (factors[lanes + r] as number) * (b[at] as number) -
          (factors[2 * lanes + r] as number) * (c[at] as number);
        sums[r] = (sums[r] as number) + (k < 3 ? Math.abs(e) : e * e);
      }
    }
    return apart.map((sum, r) => sum + Math.sqrt(squares[r] as number));
  };

  return {
    /** Combines the lanes of a moment, [numbers * lanes]. */
    combine(now: Float64Array): Combination {
      if (stale) refresh();
      const sums = moments.map((moment) => inner(now, moment));
      const squares = inner(now, now);
      const factors = new Float32Array(MOMENTS * lanes);
      const sizes = new Float64Array(lanes);
      for (let r = 0; r < lanes; r++) {
        const own = order[r >> 2] as number[];
        own.forEach((moment, j) => {
          dots[j] = (sums[moment] as Float64Array)[r] as number;
          own.forEach((other, k) => {
            gram[j * MOMENTS + k] = grams[(r * MOMENTS + moment) * MOMENTS + other] as number;
          });
        });
        fit(best, squares[r] as number, own.length, off);
        const found = best.rest < Infinity;
        own.forEach((moment, j) => {
          if (found) factors[moment * lanes + r] = best.factors[j] as number;
        });
        // A lane of zeros, such as one that fills up a vector, needs no moment.
        if (!found && (own.length === 0 || (squares[r] as number) > 0)) sizes[r] = Infinity;
        else for (let k = 0; k < MOMENTS; k++) sizes[r] += Math.abs(factors[k * lanes + r] as number);
      }
      const rests = bound(now, factors);
      return { factors, off: sizes.map((size, r) => 1.01 * (size * off + (rests[r] as number) + exact.double)) };
    },
    /** Keeps a moment of some vectors; returns where: which of the moments each of them takes the place of. */
    keep(now: Float64Array, vectors: readonly number[]): number[] {
      stale = true;
      return vectors.map((v) => {
        const own = order[v] as number[];
        const moment = own.length < MOMENTS ? own.length : (own.pop() as number);
        own.unshift(moment);
        const to = moments[moment] as Float64Array;
        for (let at = 4 * v; at < now.length; at += lanes) to.set(now.subarray(at, at + 4), at);
        return moment;
      });
    },
  };
}

/**
 * What the sum over an example is off by, in single precision and in double precision; the sizes of its terms add up to 1 at most.
 *
 * A term goes through 16 sums with its like and one for every 16 of them (kernel/lanes.ts), three for the other terms, a product, and what is rounded before.
 */
export const roundingOf = ({ met, entries, owners }: { met: number; entries: number; owners: number }) => ({
  single: 1.01 * (Math.ceil(met / 16) + 28) * SINGLE,
  double: 1.01 * (4 * entries + 4 * owners + 64) * DOUBLE + 2 ** -60,
});
