import { flush, TINY } from "../numeric/flush.ts";
import { formulaLine } from "./formulaLine.ts";
import { type Formulas, type Hyperparameters, type Iterate, initPlain, type Optimizer } from "./optimizer.ts";

const GRADIENT: Formulas = { direction: "g" };

function update(
  { lr: eta, weightDecay: lambda }: Hyperparameters,
  at: Iterate,
  gradient: Float64Array,
  into: Iterate = initPlain(at.weights),
): Iterate {
  for (let k = 0; k < gradient.length; k++) {
    const w = at.weights[k] as number;
    into.weights[k] = flush(w - eta * ((gradient[k] as number) + lambda * w), TINY);
  }
  return { ...into, step: at.step + 1 };
}

/**
 * Stochastic gradient descent; gradient descent (GD) when the batch is the whole training set.
 *
 *   w' = w - eta (g + lambda w)
 *
 * Source: [Z21] 3; torch.optim.SGD without momentum. Both conventions agree.
 * @example
 * const { weights } = sgd.update({ lr: 0.5, weightDecay: 0, convention: "paper" }, sgd.init(Float64Array.of(1)), Float64Array.of(2))
 * weights[0] // => 0
 */
export const sgd: Optimizer = {
  name: "sgd",
  title: "SGD / GD",
  decay: "coupled",
  adaptive: false,
  formulas: { paper: GRADIENT, pytorch: GRADIENT },
  formula: formulaLine("coupled", GRADIENT),
  source: "[Z21] 3",
  init: initPlain,
  update,
};
