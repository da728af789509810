import { filled, slack, vectors } from "./state";

/** z^q; `q` is a constant wherever this is inlined for one. */
// @ts-ignore: decorator
@inline
function raised(z: v128, q: i32): v128 {
  if (q == 2) return f32x4.mul(z, z);
  if (q == 3) return f32x4.mul(f32x4.mul(z, z), z);
  let product = z;
  for (let k = 1; k < q; k++) product = f32x4.mul(product, z);
  return product;
}

// @ts-ignore: decorator
@inline
function total(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

// @ts-ignore: decorator
@inline
function larger(a: f32, b: f32): f32 {
  return a < b ? b : a;
}

// @ts-ignore: decorator
@inline
function largest(v: v128): f32 {
  return larger(
    larger(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    larger(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/**
 * What one class makes of its lanes: the sum of sigma, and `stride` bytes on each the sum of (z_+ + slack)^(q-1), and the largest z.
 *
 * @param from address of the lanes
 * @param q a constant wherever this is inlined for one
 * @param out address of the first number
 * @param stride bytes from one number to the next
 */
// @ts-ignore: decorator
@inline
export function classOf(from: usize, q: i32, out: usize, stride: usize): void {
  const zero = f32x4.splat(0);
  const off = f32x4.splat(slack);
  let sum = zero;
  let slope = zero;
  let most = f32x4.splat(-Infinity);
  const last = from + (<usize>vectors << 4) - 16;
  v128.store(last, v128.bitselect(v128.load(last), f32x4.splat(-1e30), v128.load(filled)));
  for (; from <= last; from += 16) {
    const z = v128.load(from);
    // Where no number is NaN, and the sign of a zero does not matter, one instruction each.
    const positive = f32x4.pmax(z, zero);
    sum = f32x4.add(sum, raised(positive, q));
    slope = f32x4.add(slope, raised(f32x4.add(positive, off), q - 1));
    most = f32x4.pmax(most, z);
  }
  store<f32>(out, total(sum));
  store<f32>(out + stride, total(slope));
  store<f32>(out + 2 * stride, largest(most));
}
