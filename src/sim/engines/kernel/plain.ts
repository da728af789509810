import { flush, TINY } from "./flush";
import { Lanes } from "./lanes";
import { coupled, eta, rho } from "./state";

/** Math.sign on two lanes: zeros keep their sign, NaN stays NaN. */
// @ts-ignore: decorator
@inline
function sign(x: v128): v128 {
  const unit = v128.and(f64x2.ne(x, f64x2.splat(0)), f64x2.splat(1));
  return v128.bitselect(x, v128.or(v128.and(x, f64x2.splat(-0.0)), unit), f64x2.ne(x, x));
}

/** w' = rho w - eta direction, where the direction is g + lambda w, or its sign; rho = 1 (exact) unless the decay is decoupled. */
// @ts-ignore: decorator
@inline
function moved(w: v128, g: v128, decay: v128, keep: v128, rate: v128, signed: bool): v128 {
  const direction = f64x2.add(g, f64x2.mul(decay, w));
  return flush(f64x2.sub(f64x2.mul(keep, w), f64x2.mul(rate, signed ? sign(direction) : direction)), TINY);
}

/**
 * Updates the weights of neighbouring coordinates, two vectors at a time.
 *
 * @param w their address
 * @param end one past the last
 * @param g address of their gradient
 * @param hit whether their gradient is read; otherwise it is zero. A constant wherever this is inlined, as is `signed`
 */
// @ts-ignore: decorator
@inline
function updateRows(w: usize, end: usize, g: usize, hit: bool, signed: bool): void {
  const zero = f64x2.splat(0);
  const decay = f64x2.splat(coupled);
  const keep = f64x2.splat(rho);
  const rate = f64x2.splat(eta);
  for (; w + 32 <= end; w += 32, g += 32) {
    const weight = changetype<Lanes>(w);
    const batch = changetype<Lanes>(g);
    weight.v0 = moved(weight.v0, hit ? batch.v0 : zero, decay, keep, rate, signed);
    weight.v1 = moved(weight.v1, hit ? batch.v1 : zero, decay, keep, rate, signed);
  }
  if (w < end) {
    v128.store(w, moved(v128.load(w), hit ? v128.load(g) : zero, decay, keep, rate, signed));
  }
}

/**
 * src/optimizers/sgd.ts on the weights of neighbouring coordinates: w' = w - eta (g + lambda w).
 *
 * @param w their address
 * @param end one past the last
 * @param g address of their gradient
 * @param hit whether the gradient is read; otherwise it is zero
 */
export function gradientUpdate(w: usize, end: usize, g: usize, hit: bool): void {
  if (hit) updateRows(w, end, g, true, false);
  else updateRows(w, end, g, false, false);
}

/** src/optimizers/signUpdate.ts, likewise: w' = rho w - eta sgn(g + lambda w). */
export function signUpdate(w: usize, end: usize, g: usize, hit: bool): void {
  if (hit) updateRows(w, end, g, true, true);
  else updateRows(w, end, g, false, true);
}
