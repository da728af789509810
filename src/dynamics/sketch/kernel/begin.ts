// @ts-ignore: decorator
@inline
function plus(sum: v128, x: v128, w: v128): v128 {
  return f64x2.add(sum, f64x2.mul(x, w));
}

/** Four lanes as single numbers, in a unit. */
// @ts-ignore: decorator
@inline
function narrowed(low: v128, high: v128, scale: v128): v128 {
  return i32x4.shuffle(
    f32x4.demote_f64x2_zero(f64x2.mul(low, scale)),
    f32x4.demote_f64x2_zero(f64x2.mul(high, scale)),
    0,
    1,
    4,
    5,
  );
}

/** Of one example: a function of its own, so that V8 compiles it anew while the first thousand are under way. */
function beginOne(first: usize, end: usize, size: usize, factor: v128, out: usize): void {
  for (let at: usize = 0; at < size; at += 64, out += 32) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let e = first; e < end; e += 16) {
      const w = <usize>load<u32>(e) + at;
      const x = v128.load64_splat(e, 8);
      a = plus(a, x, v128.load(w));
      b = plus(b, x, v128.load(w, 16));
      c = plus(c, x, v128.load(w, 32));
      d = plus(d, x, v128.load(w, 48));
    }
    v128.store(out, narrowed(a, b, factor));
    v128.store(out, narrowed(c, d, factor), 16);
  }
}

/**
 * <w_0, zeta> of examples, in doubles.
 *
 * @param bounds of the examples' entries [count + 1]
 * @param entries of 16 bytes each: the address of the weights of its coordinate, [lanes] doubles, and the value
 * @param count how many examples
 * @param lanes a multiple of eight
 * @param scale by which sums are multiplied before they are rounded
 * @param out receives single numbers [count * lanes]
 */
export function begin(bounds: usize, entries: usize, count: i32, lanes: i32, scale: f64, out: usize): void {
  const factor = f64x2.splat(scale);
  const size = <usize>lanes << 3;
  for (let i = 0; i < count; i++, out += size >> 1) {
    const first = entries + (<usize>load<u32>(bounds + (<usize>i << 2)) << 4);
    const end = entries + (<usize>load<u32>(bounds + (<usize>i << 2), 4) << 4);
    beginOne(first, end, size, factor, out);
  }
}
