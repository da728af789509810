import { rootScaleAt, stepSizeAt } from "../../../sim/engines/kernel/correction";
import { integerPower } from "../../../sim/engines/kernel/power";
import { b1, b2, correct, eta } from "../../../sim/engines/kernel/state";
import { sizes, sizesRoom } from "./state";

/** 2^-54: what is added to 1 without a trace. */
const TRACELESS: f64 = 5.551115123125783e-17;

/** Steps whose sizes are in the room. */
let known: f64 = 0;

/** From this step on both corrections are 1 to the last bit. */
let settled: f64 = Infinity;

function sizeAt(t: f64): f64 {
  return stepSizeAt(<i64>t) / rootScaleAt(<i64>t);
}

/** Fills the room as far as a step. */
export function knowSizes(step: f64): void {
  if (!correct) settled = 0;
  for (let t = known + 1; t <= step && t < settled && t < sizesRoom; t++) {
    store<f64>(sizes + (<usize>t << 3), sizeAt(t));
    known = t;
    if (integerPower(b1, <i64>t) < TRACELESS && integerPower(b2, <i64>t) < TRACELESS) settled = t;
  }
}

/**
 * `stepSizesOf` of src/dynamics/coasting.ts: the size of a normalized step whose moments are not corrected for bias.
 *
 * @param t at most the step that `knowSizes` was told
 * @returns eta sqrt(1-b2^t)/(1-b1^t), or eta
 */
// @ts-ignore: decorator
@inline
export function sizeOf(t: f64): f64 {
  if (t >= settled) return eta;
  return t < sizesRoom ? load<f64>(sizes + (<usize>t << 3)) : sizeAt(t);
}
