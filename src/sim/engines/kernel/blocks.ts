import { clearActive, gatherDense, writeActive } from "./active";
import { packWeights, projectDense } from "./dense";
import { plus } from "./lanes";
import { beginSums, ENTRY, lanesOf, lastListed, listPatches } from "./listed";
import { gatherSparse, projectSparse } from "./sparse";
import { addRowSingle } from "./single";
import { dimension, gradient, row, rows, values } from "./state";
import { baseRow, common, dense, featureSupport, listed, single, together } from "./widerState";

/**
 * How many examples a step takes at a time, from products to activation, and from coefficients to the other product: of dense patches a block's, so that
 * all that is kept of them stays in the second cache. Two threads, that wait for each other, take all.
 *
 * @param count b
 */
export function examplesAtATime(count: i32): i32 {
  if (!dense || ASC_FEATURE_THREADS) return count;
  const times = (count + together - 1) / together;
  return (count + times - 1) / times;
}

/** Prepares the products of a batch with the weights as they are. */
export function beginProjecting(): void {
  if (dense) packWeights();
}

/**
 * Projects all neurons on the patches of some examples, each into its row.
 *
 * @param indices address of the examples; 0 for those that follow each other
 * @param from the first of these
 * @param count how many
 */
export function projectListed(indices: usize, from: i32, count: i32): void {
  listPatches(indices, from, count);
  // Two patches fill no tile: each is projected on by itself.
  const few = bool(dense && !single && lastListed - listed < 3 * ENTRY);
  beginSums(few);
  if (few) return;
  if (dense) projectDense();
  else projectSparse();
}

function gatherCommonSingle(): void {
  const size = row;
  memory.fill(common, 0, size);
  for (let entry = listed; entry < lastListed; entry += ENTRY) addRowSingle(1, lanesOf(entry), common, size);
  let x = values + (<usize>load<u32>(rows + (<usize>baseRow << 2)) << 2);
  for (let out = gradient, end = out + <usize>dimension * size; out < end; out += size, x += 4) {
    addRowSingle(load<f32>(x), common, out, size);
  }
}

/** Adds what the batch gives along what all patches have in common: u times the sum of all coefficients, in the order of the batch. */
function gatherCommon(): void {
  if (single) return gatherCommonSingle();
  const size = row;
  const from = <usize>load<u32>(rows + (<usize>baseRow << 2));
  memory.fill(common, 0, size);
  for (let entry = listed; entry < lastListed; entry += ENTRY) {
    const lanes = lanesOf(entry);
    for (let lane: usize = 0; lane < size; lane += 16) {
      v128.store(common + lane, f64x2.add(v128.load(common + lane), v128.load(lanes + lane)));
    }
  }
  let out = gradient;
  for (let x = values + (from << 3), end = x + (<usize>dimension << 3); x < end; x += 8, out += size) {
    const value = v128.load64_splat(x);
    for (let lane: usize = 0; lane < size; lane += 16) {
      v128.store(out + lane, plus(v128.load(out + lane), value, v128.load(common + lane)));
    }
  }
}

/** Sets the gradient of all coordinates beyond the feature's to 0. */
export function beginGathering(): void {
  if (dense) clearActive();
  else memory.fill(gradient, 0, <usize>(dimension - featureSupport) * row);
}

/** Adds what the patches listed give to it, after those before them. */
export function gatherListed(): void {
  if (dense) gatherDense();
  else gatherSparse();
  if (baseRow) gatherCommon();
}

/** Has it stand from `gradient` on. */
export function endGathering(): void {
  if (dense) writeActive();
}
