import { residual } from "./residual";
import { ownLoss } from "./widerState";

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
