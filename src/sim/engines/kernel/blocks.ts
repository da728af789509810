import { gatherDense, projectDense } from "./dense";
import { plus } from "./lanes";
import { ENTRY, lanesOf, lastListed, listPatches } from "./listed";
import { gatherSparse, projectSparse } from "./sparse";
import { addRowSingle } from "./single";
import { firstListed } from "./wider";
import { dimension, gradient, row, rows, values } from "./state";
import { baseRow, common, dense, featureSupport, listed, patches, single } from "./widerState";

/**
 * Projects all neurons on the patches of some examples, each into its row.
 *
 * @param indices address of the batch; 0 for examples that follow each other
 * @param from the first of these
 * @param count b
 */
export function projectListed(indices: usize, from: i32, count: i32): void {
  // Two patches fill no tile: each is projected on by itself.
  const few = bool(dense && !single && count * (patches - firstListed()) < 3);
  listPatches(indices, from, count, few);
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

/** Writes the gradient of all coordinates beyond the feature's, summed in the order of the batch, from `gradient` on. */
export function gatherListed(): void {
  memory.fill(gradient, 0, <usize>(dimension - featureSupport) * row);
  if (dense) gatherDense();
  else gatherSparse();
  if (baseRow) gatherCommon();
}
