import { key0, key1 } from "./philox";

/** Room for the numbers of four blocks. */
const NUMBERS = memory.data(64, 16);

// @ts-ignore: decorator
@inline
function upper(low: v128, high: v128): v128 {
  return i32x4.shuffle(low, high, 1, 3, 5, 7);
}

// @ts-ignore: decorator
@inline
function lower(low: v128, high: v128): v128 {
  return i32x4.shuffle(low, high, 0, 2, 4, 6);
}

/** `uniform` of ./philox of two pairs of words: an integer below 2^52, put behind the point of 2^52, less 2^52. */
// @ts-ignore: decorator
@inline
function uniforms(first: v128, second: v128): v128 {
  const whole = v128.or(i64x2.shl(first, 20), i64x2.shr_u(second, 12));
  const number = f64x2.sub(v128.or(whole, i64x2.splat(0x4330000000000000)), f64x2.splat(4503599627370496));
  return f64x2.mul(f64x2.add(number, f64x2.splat(0.5)), f64x2.splat(2.220446049250313e-16));
}

/**
 * The numbers of four blocks side by side: Philox4x32-10, as `nextPair` and `uniform` of ./philox.
 *
 * @param blocks their counters
 * @param purpose of the streams
 * @param low lower halves of the streams' indices
 * @param high upper halves
 * @returns the address of the two numbers of the first block, then of the second, ...; good until the next call
 */
export function fourBlocks(blocks: v128, purpose: u32, low: v128, high: v128): usize {
  let c0 = blocks;
  let c1 = i32x4.splat(purpose);
  let c2 = low;
  let c3 = high;
  let k0 = i32x4.splat(key0);
  let k1 = i32x4.splat(key1);
  const m0 = i32x4.splat(0xd2511f53);
  const m1 = i32x4.splat(0xcd9e8d57);
  for (let round = 0; round < 10; round++) {
    const oneLow = i64x2.extmul_low_i32x4_u(c0, m0);
    const oneHigh = i64x2.extmul_high_i32x4_u(c0, m0);
    const otherLow = i64x2.extmul_low_i32x4_u(c2, m1);
    const otherHigh = i64x2.extmul_high_i32x4_u(c2, m1);
    c0 = v128.xor(v128.xor(upper(otherLow, otherHigh), c1), k0);
    c1 = lower(otherLow, otherHigh);
    c2 = v128.xor(v128.xor(upper(oneLow, oneHigh), c3), k1);
    c3 = lower(oneLow, oneHigh);
    k0 = i32x4.add(k0, i32x4.splat(0x9e3779b9));
    k1 = i32x4.add(k1, i32x4.splat(0xbb67ae85));
  }
  const firstLow = uniforms(i64x2.extend_low_i32x4_u(c0), i64x2.extend_low_i32x4_u(c1));
  const secondLow = uniforms(i64x2.extend_low_i32x4_u(c2), i64x2.extend_low_i32x4_u(c3));
  const firstHigh = uniforms(i64x2.extend_high_i32x4_u(c0), i64x2.extend_high_i32x4_u(c1));
  const secondHigh = uniforms(i64x2.extend_high_i32x4_u(c2), i64x2.extend_high_i32x4_u(c3));
  v128.store(NUMBERS, i64x2.shuffle(firstLow, secondLow, 0, 2));
  v128.store(NUMBERS, i64x2.shuffle(firstLow, secondLow, 1, 3), 16);
  v128.store(NUMBERS, i64x2.shuffle(firstHigh, secondHigh, 0, 2), 32);
  v128.store(NUMBERS, i64x2.shuffle(firstHigh, secondHigh, 1, 3), 48);
  return NUMBERS;
}
