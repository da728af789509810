// What the host sets (src/dynamics/sketch/sketch.ts). All numbers are single ones: four lanes a vector, rounding errors are bounded by the host.
// Each class has a row of whole vectors of lanes; two of these side by side are a row. Addresses are multiples of 16.

/** Vectors of one class. */
export let vectors: i32 = 0;

/** <w_0, zeta> of every example and lane; and its remainder, or 0 where no example has one [count * row]. */
export let begun: usize = 0;
export let remainders: usize = 0;

/** P_il by rows: example i has entries rows[i] .. rows[i + 1] - 1, of eight bytes: distance of c_l from c_0, and P_il. */
export let rows: usize = 0;
export let entries: usize = 0;

/** c_l of every lane [columns * row]. */
export let along: usize = 0;

/** What every example has on the feature coordinate [count], and u [row]. */
export let features: usize = 0;
export let signal: usize = 0;

/** rho^t, tau(t), what a lane may be off by, and the power q. */
export let decayed: f32 = 1;
export let size: f32 = 0;
export let slack: f32 = 0;
export let power: i32 = 0;

/** Of the last vector of a class: all bits of its neurons' lanes, none of those that fill it up [4]. */
export let filled: usize = 0;

/** Scratch: the lanes of one example [row]. */
export let lanes: usize = 0;

/** First address that the host may use. */
export function firstFree(): usize {
  return __heap_base;
}

// Ten sums at a time: a sum waits for itself, and ten of them keep a core busy meanwhile.
@unmanaged
class Ten {
  v0!: v128;
  v1!: v128;
  v2!: v128;
  v3!: v128;
  v4!: v128;
  v5!: v128;
  v6!: v128;
  v7!: v128;
  v8!: v128;
  v9!: v128;
}

// @ts-ignore: decorator
@inline
function plus(sum: v128, a: v128, x: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, x));
}

/** The lanes of a vector without its share of the c_l. */
// @ts-ignore: decorator
@inline
function first(i: i32, at: usize): v128 {
  const row = (<usize>i * <usize>vectors) << 5;
  let z = f32x4.mul(f32x4.splat(decayed), v128.load(begun + row + at));
  if (remainders) z = plus(z, f32x4.splat(size), v128.load(remainders + row + at));
  return plus(z, v128.load32_splat(features + (<usize>i << 2)), v128.load(signal + at));
}

function tenVectors(i: i32, at: usize, entry: usize, end: usize): void {
  let z0 = first(i, at), z1 = first(i, at + 16), z2 = first(i, at + 32), z3 = first(i, at + 48), z4 = first(i, at + 64);
  let z5 = first(i, at + 80), z6 = first(i, at + 96), z7 = first(i, at + 112), z8 = first(i, at + 128), z9 = first(i, at + 144);
  const base = along + at;
  for (; entry < end; entry += 8) {
    const c = changetype<Ten>(base + <usize>load<u32>(entry));
    const p = v128.load32_splat(entry, 4);
    z0 = plus(z0, p, c.v0);
    z1 = plus(z1, p, c.v1);
    z2 = plus(z2, p, c.v2);
    z3 = plus(z3, p, c.v3);
    z4 = plus(z4, p, c.v4);
    z5 = plus(z5, p, c.v5);
    z6 = plus(z6, p, c.v6);
    z7 = plus(z7, p, c.v7);
    z8 = plus(z8, p, c.v8);
    z9 = plus(z9, p, c.v9);
  }
  const out = changetype<Ten>(lanes + at);
  out.v0 = z0;
  out.v1 = z1;
  out.v2 = z2;
  out.v3 = z3;
  out.v4 = z4;
  out.v5 = z5;
  out.v6 = z6;
  out.v7 = z7;
  out.v8 = z8;
  out.v9 = z9;
}

function oneVector(i: i32, at: usize, entry: usize, end: usize): void {
  let z = first(i, at);
  const base = along + at;
  for (; entry < end; entry += 8) z = plus(z, v128.load32_splat(entry, 4), v128.load(base + <usize>load<u32>(entry)));
  v128.store(lanes + at, z);
}

// @ts-ignore: decorator
@inline
function raised(z: v128, q: i32): v128 {
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
function largest(v: v128): f32 {
  return max<f32>(
    max<f32>(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max<f32>(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** Of one class: the sum of sigma, and `stride` bytes on each the sum of (z_+ + slack)^(q-1), and the largest z. */
// @ts-ignore: decorator
@inline
function classOf(from: usize, q: i32, out: usize, stride: usize): void {
  const zero = f32x4.splat(0);
  const off = f32x4.splat(slack);
  let sum = zero;
  let slope = zero;
  let most = f32x4.splat(-Infinity);
  const last = from + (<usize>vectors << 4) - 16;
  v128.store(last, v128.bitselect(v128.load(last), f32x4.splat(-1e30), v128.load(filled)));
  for (; from <= last; from += 16) {
    const z = v128.load(from);
    const positive = f32x4.max(z, zero);
    sum = f32x4.add(sum, raised(positive, q));
    slope = f32x4.add(slope, raised(f32x4.add(positive, off), q - 1));
    most = f32x4.max(most, z);
  }
  store<f32>(out, total(sum));
  store<f32>(out + stride, total(slope));
  store<f32>(out + 2 * stride, largest(most));
}

/**
 * Looks at every example.
 *
 * @param count how many
 * @param out receives six lists [count] one after the other: of class +1 the sum of sigma, of (z_+ + slack)^(q-1), and the largest z; of class -1
 */
export function look(count: i32, out: usize): void {
  const half = <usize>vectors << 4;
  const stride = <usize>count << 2;
  for (let i = 0; i < count; i++, out += 4) {
    const entry = entries + (<usize>load<u32>(rows + (<usize>i << 2)) << 3);
    const end = entries + (<usize>load<u32>(rows + (<usize>i << 2), 4) << 3);
    let at: usize = 0;
    for (; at + 160 <= 2 * half; at += 160) tenVectors(i, at, entry, end);
    for (; at < 2 * half; at += 16) oneVector(i, at, entry, end);
    if (power == 3) {
      classOf(lanes, 3, out, stride);
      classOf(lanes + half, 3, out + 3 * stride, stride);
    } else {
      classOf(lanes, power, out, stride);
      classOf(lanes + half, power, out + 3 * stride, stride);
    }
  }
}
