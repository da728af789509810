import { drawActiveTestExamples } from "../data/activeTestExamples.ts";
import type { Weights } from "../data/weights.ts";
import type { Engine, Judged } from "../sim/engine.ts";
import { ENGINES } from "../sim/engines/registry.ts";
import type { Run } from "../sim/run.ts";
import { inactiveSize } from "./inactive.ts";
import type { Problem, Recurrence } from "./recurrence.ts";

/**
 * What fresh examples say where only the active coordinates are held.
 *
 * A fresh example meets active coordinates as in the dense simulation (it is the same example); what it has on the others gives, per
 * neuron, a Gaussian number of variance tau(t)^2 sum_k zeta[k]^2, as if each lane had one more coordinate of weight tau(t).
 *
 * @param run seed, testSize, setting
 * @param problem network, optimizer and start
 * @param engine the first of the registry unless given
 * @returns a function of the training, giving margins and largest noise of the test set
 * Source: ours, docs/notes/coefficients.md; what is approximate is said at `drawActiveTestExamples` and `inactiveSize`.
 */
export function newJudge(
  { setting, seed, testSize }: Run,
  { network, optimizer, start }: Problem,
  engine: Engine = ENGINES[0],
) {
  const width = 2 * network.neurons;
  const { coordinates } = start;
  const active = coordinates.length * width;
  const examples = drawActiveTestExamples(setting, seed, testSize, coordinates, width);
  const judge = engine.judge(network, coordinates.length + width, examples);
  const tau = inactiveSize(optimizer, setting.sigma0);
  const weights: Weights = new Float64Array(active + width * width);
  return (recurrence: Recurrence): Judged => {
    recurrence.weights(weights);
    const size = tau(recurrence.step);
    for (let r = 0; r < width; r++) weights[active + r * width + r] = size;
    return judge(weights);
  };
}
