import { beginOf, blockSize, ENTRY, lanesOf, lastListed, numberBits } from "./listed";
import { COORDINATES, multiply, numbersAt, outsAt, packPanels, sumsAt, sumsSize } from "./product";
import { widenSome } from "./single";
import { dimension, row, values, weights } from "./state";
import { featureSupport, listed, single } from "./widerState";

// Where every noise patch has all coordinates but the feature's, projections are a product of matrices (product.ts): of the patches with the weights.

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

/** Packs coordinates from k on of a block of patches, three patches side by side, those of zeros that fill threes up, too. */
function packPatches(first: usize, end: usize, k: i32, size: i32): void {
  let to = numbersAt();
  const bits = numberBits();
  const bytes = <usize>size * (<usize>3 << bits);
  for (let entry = first; entry < end; entry += 3 * ENTRY, to += bytes) {
    for (let place = 0; place < 3; place++) {
      const own = entry + <usize>place * ENTRY;
      packPatch(own < end ? values + ((beginOf(own) + k) << bits) : 0, to + (<usize>place << bits), size);
    }
  }
}

/** Tells where the sums of a block of patches are, in rows of lanes or in single precision; returns how many they are with those that fill threes up. */
function placeSums(first: usize, end: usize): i32 {
  const size = sumsSize(row, bool(single));
  const spare = sumsAt();
  let out = outsAt();
  let entry = first;
  for (let sums = spare + size; entry < end; entry += ENTRY, out += 4, sums += size) {
    store<u32>(out, <u32>(single ? sums : lanesOf(entry)));
  }
  for (; (out - outsAt()) % 12; out += 4) store<u32>(out, <u32>spare);
  memory.fill(spare, 0, size * (single ? (end - first) / ENTRY + 1 : 1));
  return i32((out - outsAt()) >> 2);
}

/** Brings the sums of a block of patches that are in single precision to their rows. */
function widenSums(first: usize, end: usize): void {
  const size = sumsSize(row, true);
  let from = sumsAt() + size;
  for (let entry = first; entry < end; entry += ENTRY, from += size) {
    const to = lanesOf(entry);
    for (let lane: usize = 0; lane < row; lane += 32) widenSome(to + lane, v128.load(from + (lane >> 1)), row - lane);
  }
}

/** Packs the weights for the products of a batch. */
export function packWeights(): void {
  packPanels(weights + <usize>featureSupport * row, dimension - featureSupport);
}

/** Adds <w, x> of all patches listed: in blocks of patches, and of each in blocks of ascending coordinates. */
export function projectDense(): void {
  const count = dimension - featureSupport;
  const size = blockSize();
  for (let first = listed; first < lastListed; first += size) {
    const end = min(lastListed, first + size);
    const sums = placeSums(first, end);
    for (let k = 0; k < count; k += COORDINATES) {
      const depth = min(COORDINATES, count - k);
      packPatches(first, end, k, depth);
      multiply(sums, k, depth, count);
    }
    if (single) widenSums(first, end);
  }
}
