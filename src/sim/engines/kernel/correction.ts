import { integerPower } from "./power";
import { b1, b2, correct, eta } from "./state";

// `biasCorrection` of src/optimizers, operation for operation; t >= 1 is the number of the step.

/** eta/(1-b1^t), or eta. */
export function stepSizeAt(t: i64): f64 {
  return correct ? eta / (1 - integerPower(b1, t)) : eta;
}

/** 1/sqrt(1-b2^t), or 1. */
export function rootScaleAt(t: i64): f64 {
  return correct ? 1 / sqrt<f64>(1 - integerPower(b2, t)) : 1;
}
