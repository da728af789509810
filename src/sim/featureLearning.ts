import { maximum } from "./maximum.ts";
import type { PerClass } from "./trajectory.ts";

/** The most a class has learnt of its own feature: max_r <w_{j,r}, j v>; `signal` is <w, v> of every lane. Of K >= 3 classes those of the first two, max_r <w_{j,r}, v_j>. */
export function featureLearning(neurons: number, signal: Float64Array): PerClass {
  if (signal.length > 2 * neurons)
    return { "+1": maximum(signal, 0, neurons), "-1": maximum(signal, neurons, neurons) };
  return {
    "+1": maximum(signal, 0, neurons),
    "-1": maximum(
      signal.map((u) => -u),
      neurons,
      neurons,
    ),
  };
}
