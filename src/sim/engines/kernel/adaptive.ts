import { combine, Lanes } from "./lanes";
import { flush, TINY, TINY_SQUARE } from "./flush";
import { rootScaleAt, stepSizeAt } from "./correction";
import { b1, b2, coupled, eps, mom, rho, sec, weights } from "./state";

// Numbers of the step, the same for all rows.
export let stepSize: f64 = 0;
export let rootScale: f64 = 0;

/** sqrt(sec/(1-b2^t)) + eps. */
// @ts-ignore: decorator
@inline
function denominator(second: v128, scale: v128, floor: v128): v128 {
  return f64x2.add(f64x2.mul(f64x2.sqrt(second), scale), floor);
}

/** step mom / denominator; 0/0 is taken as 0. */
// @ts-ignore: decorator
@inline
function move(rate: v128, first: v128, below: v128): v128 {
  return v128.andnot(f64x2.div(f64x2.mul(rate, first), below), f64x2.eq(below, f64x2.splat(0)));
}

/**
 * Updates the weights of neighbouring coordinates, two vectors at a time.
 *
 * @param w their address
 * @param end one past the last
 * @param g address of their gradient
 * @param hit whether their gradient is read; otherwise it is zero. A constant wherever this is inlined
 */
// @ts-ignore: decorator
@inline
function updateRows(w: usize, end: usize, g: usize, hit: bool): void {
  const zero = f64x2.splat(0);
  const decay = f64x2.splat(coupled);
  const keep = f64x2.splat(rho);
  const old1 = f64x2.splat(b1);
  const new1 = f64x2.splat(1 - b1);
  const old2 = f64x2.splat(b2);
  const new2 = f64x2.splat(1 - b2);
  const rate = f64x2.splat(stepSize);
  const scale = f64x2.splat(rootScale);
  const floor = f64x2.splat(eps);
  let m = w - weights + mom;
  let s = w - weights + sec;
  for (; w + 32 <= end; w += 32, m += 32, s += 32, g += 32) {
    const weight = changetype<Lanes>(w);
    const first = changetype<Lanes>(m);
    const second = changetype<Lanes>(s);
    const batch = changetype<Lanes>(g);
    const w0 = weight.v0;
    const w1 = weight.v1;
    const g0 = f64x2.add(hit ? batch.v0 : zero, f64x2.mul(decay, w0));
    const g1 = f64x2.add(hit ? batch.v1 : zero, f64x2.mul(decay, w1));
    const m0 = flush(combine(old1, first.v0, new1, g0), TINY);
    const m1 = flush(combine(old1, first.v1, new1, g1), TINY);
    const s0 = flush(combine(old2, second.v0, new2, f64x2.mul(g0, g0)), TINY_SQUARE);
    const s1 = flush(combine(old2, second.v1, new2, f64x2.mul(g1, g1)), TINY_SQUARE);
    first.v0 = m0;
    first.v1 = m1;
    second.v0 = s0;
    second.v1 = s1;
    weight.v0 = flush(f64x2.sub(f64x2.mul(keep, w0), move(rate, m0, denominator(s0, scale, floor))), TINY);
    weight.v1 = flush(f64x2.sub(f64x2.mul(keep, w1), move(rate, m1, denominator(s1, scale, floor))), TINY);
  }
  if (w < end) {
    const w0 = v128.load(w);
    const g0 = f64x2.add(hit ? v128.load(g) : zero, f64x2.mul(decay, w0));
    const m0 = flush(combine(old1, v128.load(m), new1, g0), TINY);
    const s0 = flush(combine(old2, v128.load(s), new2, f64x2.mul(g0, g0)), TINY_SQUARE);
    v128.store(m, m0);
    v128.store(s, s0);
    v128.store(w, flush(f64x2.sub(f64x2.mul(keep, w0), move(rate, m0, denominator(s0, scale, floor))), TINY));
  }
}

/**
 * Fixes what all coordinates of a step share.
 *
 * @param step t, the number of this step
 */
export function beginAdaptive(step: i64): void {
  stepSize = stepSizeAt(step);
  rootScale = rootScaleAt(step);
}

/**
 * `adaptiveUpdate` of src/optimizers on the weights of neighbouring coordinates: Adam and AdamW.
 *
 * @param w their address
 * @param end one past the last
 * @param g address of their gradient
 * @param hit whether the gradient is read; otherwise it is zero
 */
export function adaptiveUpdate(w: usize, end: usize, g: usize, hit: bool): void {
  if (hit) updateRows(w, end, g, true);
  else updateRows(w, end, g, false);
}
