import { firstNoise } from "./columns";
import { Lanes, plus } from "./lanes";
import { columnEntries, gradient, noise, row, values } from "./state";
import { exampleSize, firstListed, listedAfter, patchRow } from "./wider";
import { featureSupport, patches, wide } from "./widerState";

// Where every noise patch has all coordinates but the feature's, each column of a batch is the same list of patches, made once a step: an entry
// takes 8 bytes, the address of what the patch has on the first of these coordinates, and that of its coefficients.

/** One past the last entry. */
let last: usize = 0;

/**
 * Lists the noise patches of a batch.
 *
 * @param indices address of the batch
 * @param count b
 */
export function listPatches(indices: usize, count: i32): void {
  const stride = wide ? exampleSize() : row;
  const from = firstListed();
  let first = noise + (wide ? listedAfter() : 0);
  let entry = columnEntries;
  for (let e = 0; e < count; e++, first += stride) {
    const i = load<i32>(indices + (<usize>e << 2));
    let coefficients = first;
    for (let p = from; p < patches; p++, coefficients += row, entry += 8) {
      store<u32>(entry, values + (firstNoise(patchRow(i, p, patches), featureSupport) << 3));
      store<u32>(entry, coefficients, 4);
    }
  }
  last = entry;
}

function fiveVectors(k: usize, lane: usize): void {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0;
  const end = last;
  for (let entry = columnEntries; entry < end; entry += 8) {
    const value = v128.load64_splat(<usize>load<u32>(entry) + k);
    const a = changetype<Lanes>(<usize>load<u32>(entry, 4) + lane);
    s0 = plus(s0, value, a.v0);
    s1 = plus(s1, value, a.v1);
    s2 = plus(s2, value, a.v2);
    s3 = plus(s3, value, a.v3);
    s4 = plus(s4, value, a.v4);
  }
  const out = changetype<Lanes>(gradient + lane);
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
  out.v3 = s3;
  out.v4 = s4;
}

function oneVector(k: usize, lane: usize): void {
  let sum = f64x2.splat(0);
  const end = last;
  for (let entry = columnEntries; entry < end; entry += 8) {
    sum = plus(sum, v128.load64_splat(<usize>load<u32>(entry) + k), v128.load(<usize>load<u32>(entry, 4) + lane));
  }
  v128.store(gradient + lane, sum);
}

/**
 * Writes the gradient of one coordinate beyond the feature's, summed in the order of the batch.
 *
 * @param k which, from 0 at the first of them
 */
export function gatherDense(k: i32): void {
  const bytes = <usize>k << 3;
  const size = row;
  let lane: usize = 0;
  for (; lane + 80 <= size; lane += 80) fiveVectors(bytes, lane);
  for (; lane < size; lane += 16) oneVector(bytes, lane);
}
