// What the host sets (src/dynamics/sketch). Single numbers, four lanes a vector, whose rounding errors are bounded by the host. Each class has a row
// of whole vectors of lanes; two of these side by side are a row. Addresses are multiples of 16.

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

/** Vectors of a row that are summed, by their distances from its first; five at a time. Where each of them is kept: the address for example 0. */
export let summed: usize = 0;
export let summedEnd: usize = 0;
export let kept: usize = 0;

/** Vectors that are combined from what was kept at three moments, by their distances; the moments [count * row], and the factors of each lane [3 * row]. */
export let combined: usize = 0;
export let combinedEnd: usize = 0;
export let moment0: usize = 0;
export let moment1: usize = 0;
export let moment2: usize = 0;
export let factors: usize = 0;

/** Of the last vector of a class: all bits of its neurons' lanes, none of those that fill it up [4]. */
export let filled: usize = 0;

/** Scratch: the lanes of one example [row]. */
export let lanes: usize = 0;

/** Bytes of a row. */
// @ts-ignore: decorator
@inline
export function rowSize(): usize {
  return (<usize>vectors) << 5;
}

// @ts-ignore: decorator
@inline
export function plus(sum: v128, a: v128, x: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, x));
}
