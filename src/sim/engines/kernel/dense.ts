import { beginOf, blockSize, ENTRY, lanesOf, lastListed, numberBits } from "./listed";
import { COORDINATES, multiply, numbersAt, outsAt, packPanels, sumsAt, sumsSize } from "./product";
import { widenSome } from "./single";
import { dimension, row, values, weights } from "./state";
import { featureSupport, listed, single } from "./widerState";

// Where every noise patch has all coordinates but the feature's, projections are a product of matrices (product.ts): of the patches with the weights.

/** Packs three patches side by side, two coordinates of doubles at a time. */
function packThree(x: usize, y: usize, z: usize, to: usize, size: i32): void {
  for (const end = to + <usize>(size & ~1) * 24; to < end; to += 48, x += 16, y += 16, z += 16) {
    const a = v128.load(x), b = v128.load(y), c = v128.load(z);
    v128.store(to, v128.shuffle<f64>(a, b, 0, 2));
    v128.store(to, v128.shuffle<f64>(c, a, 0, 3), 16);
    v128.store(to, v128.shuffle<f64>(b, c, 1, 3), 32);
  }
  if (size & 1) {
    store<f64>(to, load<f64>(x));
    store<f64>(to, load<f64>(y), 8);
    store<f64>(to, load<f64>(z), 16);
  }
}

/** The same in single precision: two coordinates at a time, each as a pair of halves. */
function packThreeSingles(x: usize, y: usize, z: usize, to: usize, size: i32): void {
  for (const end = to + <usize>(size & ~3) * 12; to < end; to += 48, x += 16, y += 16, z += 16) {
    const a = v128.load(x), b = v128.load(y), c = v128.load(z);
    const even = v128.shuffle<f32>(a, b, 0, 4, 2, 6);
    const odd = v128.shuffle<f32>(b, c, 1, 5, 3, 7);
    const rest = v128.shuffle<f32>(c, a, 0, 5, 2, 7);
    v128.store(to, v128.shuffle<f64>(even, rest, 0, 2));
    v128.store(to, v128.shuffle<f64>(odd, even, 0, 3), 16);
    v128.store(to, v128.shuffle<f64>(rest, odd, 1, 3), 32);
  }
  for (let k = size & ~3; k < size; k++, to += 12, x += 4, y += 4, z += 4) {
    store<f32>(to, load<f32>(x));
    store<f32>(to, load<f32>(y), 4);
    store<f32>(to, load<f32>(z), 8);
  }
}

/** Packs coordinates from k on of a block of patches, three patches side by side; where the last are fewer, the last of them again. */
function packPatches(first: usize, end: usize, k: i32, size: i32): void {
  let to = numbersAt();
  const bits = numberBits();
  const bytes = <usize>size * (<usize>3 << bits);
  for (let entry = first; entry < end; entry += 3 * ENTRY, to += bytes) {
    const x = values + ((beginOf(entry) + k) << bits);
    const y = values + ((beginOf(min(entry + ENTRY, end - ENTRY)) + k) << bits);
    const z = values + ((beginOf(min(entry + 2 * ENTRY, end - ENTRY)) + k) << bits);
    if (single) packThreeSingles(x, y, z, to, size);
    else packThree(x, y, z, to, size);
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
