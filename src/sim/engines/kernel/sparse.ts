import { Lanes, plus } from "./lanes";
import { beginOf, blockSize, endOf, ENTRY, lanesOf, lastListed, numberBits } from "./listed";
import { plusSingle, rounded, roundedSome, widen, widenSome } from "./single";
import { columnEntries, columns, coordinates, dimension, gradient, row, values, weights } from "./state";
import { listed, packed, single } from "./widerState";

// The products of dense.ts where zeros are not stored: what is read again and again, the weights or the coefficients of some lanes, stands packed in the
// first cache, 80 bytes a coordinate or a patch. Of a block of patches the entries are sorted by coordinate; one takes 16 bytes, its value and
// the place of its patch's coefficients among those packed. Every sum has the order that it has in the reference.

/** Bytes of a row of a panel as it is packed: five vectors, of which the last panels of a row use one. */
const PANEL: usize = 80;

/** Bytes of the lanes, among doubles, of the panel that begins at one. */
function panelAt(lane: usize): usize {
  const five: usize = single ? 2 * PANEL : PANEL;
  if (lane + five <= row) return five;
  return single ? min<usize>(32, row - lane) : 16;
}

/** Packs a row of lanes, rounded where products are taken in single precision. */
function packRow(from: usize, to: usize, panel: usize): void {
  if (single) {
    v128.store(to, roundedSome(from, panel));
    if (panel < PANEL) return;
    for (let place: usize = 16; place < PANEL; place += 16) v128.store(to + place, rounded(from + 2 * place));
    return;
  }
  const a = changetype<Lanes>(from), b = changetype<Lanes>(to);
  b.v0 = a.v0;
  if (panel < PANEL) return;
  b.v1 = a.v1;
  b.v2 = a.v2;
  b.v3 = a.v3;
  b.v4 = a.v4;
}

/** Adds <w, x> of a patch, lanes of a panel. */
export function projectFive(c: usize, last: usize, x: usize, at: usize): void {
  const out = changetype<Lanes>(at);
  let s0 = out.v0, s1 = out.v1, s2 = out.v2, s3 = out.v3, s4 = out.v4;
  const base = packed;
  for (; c < last; c += 4, x += 8) {
    const value = v128.load64_splat(x);
    const w = changetype<Lanes>(base + <usize>load<u32>(c) * PANEL);
    s0 = plus(s0, value, w.v0);
    s1 = plus(s1, value, w.v1);
    s2 = plus(s2, value, w.v2);
    s3 = plus(s3, value, w.v3);
    s4 = plus(s4, value, w.v4);
  }
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
  out.v3 = s3;
  out.v4 = s4;
}

function projectOne(c: usize, last: usize, x: usize, out: usize): void {
  let sum = v128.load(out);
  for (; c < last; c += 4, x += 8) sum = plus(sum, v128.load64_splat(x), v128.load(packed + <usize>load<u32>(c) * PANEL));
  v128.store(out, sum);
}

/** The same in single precision. */
export function projectFiveSingle(c: usize, last: usize, x: usize, out: usize): void {
  let s0 = rounded(out), s1 = rounded(out + 32), s2 = rounded(out + 64), s3 = rounded(out + 96), s4 = rounded(out + 128);
  const base = packed;
  for (; c < last; c += 4, x += 4) {
    const value = v128.load32_splat(x);
    const w = changetype<Lanes>(base + <usize>load<u32>(c) * PANEL);
    s0 = plusSingle(s0, value, w.v0);
    s1 = plusSingle(s1, value, w.v1);
    s2 = plusSingle(s2, value, w.v2);
    s3 = plusSingle(s3, value, w.v3);
    s4 = plusSingle(s4, value, w.v4);
  }
  widen(out, s0);
  widen(out + 32, s1);
  widen(out + 64, s2);
  widen(out + 96, s3);
  widen(out + 128, s4);
}

function projectOneSingle(c: usize, last: usize, x: usize, out: usize, panel: usize): void {
  let sum = roundedSome(out, panel);
  for (; c < last; c += 4, x += 4) {
    sum = plusSingle(sum, v128.load32_splat(x), v128.load(packed + <usize>load<u32>(c) * PANEL));
  }
  widenSome(out, sum, panel);
}

/** Adds what a column of a block gives to its coordinate's gradient, lanes of a panel. */
export function gatherFive(entry: usize, last: usize, at: usize): void {
  const out = changetype<Lanes>(at);
  let s0 = out.v0, s1 = out.v1, s2 = out.v2, s3 = out.v3, s4 = out.v4;
  for (; entry < last; entry += 16) {
    const value = v128.load64_splat(entry);
    const a = changetype<Lanes>(<usize>load<u32>(entry, 8));
    s0 = plus(s0, value, a.v0);
    s1 = plus(s1, value, a.v1);
    s2 = plus(s2, value, a.v2);
    s3 = plus(s3, value, a.v3);
    s4 = plus(s4, value, a.v4);
  }
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
  out.v3 = s3;
  out.v4 = s4;
}

function gatherOne(entry: usize, last: usize, out: usize): void {
  let sum = v128.load(out);
  for (; entry < last; entry += 16) sum = plus(sum, v128.load64_splat(entry), v128.load(<usize>load<u32>(entry, 8)));
  v128.store(out, sum);
}

/** The same in single precision. */
export function gatherFiveSingle(entry: usize, last: usize, out: usize): void {
  let s0 = rounded(out), s1 = rounded(out + 32), s2 = rounded(out + 64), s3 = rounded(out + 96), s4 = rounded(out + 128);
  for (; entry < last; entry += 16) {
    const value = v128.load32_splat(entry);
    const a = changetype<Lanes>(<usize>load<u32>(entry, 8));
    s0 = plusSingle(s0, value, a.v0);
    s1 = plusSingle(s1, value, a.v1);
    s2 = plusSingle(s2, value, a.v2);
    s3 = plusSingle(s3, value, a.v3);
    s4 = plusSingle(s4, value, a.v4);
  }
  widen(out, s0);
  widen(out + 32, s1);
  widen(out + 64, s2);
  widen(out + 96, s3);
  widen(out + 128, s4);
}

function gatherOneSingle(entry: usize, last: usize, out: usize, panel: usize): void {
  let sum = roundedSome(out, panel);
  for (; entry < last; entry += 16) {
    sum = plusSingle(sum, v128.load32_splat(entry), v128.load(<usize>load<u32>(entry, 8)));
  }
  widenSome(out, sum, panel);
}

/** `projectFive` of a panel, or whatever it is. */
function projectOn(c: usize, last: usize, x: usize, out: usize, panel: usize): void {
  if (single) {
    if (panel < PANEL) projectOneSingle(c, last, x, out, panel);
    else projectFiveSingle(c, last, x, out);
  } else if (panel < PANEL) projectOne(c, last, x, out);
  else projectFive(c, last, x, out);
}

/** `gatherFive`, likewise. */
function gatherFrom(entry: usize, last: usize, out: usize, panel: usize): void {
  if (single) {
    if (panel < PANEL) gatherOneSingle(entry, last, out, panel);
    else gatherFiveSingle(entry, last, out);
  } else if (panel < PANEL) gatherOne(entry, last, out);
  else gatherFive(entry, last, out);
}

/** Adds <w, x> of all patches listed. */
export function projectSparse(): void {
  const bits = numberBits();
  for (let lane: usize = 0; lane < row; lane += panelAt(lane)) {
    const panel = panelAt(lane);
    let w = weights + lane;
    for (let to = packed, end = to + <usize>dimension * PANEL; to < end; to += PANEL, w += row) packRow(w, to, panel);
    for (let entry = listed; entry < lastListed; entry += ENTRY) {
      const c = coordinates + (beginOf(entry) << 2);
      const last = coordinates + (endOf(entry) << 2);
      projectOn(c, last, values + (beginOf(entry) << bits), lanesOf(entry) + lane, panel);
    }
  }
}

/** Sorts the entries of a block of patches by coordinate, stably, by counting; columns[k] is one past the last entry of coordinate k. */
function sortBlock(first: usize, end: usize): void {
  memory.fill(columns, 0, <usize>dimension << 2);
  for (let entry = first; entry < end; entry += ENTRY) {
    const last = coordinates + (endOf(entry) << 2);
    for (let c = coordinates + (beginOf(entry) << 2); c < last; c += 4) {
      const place = columns + (<usize>load<u32>(c) << 2);
      store<u32>(place, load<u32>(place) + 16);
    }
  }
  let next = <u32>columnEntries;
  for (let place = columns; place < columns + (<usize>dimension << 2); place += 4) {
    const size = load<u32>(place);
    store<u32>(place, next);
    next += size;
  }
  const bits = numberBits();
  const bytes = <usize>1 << bits;
  for (let entry = first, from = packed; entry < end; entry += ENTRY, from += PANEL) {
    const last = coordinates + (endOf(entry) << 2);
    let x = values + (beginOf(entry) << bits);
    for (let c = coordinates + (beginOf(entry) << 2); c < last; c += 4, x += bytes) {
      const place = columns + (<usize>load<u32>(c) << 2);
      const to = <usize>load<u32>(place);
      store<u32>(place, to + 16);
      if (single) store<f32>(to, load<f32>(x));
      else store<f64>(to, load<f64>(x));
      store<u32>(to, from, 8);
    }
  }
}

/** Adds what a block of patches gives to the gradient. */
function gatherBlock(first: usize, end: usize): void {
  sortBlock(first, end);
  for (let lane: usize = 0; lane < row; lane += panelAt(lane)) {
    const panel = panelAt(lane);
    for (let entry = first, to = packed; entry < end; entry += ENTRY, to += PANEL) packRow(lanesOf(entry) + lane, to, panel);
    let entry = columnEntries;
    let out = gradient + lane;
    for (let place = columns; place < columns + (<usize>dimension << 2); place += 4, out += row) {
      const last = <usize>load<u32>(place);
      gatherFrom(entry, last, out, panel);
      entry = last;
    }
  }
}

/** Adds what all patches listed give to the gradient of all coordinates, in the order of the batch. */
export function gatherSparse(): void {
  const size = blockSize();
  for (let first = listed; first < lastListed; first += size) gatherBlock(first, min(lastListed, first + size));
}
