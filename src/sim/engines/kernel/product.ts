import { Lanes, plus } from "./lanes";
import { PATCHES } from "./listed";
import { plusSingle, rounded, roundedSome, widen, widenSome } from "./single";
import { row } from "./state";
import { packed, single } from "./widerState";

// C += A B, rows of lanes: block by block, so that what is read again stands in the first caches, and tile by tile in registers. A tile is three rows
// by three vectors: nine sums, three vectors and two numbers on the way are what the registers hold without spilling. Whatever the blocks, every
// sum runs over ascending k, as in the reference. In single precision A and B are packed in it, four lanes a vector, and C are doubles that hold such numbers.

/** Coordinates of a block, a multiple of 3. */
export const COORDINATES: i32 = 255;

/** Bytes of a packed row of a panel of B, three vectors; and of its lanes among doubles. */
const PANEL: usize = 48;
const SINGLES: usize = 96;

const OUTS: usize = <usize>COORDINATES * PANEL;
const TILE: usize = OUTS + 1024;
const NUMBERS: usize = TILE + 3 * PANEL;
const SPARE: usize = NUMBERS + PATCHES * <usize>COORDINATES * 8;

/**
 * Bytes that the blocks need at `packed`.
 *
 * @param lanes bytes of a row of lanes
 */
export function packedBytes(lanes: usize): usize {
  return SPARE + lanes;
}

/** Where the rows of C are told: an address each. */
// @ts-ignore: decorator
@inline
export function outsAt(): usize {
  return packed + OUTS;
}

/** Where A is packed: three rows side by side, [rows/3][k][3]. */
// @ts-ignore: decorator
@inline
export function numbersAt(): usize {
  return packed + NUMBERS;
}

/** A row that nobody reads, for the rows that fill threes up. */
// @ts-ignore: decorator
@inline
export function spareRow(): usize {
  return packed + SPARE;
}

/** sum + a x, of doubles or in single precision. */
// @ts-ignore: decorator
@inline
function add<T>(sum: v128, a: v128, x: v128): v128 {
  return sizeof<T>() === 8 ? plus(sum, a, x) : plusSingle(sum, a, x);
}

/** Adds three numbers of A times a panel of B to three vectors of three rows of C, over `depth` k. */
// @ts-ignore: decorator
@inline
function three<T>(a: usize, depth: i32, out0: usize, out1: usize, out2: usize): void {
  const c0 = changetype<Lanes>(out0), c1 = changetype<Lanes>(out1), c2 = changetype<Lanes>(out2);
  let s0 = c0.v0, s1 = c0.v1, s2 = c0.v2;
  let t0 = c1.v0, t1 = c1.v1, t2 = c1.v2;
  let u0 = c2.v0, u1 = c2.v1, u2 = c2.v2;
  let b = packed;
  for (const end = b + <usize>depth * PANEL; b < end; b += PANEL, a += 3 * sizeof<T>()) {
    const w = changetype<Lanes>(b);
    const w0 = w.v0, w1 = w.v1, w2 = w.v2;
    let x = sizeof<T>() === 8 ? v128.load64_splat(a) : v128.load32_splat(a);
    s0 = add<T>(s0, x, w0);
    s1 = add<T>(s1, x, w1);
    s2 = add<T>(s2, x, w2);
    x = sizeof<T>() === 8 ? v128.load64_splat(a, 8) : v128.load32_splat(a, 4);
    t0 = add<T>(t0, x, w0);
    t1 = add<T>(t1, x, w1);
    t2 = add<T>(t2, x, w2);
    x = sizeof<T>() === 8 ? v128.load64_splat(a, 16) : v128.load32_splat(a, 8);
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
export function threeVectors(a: usize, depth: i32, out0: usize, out1: usize, out2: usize): void {
  three<f64>(a, depth, out0, out1, out2);
}

/** The same in single precision, of a tile whose rows stand by themselves: where they are read among doubles, V8 keeps one of the sums in memory. */
export function threeSingles(a: usize, depth: i32, out0: usize, out1: usize, out2: usize): void {
  three<f32>(a, depth, out0, out1, out2);
}

/** Rounds a row of a tile, or widens it again; what it holds is in single precision, so that nothing is lost. */
function narrowRow(from: usize, to: usize): void {
  for (let place: usize = 0; place < PANEL; place += 16) v128.store(to + place, rounded(from + 2 * place));
}

function widenRow(from: usize, to: usize): void {
  for (let place: usize = 0; place < PANEL; place += 16) widen(to + 2 * place, v128.load(from + place));
}

function tileOfSingles(a: usize, depth: i32, out0: usize, out1: usize, out2: usize): void {
  const tile = packed + TILE;
  narrowRow(out0, tile);
  narrowRow(out1, tile + PANEL);
  narrowRow(out2, tile + 2 * PANEL);
  threeSingles(a, depth, tile, tile + PANEL, tile + 2 * PANEL);
  widenRow(tile, out0);
  widenRow(tile + PANEL, out1);
  widenRow(tile + 2 * PANEL, out2);
}

/** The same of one vector. */
function oneVector(a: usize, depth: i32, out0: usize, out1: usize, out2: usize): void {
  let s = v128.load(out0), t = v128.load(out1), u = v128.load(out2);
  let b = packed;
  for (const end = b + (<usize>depth << 4); b < end; b += 16, a += 24) {
    const w = v128.load(b);
    s = plus(s, v128.load64_splat(a), w);
    t = plus(t, v128.load64_splat(a, 8), w);
    u = plus(u, v128.load64_splat(a, 16), w);
  }
  v128.store(out0, s);
  v128.store(out1, t);
  v128.store(out2, u);
}

/** The same of one in single precision: four lanes, or the last two. */
function oneSingle(a: usize, depth: i32, out0: usize, out1: usize, out2: usize, bytes: usize): void {
  let s = roundedSome(out0, bytes), t = roundedSome(out1, bytes), u = roundedSome(out2, bytes);
  let b = packed;
  for (const end = b + (<usize>depth << 4); b < end; b += 16, a += 12) {
    const w = v128.load(b);
    s = plusSingle(s, v128.load32_splat(a), w);
    t = plusSingle(t, v128.load32_splat(a, 4), w);
    u = plusSingle(u, v128.load32_splat(a, 8), w);
  }
  widenSome(out0, s, bytes);
  widenSome(out1, t, bytes);
  widenSome(out2, u, bytes);
}

/** Bytes of the lanes, among doubles, of the panel that begins at one: three vectors, or one of the last. */
export function panelAt(lane: usize): usize {
  if (single) return lane + SINGLES <= row ? SINGLES : min<usize>(32, row - lane);
  return lane + PANEL <= row ? PANEL : 16;
}

/** Bytes of a row of that panel when it is packed. */
// @ts-ignore: decorator
@inline
export function packedSize(panel: usize): usize {
  return panel >= PANEL ? PANEL : 16;
}

/** Packs a row of a panel of B. */
// @ts-ignore: decorator
@inline
export function packVectors(from: usize, to: usize, panel: usize): void {
  if (single) {
    v128.store(to, roundedSome(from, panel));
    if (panel < PANEL) return;
    v128.store(to, rounded(from + 32), 16);
    v128.store(to, rounded(from + 64), 32);
  } else {
    v128.store(to, v128.load(from));
    if (panel < PANEL) return;
    v128.store(to, v128.load(from, 16), 16);
    v128.store(to, v128.load(from, 32), 32);
  }
}

/**
 * Adds the product of the block packed to C.
 *
 * @param count rows of A, a multiple of 3
 * @param depth how many k
 * @param lane bytes before the panel in each row of C
 * @param panel bytes of it there
 */
export function multiply(count: i32, depth: i32, lane: usize, panel: usize): void {
  let a = numbersAt();
  let out = outsAt();
  const size = <usize>depth * (single ? 12 : 24);
  for (const end = out + (<usize>count << 2); out < end; out += 12, a += size) {
    const out0 = <usize>load<u32>(out) + lane;
    const out1 = <usize>load<u32>(out, 4) + lane;
    const out2 = <usize>load<u32>(out, 8) + lane;
    if (single) {
      if (panel >= PANEL) tileOfSingles(a, depth, out0, out1, out2);
      else oneSingle(a, depth, out0, out1, out2, panel);
    } else if (panel >= PANEL) threeVectors(a, depth, out0, out1, out2);
    else oneVector(a, depth, out0, out1, out2);
  }
}
