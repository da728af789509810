import {
  along,
  begun,
  decayed,
  entries,
  factors,
  features,
  lanes,
  moment0,
  moment1,
  moment2,
  plus,
  remainders,
  rows,
  rowSize,
  signal,
  size,
} from "./state";

/** The lanes of a vector without its share of the c_l. */
// @ts-ignore: decorator
@inline
function first(i: i32, at: usize): v128 {
  const row = <usize>i * rowSize();
  let z = f32x4.mul(f32x4.splat(decayed), v128.load(begun + row + at));
  if (remainders) z = plus(z, f32x4.splat(size), v128.load(remainders + row + at));
  return plus(z, v128.load32_splat(features + (<usize>i << 2)), v128.load(signal + at));
}

// @ts-ignore: decorator
@inline
function keep(kept: usize, row: usize, z: v128): void {
  v128.store(<usize>load<u32>(kept) + row, z);
}

/**
 * Sums five vectors of an example side by side: a sum waits for itself, and five of them keep a core busy meanwhile.
 *
 * @param i which example
 * @param five address of the vectors' distances
 * @param kept address of where they are kept, or 0
 */
export function sumFive(i: i32, five: usize, kept: usize): void {
  const a = <usize>load<u32>(five);
  const b = <usize>load<u32>(five, 4);
  const c = <usize>load<u32>(five, 8);
  const d = <usize>load<u32>(five, 12);
  const e = <usize>load<u32>(five, 16);
  let za = first(i, a);
  let zb = first(i, b);
  let zc = first(i, c);
  let zd = first(i, d);
  let ze = first(i, e);
  let entry = entries + (<usize>load<u32>(rows + (<usize>i << 2)) << 3);
  const end = entries + (<usize>load<u32>(rows + (<usize>i << 2), 4) << 3);
  const base = along;
  // Sixteen terms, then their sum: rounding errors grow with how many sums a term goes through.
  while (entry < end) {
    const blockEnd = min<usize>(entry + 128, end);
    let sa = f32x4.splat(0);
    let sb = sa;
    let sc = sa;
    let sd = sa;
    let se = sa;
    for (; entry < blockEnd; entry += 8) {
      const l = base + <usize>load<u32>(entry);
      const p = v128.load32_splat(entry, 4);
      sa = plus(sa, p, v128.load(l + a));
      sb = plus(sb, p, v128.load(l + b));
      sc = plus(sc, p, v128.load(l + c));
      sd = plus(sd, p, v128.load(l + d));
      se = plus(se, p, v128.load(l + e));
    }
    za = f32x4.add(za, sa);
    zb = f32x4.add(zb, sb);
    zc = f32x4.add(zc, sc);
    zd = f32x4.add(zd, sd);
    ze = f32x4.add(ze, se);
  }
  v128.store(lanes + a, za);
  v128.store(lanes + b, zb);
  v128.store(lanes + c, zc);
  v128.store(lanes + d, zd);
  v128.store(lanes + e, ze);
  if (kept == 0) return;
  const row = <usize>i * rowSize();
  keep(kept, row, za);
  keep(kept + 4, row, zb);
  keep(kept + 8, row, zc);
  keep(kept + 12, row, zd);
  keep(kept + 16, row, ze);
}

/**
 * Combines a vector of an example from what it was at three moments.
 *
 * @param i which example
 * @param at the vector's distance
 */
// @ts-ignore: decorator
@inline
export function combine(i: i32, at: usize): void {
  const row = <usize>i * rowSize() + at;
  const f = factors + at;
  let z = f32x4.mul(v128.load(f), v128.load(moment0 + row));
  z = plus(z, v128.load(f + rowSize()), v128.load(moment1 + row));
  v128.store(lanes + at, plus(z, v128.load(f + 2 * rowSize()), v128.load(moment2 + row)));
}
