import { beginOf, blockSize, ENTRY, lanesOf, lastListed, numberBits, PATCHES } from "./listed";
import { add, splat } from "./product";
import { dimension, gradient, row, values } from "./state";
import { allFinite, featureSupport, listed, active, single } from "./widerState";

// The gradient along dense patches, neuron by neuron: a list of the patches of a block that have a coefficient other than 0, and their sum, of which
// vectors of neighbouring coordinates stay in registers. A ReLU's slope is 0 at half of the patches or more, which are not read at all. That changes no byte:
// a sum begins as +0 and so is never -0, and +0 or -0, the product of 0 and a finite number, added to it gives it back. Numbers that are not finite
// (`allFinite`) have every patch listed. A sum goes on from one block to the next in the order of the batch.

/** Neighbouring vectors: twelve of a panel, or four of the last ones. */
@unmanaged
class Sums {
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
  v10!: v128;
  v11!: v128;
}

const TWELVE: usize = 192;
const FOUR: usize = 64;

/** Bytes of a coefficient in a list and the place of its patch's active numbers. */
const ACTIVE: usize = 16;

/** Bytes of a neuron's sums: whole fours of vectors. */
// @ts-ignore: decorator
@inline
function sumsBytes(count: usize, bits: usize): usize {
  return ((count << bits) + FOUR - 1) & ~(FOUR - 1);
}

/**
 * Bytes that sums and scratch need at `active`.
 *
 * @param lanes bytes of a row of lanes
 * @param coordinates how many
 */
export function activeBytes(lanes: usize, coordinates: usize): usize {
  const count = lanes >> 3;
  const sums = sumsBytes(coordinates, 3);
  return PATCHES * (TWELVE + sums) + (count + 2) * 16 + count * PATCHES * ACTIVE + count * sums;
}

/** The panel at hand is at `active`; then numbers of patches, [panel][patch][coordinate]. */
// @ts-ignore: decorator
@inline
function numbersAt(): usize {
  return active + PATCHES * TWELVE;
}

/** Where each neuron's list begins, an address each, and one where the last ends; the lists; and the sums, [panel][neuron][coordinate]. */
// @ts-ignore: decorator
@inline
function startsAt(): usize {
  return numbersAt() + PATCHES * sumsBytes(<usize>(dimension - featureSupport), numberBits());
}

// @ts-ignore: decorator
@inline
function listsAt(): usize {
  return startsAt() + ((row >> 3) + 1) * 16;
}

// @ts-ignore: decorator
@inline
function sumsAt(): usize {
  return listsAt() + 16 + (row >> 3) * PATCHES * ACTIVE;
}

/** Adds c x of the patches of a list to twelve vectors. */
// @ts-ignore: decorator
@inline
function addTwelve<T>(entry: usize, end: usize, at: usize): void {
  const out = changetype<Sums>(at);
  let s0 = out.v0, s1 = out.v1, s2 = out.v2, s3 = out.v3, s4 = out.v4, s5 = out.v5;
  let s6 = out.v6, s7 = out.v7, s8 = out.v8, s9 = out.v9, s10 = out.v10, s11 = out.v11;
  for (; entry < end; entry += ACTIVE) {
    const c = splat<T>(entry);
    const x = changetype<Sums>(<usize>load<u32>(entry, 8));
    s0 = add<T>(s0, c, x.v0);
    s1 = add<T>(s1, c, x.v1);
    s2 = add<T>(s2, c, x.v2);
    s3 = add<T>(s3, c, x.v3);
    s4 = add<T>(s4, c, x.v4);
    s5 = add<T>(s5, c, x.v5);
    s6 = add<T>(s6, c, x.v6);
    s7 = add<T>(s7, c, x.v7);
    s8 = add<T>(s8, c, x.v8);
    s9 = add<T>(s9, c, x.v9);
    s10 = add<T>(s10, c, x.v10);
    s11 = add<T>(s11, c, x.v11);
  }
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
  out.v3 = s3;
  out.v4 = s4;
  out.v5 = s5;
  out.v6 = s6;
  out.v7 = s7;
  out.v8 = s8;
  out.v9 = s9;
  out.v10 = s10;
  out.v11 = s11;
}

/** The same of doubles, and in single precision: functions of their own, as those of product.ts. */
export function activeTwelve(entry: usize, end: usize, out: usize): void {
  addTwelve<f64>(entry, end, out);
}

export function activeTwelveSingle(entry: usize, end: usize, out: usize): void {
  addTwelve<f32>(entry, end, out);
}

/** The same of four vectors. */
// @ts-ignore: decorator
@inline
function addFour<T>(entry: usize, end: usize, at: usize): void {
  const out = changetype<Sums>(at);
  let s0 = out.v0, s1 = out.v1, s2 = out.v2, s3 = out.v3;
  for (; entry < end; entry += ACTIVE) {
    const c = splat<T>(entry);
    const x = changetype<Sums>(<usize>load<u32>(entry, 8));
    s0 = add<T>(s0, c, x.v0);
    s1 = add<T>(s1, c, x.v1);
    s2 = add<T>(s2, c, x.v2);
    s3 = add<T>(s3, c, x.v3);
  }
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
  out.v3 = s3;
}

/** Adds the lists of all neurons to a panel of their sums. */
export function addPanel(out: usize, panel: usize): void {
  let start = startsAt();
  for (const end = start + (row >> 1); start < end; start += 4, out += panel) {
    const first = <usize>load<u32>(start);
    const last = <usize>load<u32>(start, 4);
    if (single) {
      if (panel == TWELVE) activeTwelveSingle(first, last, out);
      else addFour<f32>(first, last, out);
    } else if (panel == TWELVE) activeTwelve(first, last, out);
    else addFour<f64>(first, last, out);
  }
}

/** Lists, neuron by neuron, the patches of a block that it is to be pulled along. */
export function listActive(first: usize, end: usize): void {
  const listAll = <usize>!allFinite;
  let start = startsAt();
  let to = listsAt();
  for (let lane: usize = 0; lane < row; lane += 8, start += 4) {
    store<u32>(start, <u32>to);
    let x = active;
    for (let entry = first; entry < end; entry += ENTRY, x += TWELVE) {
      // Written whether it stays or not; all bits but the sign's are 0 of +0 and -0 alone.
      let some: usize;
      if (single) {
        const c = reinterpret<u32>(<f32>load<f64>(lanesOf(entry) + lane));
        store<u32>(to, c);
        some = <usize>((c << 1) != 0);
      } else {
        const c = load<u64>(lanesOf(entry) + lane);
        store<u64>(to, c);
        some = <usize>((c << 1) != 0);
      }
      store<u32>(to, <u32>x, 8);
      to += (some | listAll) << 4;
    }
  }
  store<u32>(start, <u32>to);
}

/** Bytes of the panel of a neuron's sums that begins at one. */
// @ts-ignore: decorator
@inline
function panelAt(at: usize, size: usize): usize {
  return at + TWELVE <= size ? TWELVE : FOUR;
}

/** Packs the patches of a block panel by panel, the numbers of each by coordinate, and zeros up to whole fours of vectors. */
export function packNumbers(first: usize, end: usize, bytes: usize, size: usize): void {
  const bits = numberBits();
  const count = (end - first) / ENTRY;
  let own: usize = 0;
  for (let entry = first; entry < end; entry += ENTRY, own++) {
    const x = values + (beginOf(entry) << bits);
    let at: usize = 0;
    for (; at + TWELVE <= bytes; at += TWELVE) {
      const to = numbersAt() + at * count + own * TWELVE;
      for (let place: usize = 0; place < TWELVE; place += 16) v128.store(to + place, v128.load(x + at + place));
    }
    for (; at < size; at += panelAt(at, size)) {
      const panel = panelAt(at, size);
      const to = numbersAt() + at * count + own * panel;
      memory.fill(to, 0, panel);
      memory.copy(to, x + at, min(panel, bytes - at));
    }
  }
}

/** Brings a panel to `active`, 192 bytes a patch. */
export function takePanel(from: usize, count: usize, panel: usize): void {
  if (panel == TWELVE) return memory.copy(active, from, count * TWELVE);
  for (let to = active, end = to + count * TWELVE; to < end; to += TWELVE, from += FOUR) memory.copy(to, from, FOUR);
}

function gatherBlock(first: usize, end: usize): void {
  const bits = numberBits();
  const bytes = <usize>(dimension - featureSupport) << bits;
  const size = sumsBytes(<usize>(dimension - featureSupport), bits);
  const count = (end - first) / ENTRY;
  packNumbers(first, end, bytes, size);
  listActive(first, end);
  for (let at: usize = 0; at < size; at += panelAt(at, size)) {
    const panel = panelAt(at, size);
    takePanel(numbersAt() + at * count, count, panel);
    addPanel(sumsAt() + at * (row >> 3), panel);
  }
}

/** Sets the sums of all neurons to 0. */
export function clearActive(): void {
  memory.fill(sumsAt(), 0, (row >> 3) * sumsBytes(<usize>(dimension - featureSupport), numberBits()));
}

/** Adds what the patches listed give to them, in the order of the batch. */
export function gatherDense(): void {
  const size = blockSize();
  for (let first = listed; first < lastListed; first += size) gatherBlock(first, min(lastListed, first + size));
}

/** Two neighbouring sums, as doubles. */
// @ts-ignore: decorator
@inline
function pairAt(at: usize): v128 {
  return single ? f64x2.promote_low_f32x4(v128.load64_zero(at)) : v128.load(at);
}

/** Writes the sums as a gradient, coordinate by coordinate. */
export function writeActive(): void {
  const bits = numberBits();
  const count = <usize>(dimension - featureSupport);
  const size = sumsBytes(count, bits);
  const pair = <usize>2 << bits;
  let from = sumsAt();
  for (let at: usize = 0; at < size; at += panelAt(at, size)) {
    const panel = panelAt(at, size);
    for (let lane: usize = 0; lane < row; lane += 16, from += 2 * panel) {
      let k = at >> bits;
      let out = gradient + k * row + lane;
      for (let place = from; place < from + panel && k < count; place += pair, k += 2, out += 2 * row) {
        const a = pairAt(place);
        const b = pairAt(place + panel);
        v128.store(out, v128.shuffle<i64>(a, b, 0, 2));
        if (k + 1 < count) v128.store(out + row, v128.shuffle<i64>(a, b, 1, 3));
      }
    }
  }
}
