import { firstNoise } from "./columns";
import { project, projectSome } from "./project";
import { addRowSingle } from "./single";
import { dimension, noise, row, rows, values, weights } from "./state";
import { exampleSize, firstListed, listedAfter, patchRow } from "./wider";
import { baseRow, common, featureSupport, listed, patches, single, wide } from "./widerState";

// Where products are taken block by block, the patches of a batch are listed once a step. An entry takes 16 bytes: the first of what the patch has beyond
// the feature's coordinates, one past the last, the address of its row of lanes, which holds its projections, then its coefficients; and the first of all that it has.

/** Bytes of an entry. */
export const ENTRY: usize = 16;

/** Patches of a block, at most: a multiple of 3. */
export const PATCHES: usize = 144;

/** One past the last entry. */
export let lastListed: usize = 0;

/** Bits to shift a place among `values` by: they are single where products are. */
// @ts-ignore: decorator
@inline
export function numberBits(): usize {
  return single ? 2 : 3;
}

/** <w, u> of what all patches have in common, into `common`. */
function projectCommon(): void {
  if (!single) return project(baseRow, common);
  const size = row;
  memory.fill(common, 0, size);
  let x = values + (<usize>load<u32>(rows + (<usize>baseRow << 2)) << 2);
  for (let w = weights, end = w + <usize>dimension * size; w < end; w += size, x += 4) addRowSingle(load<f32>(x), w, common, size);
}

/** Bytes of the entries of a block: as even blocks as there can be. */
export function blockSize(): usize {
  const count = (lastListed - listed) / ENTRY;
  const blocks = (count + PATCHES - 1) / PATCHES;
  return blocks ? ((count + blocks - 1) / blocks) * ENTRY : ENTRY;
}

/** Where entry's patch begins among all numbers, and ends; and its row of lanes. */
// @ts-ignore: decorator
@inline
export function beginOf(entry: usize): usize {
  return <usize>load<u32>(entry);
}

// @ts-ignore: decorator
@inline
export function endOf(entry: usize): usize {
  return <usize>load<u32>(entry, 4);
}

// @ts-ignore: decorator
@inline
export function lanesOf(entry: usize): usize {
  return <usize>load<u32>(entry, 8);
}

/**
 * Lists the patches of some examples.
 *
 * @param indices address of the batch; 0 for examples that follow each other
 * @param from the first of these
 * @param count b
 */
export function listPatches(indices: usize, from: i32, count: i32): void {
  if (baseRow) projectCommon();
  const stride = wide ? exampleSize() : row;
  const firstPatch = firstListed();
  let first = noise + (wide ? listedAfter() : 0);
  let entry = listed;
  for (let e = 0; e < count; e++, first += stride) {
    const i = indices ? load<i32>(indices + (<usize>e << 2)) : from + e;
    let lanes = first;
    for (let p = firstPatch; p < patches; p++, lanes += row, entry += ENTRY) {
      const patch = patchRow(i, p, patches);
      const bounds = rows + (<usize>patch << 2);
      store<u32>(entry, firstNoise(patch, featureSupport));
      store<u32>(entry, load<u32>(bounds, 4), 4);
      store<u32>(entry, lanes, 8);
      store<u32>(entry, load<u32>(bounds), 12);
    }
  }
  lastListed = entry;
}

/**
 * Projects all neurons on what the patches listed have on the feature's coordinates, or in common.
 *
 * @param whole whether on all that they have
 */
export function beginSums(whole: bool): void {
  const size = row;
  for (let entry = listed; entry < lastListed; entry += ENTRY) {
    const lanes = lanesOf(entry);
    const begin = <usize>load<u32>(entry, 12);
    const end = whole ? endOf(entry) : beginOf(entry);
    if (baseRow) memory.copy(lanes, common, size);
    else if (single || begin == end) memory.fill(lanes, 0, size);
    else projectSome(begin, end, lanes);
  }
}
