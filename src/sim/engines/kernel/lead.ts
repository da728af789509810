import { marginOf } from "./respond";
import { outputsSize } from "./state";
import { several } from "./widerState";

/** `lead` of src/sim/forward.ts: F_y - max_(c != y) F_c, the outputs being `outputsSize` bytes apart. */
function lead(y: i32, out: usize): f64 {
  let most: f64 = -Infinity;
  for (let c = 0; c < several; c++) {
    const output = load<f64>(out + <usize>c * outputsSize);
    if (c != y - 1 && !(output <= most)) most = output;
  }
  return load<f64>(out + <usize>(y - 1) * outputsSize) - most;
}

/**
 * The margin of an example whose outputs are known.
 *
 * @param y its label
 * @param out address of the first of its outputs
 * @returns F_y - F_{-y}; of K >= 3 classes how far F_y leads
 */
export function leadOf(y: i32, out: usize): f64 {
  return several ? lead(y, out) : marginOf(y, out);
}
