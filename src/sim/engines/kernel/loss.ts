import { residual } from "./residual";
import { lanePulls, ownLoss } from "./widerState";

/** -L'(margin) of a loss that is not the papers': the host's own function, so that every loss is written once. */
// @ts-ignore: decorator
@external("host", "pull")
declare function hostPull(margin: f64): f64;

/**
 * What pulls a margin up.
 *
 * @param margin z = F_y - F_{-y}
 * @returns -L'(z)
 */
export function pullAt(margin: f64): f64 {
  return ownLoss ? hostPull(margin) : residual(margin);
}

/** The pull on each of K outputs, lane by lane into `lanePulls`: the host's own softmax. */
// @ts-ignore: decorator
@external("host", "pullSeveral")
declare function hostPullSeveral(outputs: usize, y: i32, share: f64, into: usize): void;

/**
 * What pulls the outputs of an example of K >= 3 classes.
 *
 * @param outputs address of F_1; the next ones follow at `outputsSize` bytes each
 * @param y its label
 * @param share 1/b
 */
export function pullSeveral(outputs: usize, y: i32, share: f64): void {
  hostPullSeveral(outputs, y, share, lanePulls);
}
