import { Lanes, plus } from "./lanes";
import { PATCHES } from "./listed";
import { plusSingle, rounded, roundedSome } from "./single";
import { row } from "./state";
import { packed, single } from "./widerState";

// C += A B, rows of lanes: block by block, so that what is read again stands in the first caches, and tile by tile in registers. A tile is three rows
// by three vectors: nine sums, three vectors and two numbers on the way are what the registers hold without spilling. Whatever the blocks, every
// sum runs over ascending k, as in the reference. In single precision all three are of it, four lanes a vector.

/** Coordinates of a block. */
export const COORDINATES: i32 = 255;

/** Bytes of a packed row of a panel of B, three vectors; the last panels of a row have one. */
const PANEL: usize = 48;

const NUMBERS: usize = 1024;
const SPARE: usize = NUMBERS + PATCHES * <usize>COORDINATES * 8;

/** Bytes of a row of C: as a row of lanes, or single and filled up to whole vectors. */
// @ts-ignore: decorator
@inline
export function sumsSize(lanes: usize, singles: bool): usize {
  return singles ? ((lanes >> 1) + 15) & ~15 : lanes;
}

/**
 * Bytes that the blocks need at `packed`.
 *
 * @param lanes bytes of a row of lanes
 * @param depth coordinates of all weights
 */
export function packedBytes(lanes: usize, depth: usize): usize {
  return SPARE + (PATCHES + 1 + depth) * (lanes + 16);
}

/** Where the rows of C are told: an address each. */
// @ts-ignore: decorator
@inline
export function outsAt(): usize {
  return packed;
}

/** Where A is packed: three rows side by side, [rows/3][k][3]. */
// @ts-ignore: decorator
@inline
export function numbersAt(): usize {
  return packed + NUMBERS;
}

/** Where C stands in single precision: rows one after the other; the first is one that nobody reads, also for doubles, for the rows that fill threes up. */
// @ts-ignore: decorator
@inline
export function sumsAt(): usize {
  return packed + SPARE;
}

/** Where B is packed, panel after panel, of all coordinates. */
// @ts-ignore: decorator
@inline
function panelsAt(): usize {
  return packed + SPARE + (PATCHES + 1) * (row + 16);
}

/** sum + a x, of doubles or in single precision. */
// @ts-ignore: decorator
@inline
export function add<T>(sum: v128, a: v128, x: v128): v128 {
  return sizeof<T>() === 8 ? plus(sum, a, x) : plusSingle(sum, a, x);
}

/** A number in all lanes; so the one after it, and the next. */
// @ts-ignore: decorator
@inline
export function splat<T>(at: usize): v128 {
  return sizeof<T>() === 8 ? v128.load64_splat(at) : v128.load32_splat(at);
}

// @ts-ignore: decorator
@inline
function splatSecond<T>(at: usize): v128 {
  return sizeof<T>() === 8 ? v128.load64_splat(at, 8) : v128.load32_splat(at, 4);
}

// @ts-ignore: decorator
@inline
function splatThird<T>(at: usize): v128 {
  return sizeof<T>() === 8 ? v128.load64_splat(at, 16) : v128.load32_splat(at, 8);
}

/** Adds three numbers of A times a panel of B to three vectors of three rows of C, over `depth` k. */
// @ts-ignore: decorator
@inline
function three<T>(a: usize, b: usize, depth: i32, out0: usize, out1: usize, out2: usize): void {
  const c0 = changetype<Lanes>(out0), c1 = changetype<Lanes>(out1), c2 = changetype<Lanes>(out2);
  let s0 = c0.v0, s1 = c0.v1, s2 = c0.v2;
  let t0 = c1.v0, t1 = c1.v1, t2 = c1.v2;
  let u0 = c2.v0, u1 = c2.v1, u2 = c2.v2;
  for (const end = b + <usize>depth * PANEL; b < end; b += PANEL, a += 3 * sizeof<T>()) {
    const w = changetype<Lanes>(b);
    const w0 = w.v0, w1 = w.v1, w2 = w.v2;
    let x = splat<T>(a);
    s0 = add<T>(s0, x, w0);
    s1 = add<T>(s1, x, w1);
    s2 = add<T>(s2, x, w2);
    x = splatSecond<T>(a);
    t0 = add<T>(t0, x, w0);
    t1 = add<T>(t1, x, w1);
    t2 = add<T>(t2, x, w2);
    x = splatThird<T>(a);
    u0 = add<T>(u0, x, w0);
    u1 = add<T>(u1, x, w1);
    u2 = add<T>(u2, x, w2);
  }
  c0.v0 = s0;
  c0.v1 = s1;
  c0.v2 = s2;
  c1.v0 = t0;
  c1.v1 = t1;
  c1.v2 = t2;
  c2.v0 = u0;
  c2.v1 = u1;
  c2.v2 = u2;
}

/** The same of doubles. */
export function threeVectors(a: usize, b: usize, depth: i32, out0: usize, out1: usize, out2: usize): void {
  three<f64>(a, b, depth, out0, out1, out2);
}

/** The same in single precision. */
export function threeSingles(a: usize, b: usize, depth: i32, out0: usize, out1: usize, out2: usize): void {
  three<f32>(a, b, depth, out0, out1, out2);
}

/** The same of one vector. */
// @ts-ignore: decorator
@inline
function one<T>(a: usize, b: usize, depth: i32, out0: usize, out1: usize, out2: usize): void {
  let s = v128.load(out0), t = v128.load(out1), u = v128.load(out2);
  for (const end = b + (<usize>depth << 4); b < end; b += 16, a += 3 * sizeof<T>()) {
    const w = v128.load(b);
    s = add<T>(s, splat<T>(a), w);
    t = add<T>(t, splatSecond<T>(a), w);
    u = add<T>(u, splatThird<T>(a), w);
  }
  v128.store(out0, s);
  v128.store(out1, t);
  v128.store(out2, u);
}

/** Bytes of the panel of a row of C that begins at one of its bytes. */
// @ts-ignore: decorator
@inline
function panelAt(at: usize, size: usize): usize {
  return at + PANEL <= size ? PANEL : 16;
}

/**
 * Packs B panel by panel.
 *
 * @param from address of its rows, rows of lanes
 * @param depth how many rows
 */
export function packPanels(from: usize, depth: i32): void {
  const size = sumsSize(row, bool(single));
  const end = from + <usize>depth * row;
  let to = panelsAt();
  for (let at: usize = 0; at < size; at += panelAt(at, size)) {
    const panel = panelAt(at, size);
    if (single) {
      const lane = at << 1;
      for (let w = from + lane; w < end; w += row, to += panel) {
        v128.store(to, roundedSome(w, row - lane));
        if (panel < PANEL) continue;
        v128.store(to, rounded(w + 32), 16);
        // A row may end within the last of three.
        v128.store(to, roundedSome(w + 64, row - lane - 64), 32);
      }
      continue;
    }
    for (let w = from + at; w < end; w += row, to += panel) {
      v128.store(to, v128.load(w));
      if (panel < PANEL) continue;
      v128.store(to, v128.load(w, 16), 16);
      v128.store(to, v128.load(w, 32), 32);
    }
  }
}

/**
 * Adds the product of a block packed to C.
 *
 * @param count rows of A, a multiple of 3
 * @param first the first k among the rows of B
 * @param depth how many k
 * @param rows how many rows B has
 */
export function multiply(count: i32, first: i32, depth: i32, rows: i32): void {
  const size = sumsSize(row, bool(single));
  const step = <usize>depth * (single ? 12 : 24);
  const end = outsAt() + (<usize>count << 2);
  for (let at: usize = 0; at < size; at += panelAt(at, size)) {
    const panel = panelAt(at, size);
    const b = panelsAt() + at * <usize>rows + <usize>first * panel;
    let a = numbersAt();
    for (let out = outsAt(); out < end; out += 12, a += step) {
      const out0 = <usize>load<u32>(out) + at;
      const out1 = <usize>load<u32>(out, 4) + at;
      const out2 = <usize>load<u32>(out, 8) + at;
      if (single) {
        if (panel >= PANEL) threeSingles(a, b, depth, out0, out1, out2);
        else one<f32>(a, b, depth, out0, out1, out2);
      } else if (panel >= PANEL) threeVectors(a, b, depth, out0, out1, out2);
      else one<f64>(a, b, depth, out0, out1, out2);
    }
  }
}
