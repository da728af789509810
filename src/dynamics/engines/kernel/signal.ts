import { derivative, value } from "../../../sim/engines/kernel/activation";
import { classes, labels, power, row, weights } from "../../../sim/engines/kernel/state";
import { signals } from "./state";

/**
 * What u gives to the outputs and takes from the residuals is the same for all examples of a label. For each label y, +1 first, two rows:
 * sigma(y u), and j sigma'(y u), j the class of the lane.
 */
export function shareSignal(): void {
  const q = power;
  for (let k: usize = 0; k < 2; k++) {
    const y = f64x2.splat(k == 0 ? 1 : -1);
    const given = signals + 2 * k * row;
    const slope = given + row;
    for (let lane: usize = 0; lane < row; lane += 16) {
      const z = f64x2.mul(y, v128.load(weights + lane));
      v128.store(given + lane, value(z, q));
      v128.store(slope + lane, f64x2.mul(v128.load(classes + lane), derivative(z, q)));
    }
  }
}

/** Address of sigma(y u) for an example's label; a row later there is j sigma'(y u). */
export function signalOf(i: i32): usize {
  return load<i8>(labels + i) == 1 ? signals : signals + 2 * row;
}
