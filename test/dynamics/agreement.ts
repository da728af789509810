import { startFull } from "../../src/dynamics/activeSet.ts";
import type { Method } from "../../src/dynamics/recurrence.ts";
import type { Case } from "./arbitrary.ts";

/**
 * How far a recurrence is from the dense simulation at worst, over all legs: every coefficient relative to the sum of the sizes of
 * the terms it is summed from, sum_k |w[k] xi[k]| for x_i, and |u| itself or the size of one step for u, whichever is larger.
 */
export function worstDeviation(method: Method, { problem, dense, legs }: Case): number {
  const { network, optimizer } = problem;
  const width = 2 * network.neurons;
  const exact = startFull(network, optimizer, dense);
  const recurrence = method.start(problem);
  let worst = 0;
  for (const leg of legs) {
    const finite = exact.run(leg);
    if (recurrence.run(leg) !== finite || recurrence.step !== exact.step) return Number.POSITIVE_INFINITY;
    if (!finite) break;
    const [a, b] = [exact.coefficients(), recurrence.coefficients()];
    const weights = exact.weights();
    for (let r = 0; r < width; r++) {
      const scale = Math.max(Math.abs(a.signal[r] as number), optimizer.lr);
      worst = Math.max(worst, Math.abs((a.signal[r] as number) - (b.signal[r] as number)) / scale);
    }
    for (let at = 0; at < a.noise.length; at++) {
      const [i, r] = [Math.floor(at / width), at % width];
      let scale = 0;
      for (let e = dense.examples.rows[i] as number; e < (dense.examples.rows[i + 1] as number); e++) {
        const w = weights[(dense.examples.coordinates[e] as number) * width + r] as number;
        scale += Math.abs((dense.examples.values[e] as number) * w);
      }
      const difference = Math.abs((a.noise[at] as number) - (b.noise[at] as number));
      if (difference > 0) worst = Math.max(worst, difference / scale);
    }
  }
  return worst;
}
