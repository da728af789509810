import { formulaBegin, formulaRows } from "./state";

/**
 * Fixes what all coordinates of a step share.
 *
 * @param step t, the number of this step
 */
export function beginFormula(step: f64): void {
  call_indirect<void>(formulaBegin, step);
}

/**
 * An update by formulas on the weights of neighbouring coordinates.
 *
 * @param w their address
 * @param end one past the last
 * @param g address of their gradient
 * @param hit whether the gradient is read; otherwise it is zero
 */
export function formulaUpdate(w: usize, end: usize, g: usize, hit: bool): void {
  call_indirect<void>(formulaRows, w, end, g, hit);
}
