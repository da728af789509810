// Numbers in single precision between rows of doubles: what a row holds of sums in single precision is exact, so that it comes back as it was.

/** Four neighbouring doubles, rounded. */
// @ts-ignore: decorator
@inline
export function rounded(at: usize): v128 {
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(v128.load(at)), f32x4.demote_f64x2_zero(v128.load(at, 16)), 0, 2);
}

/** Two of them, and two zeros. */
// @ts-ignore: decorator
@inline
export function roundedPair(at: usize): v128 {
  return f32x4.demote_f64x2_zero(v128.load(at));
}

/** Stores four numbers as doubles. */
// @ts-ignore: decorator
@inline
export function widen(at: usize, x: v128): void {
  v128.store(at, f64x2.promote_low_f32x4(x));
  v128.store(at, f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 1)), 16);
}

/** Stores the first two. */
// @ts-ignore: decorator
@inline
export function widenPair(at: usize, x: v128): void {
  v128.store(at, f64x2.promote_low_f32x4(x));
}

/** sum + a x on four lanes, product and sum each rounded on its own. */
// @ts-ignore: decorator
@inline
export function plusSingle(sum: v128, a: v128, x: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, x));
}

/** One vector of a row of doubles: four lanes, or the last two. */
// @ts-ignore: decorator
@inline
export function roundedSome(at: usize, bytes: usize): v128 {
  return bytes > 16 ? rounded(at) : roundedPair(at);
}

// @ts-ignore: decorator
@inline
export function widenSome(at: usize, x: v128, bytes: usize): void {
  if (bytes > 16) widen(at, x);
  else widenPair(at, x);
}

/**
 * Adds a number times a row of lanes to another, in single precision.
 *
 * @param x the number
 * @param from address of the lanes, rounded as they are read
 * @param to address of the sums
 * @param size bytes of a row
 */
export function addRowSingle(x: f32, from: usize, to: usize, size: usize): void {
  const value = f32x4.splat(x);
  for (let lane: usize = 0; lane < size; lane += 16) {
    widenPair(to + lane, plusSingle(roundedPair(to + lane), value, roundedPair(from + lane)));
  }
}
