import { beginOf, blockSize, ENTRY, lanesOf, lastListed, numberBits } from "./listed";
import { COORDINATES, multiply, numbersAt, outsAt, packedSize, packVectors, panelAt, spareRow } from "./product";
import { dimension, gradient, row, values, weights } from "./state";
import { featureSupport, listed, packed, single } from "./widerState";

// Where every noise patch has all coordinates but the feature's, projections and gradient are products of matrices (product.ts): of the patches of a
// batch with the weights, and with their coefficients.

/** Packs the column of A that is one patch's, or one of zeros where there is none. */
function packPatch(x: usize, to: usize, size: i32): void {
  if (single) {
    const end = to + <usize>size * 12;
    if (x) for (; to < end; to += 12, x += 4) store<f32>(to, load<f32>(x));
    else for (; to < end; to += 12) store<f32>(to, 0);
  } else {
    const end = to + <usize>size * 24;
    if (x) for (; to < end; to += 24, x += 8) store<f64>(to, load<f64>(x));
    else for (; to < end; to += 24) store<f64>(to, 0);
  }
}

/** Packs coordinates from k on of a block of patches, three patches side by side; returns how many they are with those of zeros that fill threes up. */
function packPatches(first: usize, end: usize, k: i32, size: i32): i32 {
  let to = numbersAt();
  let out = outsAt();
  let count = 0;
  const bits = numberBits();
  const bytes = <usize>size * (<usize>3 << bits);
  for (let entry = first; entry < end; entry += 3 * ENTRY, to += bytes) {
    for (let place = 0; place < 3; place++, out += 4, count++) {
      const own = entry + <usize>place * ENTRY;
      const some = own < end;
      store<u32>(out, <u32>(some ? lanesOf(own) : spareRow()));
      packPatch(some ? values + ((beginOf(own) + k) << bits) : 0, to + (<usize>place << bits), size);
    }
  }
  return count;
}

/** Packs the same numbers with three coordinates side by side; of rows of the gradient. */
function packCoordinates(first: usize, end: usize, k: i32, size: i32): i32 {
  let to = numbersAt();
  let out = outsAt();
  let count = 0;
  for (let c = k; c < k + size; c += 3) {
    const some = min(3, k + size - c);
    for (let place = 0; place < 3; place++, out += 4, count++) {
      store<u32>(out, <u32>(place < some ? gradient + <usize>(c + place) * row : spareRow()));
    }
    if (single) {
      for (let entry = first; entry < end; entry += ENTRY, to += 12) {
        const x = values + ((beginOf(entry) + c) << 2);
        store<f32>(to, load<f32>(x));
        store<f32>(to, some > 1 ? load<f32>(x, 4) : 0, 4);
        store<f32>(to, some > 2 ? load<f32>(x, 8) : 0, 8);
      }
      continue;
    }
    for (let entry = first; entry < end; entry += ENTRY, to += 24) {
      const x = values + ((beginOf(entry) + c) << 3);
      store<f64>(to, load<f64>(x));
      store<f64>(to, some > 1 ? load<f64>(x, 8) : 0, 8);
      store<f64>(to, some > 2 ? load<f64>(x, 16) : 0, 16);
    }
  }
  return count;
}

/** Adds <w, x> of a block of patches over a block of coordinates. */
function projectBlock(first: usize, end: usize, k: i32, size: i32): void {
  const count = packPatches(first, end, k, size);
  const from = weights + <usize>(featureSupport + k) * row;
  for (let lane: usize = 0; lane < row; lane += panelAt(lane)) {
    const panel = panelAt(lane);
    const bytes = packedSize(panel);
    let w = from + lane;
    for (let to = packed, stop = to + <usize>size * bytes; to < stop; to += bytes, w += row) packVectors(w, to, panel);
    multiply(count, size, lane, panel);
  }
}

/** Adds what a block of patches gives to a block of the gradient's coordinates. */
function gatherBlock(first: usize, end: usize, k: i32, size: i32): void {
  const count = packCoordinates(first, end, k, size);
  for (let lane: usize = 0; lane < row; lane += panelAt(lane)) {
    const panel = panelAt(lane);
    const bytes = packedSize(panel);
    let to = packed;
    for (let entry = first; entry < end; entry += ENTRY, to += bytes) packVectors(lanesOf(entry) + lane, to, panel);
    multiply(count, i32((end - first) / ENTRY), lane, panel);
  }
}

/** Goes through the blocks: patches by the batch's order, and of each ascending coordinates. */
function eachBlock(backward: bool): void {
  const count = dimension - featureSupport;
  const listedEach = blockSize();
  for (let first = listed; first < lastListed; first += listedEach) {
    const end = min(lastListed, first + listedEach);
    for (let k = 0; k < count; k += COORDINATES) {
      const size = min(COORDINATES, count - k);
      if (backward) gatherBlock(first, end, k, size);
      else projectBlock(first, end, k, size);
    }
  }
}

/** Adds <w, x> of all patches listed. */
export function projectDense(): void {
  eachBlock(false);
}

/** Adds what they give to the gradient of all coordinates beyond the feature's, in the order of the batch. */
export function gatherDense(): void {
  eachBlock(true);
}
