import { Lanes, plus } from "./lanes";
import { distances, row, rows, values, weights } from "./state";

// Lanes are taken five vectors at a time: five sums and five rows are what the registers hold without spilling.
// Each sum runs over ascending entries, as in the reference.

function fiveVectors(c: usize, last: usize, x: usize, base: usize, out: Lanes): void {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0;
  for (; c < last; c += 4, x += 8) {
    const value = v128.load64_splat(x);
    const w = changetype<Lanes>(base + <usize>load<u32>(c));
    s0 = plus(s0, value, w.v0);
    s1 = plus(s1, value, w.v1);
    s2 = plus(s2, value, w.v2);
    s3 = plus(s3, value, w.v3);
    s4 = plus(s4, value, w.v4);
  }
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
  out.v3 = s3;
  out.v4 = s4;
}

function oneVector(c: usize, last: usize, x: usize, base: usize, out: usize): void {
  let sum = f64x2.splat(0);
  for (; c < last; c += 4, x += 8) {
    sum = plus(sum, v128.load64_splat(x), v128.load(base + <usize>load<u32>(c)));
  }
  v128.store(out, sum);
}

/**
 * Projects every neuron on some entries of a noise patch: out[r] = sum of w_r[k] x[k] over them.
 *
 * @param begin the first entry
 * @param end one past the last
 * @param out address of the sums, one a lane
 */
export function projectSome(begin: usize, end: usize, out: usize): void {
  const c = distances + (begin << 2);
  const last = distances + (end << 2);
  const x = values + (begin << 3);
  const stride = row;
  const base = weights;
  let lane: usize = 0;
  for (; lane + 80 <= stride; lane += 80) fiveVectors(c, last, x, base + lane, changetype<Lanes>(out + lane));
  for (; lane < stride; lane += 16) oneVector(c, last, x, base + lane, out + lane);
}

/**
 * Projects every neuron on one example's noise patch: out[r] = <w_r, xi_i>.
 *
 * @param i which example
 * @param out address of the sums, one a lane
 */
export function project(i: i32, out: usize): void {
  const bounds = rows + (<usize>i << 2);
  projectSome(<usize>load<u32>(bounds), <usize>load<u32>(bounds, 4), out);
}
