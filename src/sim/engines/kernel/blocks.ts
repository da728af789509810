import { clearActive, gatherDense, writeActive } from "./active";
import { packWeights, projectDense } from "./dense";
import { plus } from "./lanes";
import { beginSums, ENTRY, entryOf, lanesOf } from "./listed";
import { gatherSparse, projectSparse } from "./sparse";
import { addRowSingle } from "./single";
import { dimension, gradient, row, rows, values } from "./state";
import { baseRow, common, dense, featureSupport, listed, single, together } from "./widerState";

/**
 * How many examples forward and backward pass go through at a time: of dense patches a block's, so that its rows of lanes stay in the second cache from
 * product to activation, and from coefficients to the other product.
 *
 * @param count b
 */
export function examplesAtATime(count: i32): i32 {
  if (!dense) return count;
  const times = (count + together - 1) / together;
  return (count + times - 1) / times;
}

/** Two dense patches fill no tile: each is projected on by itself. */
function areFew(first: usize, last: usize): bool {
  return bool(dense && !single && last - first < 3 * ENTRY);
}

/**
 * Prepares for the products with the weights as they are.
 *
 * @param count how many examples are listed, in all
 */
export function beginProjecting(count: i32): void {
  if (dense && !areFew(entryOf(0), entryOf(count))) packWeights();
}

/**
 * Projects all neurons on the patches of some examples that are listed, each into its row.
 *
 * @param from the first of them among those listed
 * @param count how many
 */
export function projectListed(from: i32, count: i32): void {
  const first = entryOf(from);
  const last = entryOf(from + count);
  const few = areFew(first, last);
  beginSums(first, last, few);
  if (few) return;
  if (dense) projectDense(first, last);
  else projectSparse(first, last);
}

function gatherCommonSingle(last: usize): void {
  const size = row;
  memory.fill(common, 0, size);
  for (let entry = listed; entry < last; entry += ENTRY) addRowSingle(1, lanesOf(entry), common, size);
  let x = values + (<usize>load<u32>(rows + (<usize>baseRow << 2)) << 2);
  for (let out = gradient, end = out + <usize>dimension * size; out < end; out += size, x += 4) {
    addRowSingle(load<f32>(x), common, out, size);
  }
}

/** Adds what the batch gives along what all patches have in common: u times the sum of all coefficients, in the order of the batch. */
function gatherCommon(last: usize): void {
  if (single) return gatherCommonSingle(last);
  const size = row;
  const from = <usize>load<u32>(rows + (<usize>baseRow << 2));
  memory.fill(common, 0, size);
  for (let entry = listed; entry < last; entry += ENTRY) {
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

/** Adds what some examples that are listed give to it, after those before them. */
export function gatherListed(from: i32, count: i32): void {
  const first = entryOf(from);
  const last = entryOf(from + count);
  if (dense) gatherDense(first, last);
  else gatherSparse(first, last);
}

/** Has it stand from `gradient` on, when all `count` examples were added. */
export function endGathering(count: i32): void {
  if (dense) writeActive();
  if (baseRow) gatherCommon(entryOf(count));
}
