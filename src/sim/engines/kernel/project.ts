import { Lanes } from "./lanes";
import { coordinates, neurons, noise, rows, values, weights } from "./state";

// Lanes are taken seven vectors at a time (m = 20 is 7 + 7 + 6): seven sums, seven loads and a factor are what 16 registers hold.
// Each sum runs over ascending entries, as in the reference.

// @ts-ignore: decorator
@inline
function plus(sum: v128, x: v128, w: v128): v128 {
  return f64x2.add(sum, f64x2.mul(x, w));
}

function sevenVectors(c: usize, last: usize, x: usize, stride: usize, base: usize, out: Lanes): void {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0;
  for (; c < last; c += 4, x += 8) {
    const value = v128.load64_splat(x);
    const w = changetype<Lanes>(base + <usize>load<u32>(c) * stride);
    s0 = plus(s0, value, w.v0);
    s1 = plus(s1, value, w.v1);
    s2 = plus(s2, value, w.v2);
    s3 = plus(s3, value, w.v3);
    s4 = plus(s4, value, w.v4);
    s5 = plus(s5, value, w.v5);
    s6 = plus(s6, value, w.v6);
  }
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
  out.v3 = s3;
  out.v4 = s4;
  out.v5 = s5;
  out.v6 = s6;
}

function sixVectors(c: usize, last: usize, x: usize, stride: usize, base: usize, out: Lanes): void {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
  for (; c < last; c += 4, x += 8) {
    const value = v128.load64_splat(x);
    const w = changetype<Lanes>(base + <usize>load<u32>(c) * stride);
    s0 = plus(s0, value, w.v0);
    s1 = plus(s1, value, w.v1);
    s2 = plus(s2, value, w.v2);
    s3 = plus(s3, value, w.v3);
    s4 = plus(s4, value, w.v4);
    s5 = plus(s5, value, w.v5);
  }
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
  out.v3 = s3;
  out.v4 = s4;
  out.v5 = s5;
}

function threeVectors(c: usize, last: usize, x: usize, stride: usize, base: usize, out: Lanes): void {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0;
  for (; c < last; c += 4, x += 8) {
    const value = v128.load64_splat(x);
    const w = changetype<Lanes>(base + <usize>load<u32>(c) * stride);
    s0 = plus(s0, value, w.v0);
    s1 = plus(s1, value, w.v1);
    s2 = plus(s2, value, w.v2);
  }
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
}

function oneVector(c: usize, last: usize, x: usize, stride: usize, base: usize, out: usize): void {
  let sum = f64x2.splat(0);
  for (; c < last; c += 4, x += 8) {
    sum = plus(sum, v128.load64_splat(x), v128.load(base + <usize>load<u32>(c) * stride));
  }
  v128.store(out, sum);
}

/**
 * Projects every neuron on one example's noise patch: noise[r] = <w_r, xi_i>.
 *
 * @param i which example
 */
export function project(i: i32): void {
  const row = rows + (<usize>i << 2);
  const first = <usize>load<u32>(row);
  const c = coordinates + (first << 2);
  const last = coordinates + (<usize>load<u32>(row, 4) << 2);
  const x = values + (first << 3);
  const stride = <usize>neurons << 4;
  const base = weights;
  const out = noise;
  let lane: usize = 0;
  for (; lane + 112 <= stride; lane += 112) sevenVectors(c, last, x, stride, base + lane, changetype<Lanes>(out + lane));
  for (; lane + 96 <= stride; lane += 96) sixVectors(c, last, x, stride, base + lane, changetype<Lanes>(out + lane));
  for (; lane + 48 <= stride; lane += 48) threeVectors(c, last, x, stride, base + lane, changetype<Lanes>(out + lane));
  for (; lane < stride; lane += 16) oneVector(c, last, x, stride, base + lane, out + lane);
}
