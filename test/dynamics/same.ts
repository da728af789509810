import { coefficientsOf, startFull } from "../../src/dynamics/activeSet.ts";
import type { Method } from "../../src/dynamics/recurrence.ts";
import type { Case } from "./arbitrary.ts";

/**
 * Whether a method's training is the dense simulation's to the last bit: coefficients after every leg, and where it ends.
 *
 * @param method on the active coordinates
 * @param testCase the same training on the active coordinates, and on all
 * @returns no rounding is allowed for
 */
export function sameTraining(method: Method, { problem, dense, legs }: Case): boolean {
  const exact = startFull({ ...problem, start: dense });
  const other = method.start(problem);
  for (const leg of legs) {
    const finite = exact.run(leg);
    if (other.run(leg) !== finite || other.step !== exact.step) return false;
    const [a, b] = [coefficientsOf(exact.weights(), problem.network, dense.examples), other.coefficients()];
    const same = (key: "signal" | "noise") => a[key].every((value, k) => Object.is(value, b[key][k]));
    if (!same("signal") || !same("noise")) return false;
    if (!finite) return true;
  }
  return true;
}
