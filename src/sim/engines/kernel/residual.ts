import { exp } from "./exp";

/**
 * `residual` of src/sim/losses/crossEntropy.ts, operation for operation.
 *
 * @param margin z = F_y - F_{-y}
 * @returns l_{y,i} = 1/(1 + e^z)
 */
export function residual(margin: f64): f64 {
  if (margin < 0) return 1 / (1 + exp(margin));
  const odds = exp(-margin);
  return odds / (1 + odds);
}
