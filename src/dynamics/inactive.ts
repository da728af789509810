import { exp } from "../numeric/exp.ts";
import { integerPower } from "../numeric/integerPower.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { coastByStep } from "./coastByStep.ts";
import { shrinkage, shrunk } from "./coasting.ts";
import { mustNotCouple } from "./conditions.ts";
import type { Problem } from "./recurrence.ts";

/** Classes of equal probability into which a half-normal start is cut. */
const NODES = 64;

/**
 * Root mean squares of a half-normal number within classes of equal probability; the mean of their squares is 1.
 *
 * E[N^2; a < |N| < b] = P(a < |N| < b) - 2 (b phi(b) - a phi(a))
 */
function halfNormalNodes(): Float64Array {
  const edges = Array.from({ length: NODES }, (_, j) => normalQuantile(0.5 + j / (2 * NODES)));
  const moment = (x: number | undefined) => (x === undefined ? 0 : (x * exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI));
  return Float64Array.from(edges, (a, j) => Math.sqrt(1 - 2 * NODES * (moment(edges[j + 1]) - moment(a))));
}

/** sigma0 times one factor a step. */
function shrinking(factorAt: (step: number) => number, sigma0: number): (step: number) => number {
  let [done, size] = [0, sigma0];
  return (step) => {
    while (done < step) size = shrunk(factorAt(++done), size);
    return size;
  };
}

/**
 * Size of the weights that no example touches.
 *
 *   tau(t)^2 = E[w(t)^2],  w(0) ~ N(0, sigma0^2):   rho^2t sigma0^2 for SGD, decoupled decay and lambda = 0 (with a schedule the product of all rho_t);
 *   for an optimizer on a base that of the base;
 *   else (coupled decay, and formulas that name w) the mean over classes of equal probability, each started at its root mean square and run through the optimizer with gradient 0
 *
 * @param optimizer all such weights follow its scalar map
 * @param sigma0 standard deviation of the start
 * @param rate what lr is multiplied by at step t, from 1; 1 where absent
 * @returns tau as a function of the steps done; asked with steps that do not fall
 * Source: ours, docs/notes/coefficients.md.
 */
export function inactiveSize(
  optimizer: Problem["optimizer"],
  sigma0: number,
  rate?: (step: number) => number,
): (step: number) => number {
  const { init, own } = optimizerNamed(optimizer.name);
  // What it makes of the gradient is 0 there, too.
  if (own?.base !== undefined) return inactiveSize({ ...optimizer, name: own.base }, sigma0, rate);
  if (!own?.readsWeight && (optimizer.name === "sgd" || mustNotCouple(optimizer) === undefined)) {
    // With its sign: where rho < 0 a test example's remainder turns around with the weights it stands for.
    if (rate) return shrinking((t) => shrinkage({ ...optimizer, lr: optimizer.lr * rate(t) }), sigma0);
    const rho = shrinkage(optimizer);
    return (step) => shrunk(integerPower(rho, step), sigma0);
  }
  const nodes = halfNormalNodes().map((node) => sigma0 * node);
  // A formula of the weight need not treat both signs alike.
  let at = init(own?.readsWeight ? Float64Array.of(...nodes, ...nodes.map((node) => -node)) : nodes);
  return (step) => {
    at = coastByStep(optimizer, at, step, rate);
    return Math.sqrt(at.weights.reduce((sum, w) => sum + w * w, 0) / at.weights.length);
  };
}
