import { rootScale, stepSize } from "../../../sim/engines/kernel/adaptive";
import { rootScaleAt, stepSizeAt } from "../../../sim/engines/kernel/correction";
import { eta } from "../../../sim/engines/kernel/state";
import { drifts, driftsRoom, shrinkage, sizes, sizesRoom } from "./state";

/** From this step on both corrections are 1 to the last bit. */
let settled: f64 = Infinity;

/**
 * Keeps the size that a step would have whose moments are not corrected for bias: eta sqrt(1-b2^t)/(1-b1^t), or eta.
 *
 * @param t the number of the step, for which `beginAdaptive` has been called
 */
export function keepSize(t: f64): void {
  if (t >= settled || t >= sizesRoom) return;
  if (stepSize == eta && rootScale == 1) settled = t;
  else store<f64>(sizes + (<usize>t << 3), stepSize / rootScale);
}

/** Where both corrections are 1 a sum depends on the number of steps alone: it is kept. */
export function sumOfSteps(first: f64, felt: f64, ratio: f64): f64 {
  if (first + 1 < settled || felt >= driftsRoom) return sumStepByStep(first, felt, ratio);
  const at = drifts + (<usize>felt << 3);
  let sum = load<f64>(at);
  if (sum == 0) {
    sum = sumStepByStep(first, felt, ratio);
    store<f64>(at, sum);
  }
  return sum;
}

/**
 * The sum of the steps that moments take while they decay, as `coastingOf` of src/dynamics/coasting.ts has it.
 *
 *   sum_{k=1..felt} rho^(felt-k) ratio^k eta(first + k)
 *
 * @param first steps done before
 * @param felt how many
 * @param ratio b1/sqrt(b2)
 * @returns the sum
 */
function sumStepByStep(first: f64, felt: f64, ratio: f64): f64 {
  const keep = shrinkage;
  const last = first + felt;
  let t = first + 1;
  let sum: f64 = 0;
  let power: f64 = 1;
  const kept = max<f64>(0, min<f64>(last + 1, min<f64>(settled, sizesRoom)) - t);
  let at = sizes + (<usize>t << 3);
  for (const end = at + (<usize>kept << 3); at < end; at += 8) {
    power *= ratio;
    sum = keep * sum + power * load<f64>(at);
  }
  for (t += kept; t <= last; t++) {
    power *= ratio;
    sum = keep * sum + power * (t >= settled ? eta : stepSizeAt(<i64>t) / rootScaleAt(<i64>t));
  }
  return sum;
}
