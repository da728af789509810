import { firstNoise } from "./columns";
import { COORDINATES, multiply, numbersAt, outsAt, packVectors, panelAt, PATCHES, spareRow } from "./product";
import { projectSome } from "./project";
import { columnEntries, dimension, gradient, noise, row, rows, values, weights } from "./state";
import { exampleSize, firstListed, listedAfter, patchRow } from "./wider";
import { featureSupport, packed, patches, wide } from "./widerState";

// Where every noise patch has all coordinates but the feature's, projections and gradient are products of matrices (product.ts): of the patches of a
// batch, listed once a step, with the weights, and with their coefficients. An entry takes 8 bytes: the address of what the patch has on the
// first of these coordinates, and that of its row of lanes, which holds its projections, then its coefficients.

/** Bytes of the entries of a block of patches. */
const LISTED: usize = <usize>PATCHES << 3;

/** One past the last entry. */
let last: usize = 0;

/** Lists the patches of a batch, and projects all neurons on what they have on the feature's coordinates. */
function listPatches(indices: usize, from: i32, count: i32): void {
  const stride = wide ? exampleSize() : row;
  const firstPatch = firstListed();
  let first = noise + (wide ? listedAfter() : 0);
  let entry = columnEntries;
  for (let e = 0; e < count; e++, first += stride) {
    const i = indices ? load<i32>(indices + (<usize>e << 2)) : from + e;
    let lanes = first;
    for (let p = firstPatch; p < patches; p++, lanes += row, entry += 8) {
      const patch = patchRow(i, p, patches);
      const begin = firstNoise(patch, featureSupport);
      store<u32>(entry, values + (begin << 3));
      store<u32>(entry, lanes, 4);
      projectSome(<usize>load<u32>(rows + (<usize>patch << 2)), begin, lanes);
    }
  }
  last = entry;
}

/** Packs the column of A that is one patch's, or one of zeros where there is none. */
function packPatch(x: usize, to: usize, size: i32): void {
  const end = to + <usize>size * 24;
  if (x) for (; to < end; to += 24, x += 8) store<f64>(to, load<f64>(x));
  else for (; to < end; to += 24) store<f64>(to, 0);
}

/** Packs coordinates from k on of a block of patches, three patches side by side; returns how many they are with those of zeros that fill threes up. */
function packPatches(first: usize, end: usize, k: i32, size: i32): i32 {
  let to = numbersAt();
  let out = outsAt();
  let count = 0;
  for (let entry = first; entry < end; entry += 24, to += <usize>size * 24) {
    for (let own = entry; own < entry + 24; own += 8, out += 4, count++) {
      const some = own < end;
      store<u32>(out, some ? load<u32>(own, 4) : <u32>spareRow());
      packPatch(some ? <usize>load<u32>(own) + (<usize>k << 3) : 0, to + (own - entry), size);
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
    for (let entry = first; entry < end; entry += 8, to += 24) {
      const x = <usize>load<u32>(entry) + (<usize>c << 3);
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
    let w = from + lane;
    for (let to = packed, stop = to + <usize>size * panel; to < stop; to += panel, w += row) packVectors(w, to, panel);
    multiply(count, size, lane, panel);
  }
}

/** Adds what a block of patches gives to a block of the gradient's coordinates. */
function gatherBlock(first: usize, end: usize, k: i32, size: i32): void {
  const count = packCoordinates(first, end, k, size);
  for (let lane: usize = 0; lane < row; lane += panelAt(lane)) {
    const panel = panelAt(lane);
    let to = packed;
    for (let entry = first; entry < end; entry += 8, to += panel) packVectors(<usize>load<u32>(entry, 4) + lane, to, panel);
    multiply(count, i32((end - first) >> 3), lane, panel);
  }
}

/** Goes through the blocks: patches by the batch's order, and of each ascending coordinates. */
function eachBlock(backward: bool): void {
  const count = dimension - featureSupport;
  for (let first = columnEntries; first < last; first += LISTED) {
    const end = min(last, first + LISTED);
    for (let k = 0; k < count; k += COORDINATES) {
      const size = min(COORDINATES, count - k);
      if (backward) gatherBlock(first, end, k, size);
      else projectBlock(first, end, k, size);
    }
  }
}

/**
 * Projects all neurons on the patches of some examples, each into its row.
 *
 * @param indices address of the batch; 0 for examples that follow each other
 * @param from the first of these
 * @param count b
 */
export function projectDense(indices: usize, from: i32, count: i32): void {
  listPatches(indices, from, count);
  eachBlock(false);
}

/** Writes the gradient of all coordinates beyond the feature's, summed in the order of the batch, from `gradient` on. */
export function gatherDense(): void {
  memory.fill(gradient, 0, <usize>(dimension - featureSupport) * row);
  eachBlock(true);
}
