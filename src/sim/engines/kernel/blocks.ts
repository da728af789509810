import { gatherDense, projectDense } from "./dense";
import { listPatches } from "./listed";
import { gatherSparse, projectSparse } from "./sparse";
import { dimension, gradient, row } from "./state";
import { dense, featureSupport } from "./widerState";

/**
 * Projects all neurons on the patches of some examples, each into its row.
 *
 * @param indices address of the batch; 0 for examples that follow each other
 * @param from the first of these
 * @param count b
 */
export function projectListed(indices: usize, from: i32, count: i32): void {
  listPatches(indices, from, count);
  if (dense) projectDense();
  else projectSparse();
}

/** Writes the gradient of all coordinates beyond the feature's, summed in the order of the batch, from `gradient` on. */
export function gatherListed(): void {
  memory.fill(gradient, 0, <usize>(dimension - featureSupport) * row);
  if (dense) gatherDense();
  else gatherSparse();
}
