import { ADAPTIVE, adaptiveUpdate } from "./adaptiveUpdate.ts";
import { formulaLine } from "./formulaLine.ts";
import { initMoments, type Optimizer } from "./optimizer.ts";

/**
 * Adam with coupled (L2) weight decay.
 *
 *   g <- g + lambda w;  mom <- b1 mom + (1-b1) g;  sec <- b2 sec + (1-b2) g^2;  w <- w - eta mom/(sqrt(sec) + eps)
 *
 * Source: [T25] 3.4-3.5 (`paper`); torch.optim.Adam (`pytorch`, with bias correction).
 * @example
 * const hyper = { lr: 0.1, weightDecay: 0, betas: [0.9, 0.999], eps: 0, convention: "pytorch" }
 * adam.update(hyper, adam.init(Float64Array.of(1)), Float64Array.of(5)).weights[0] // => 0.9
 */
export const adam: Optimizer = {
  name: "adam",
  title: "Adam",
  decay: "coupled",
  adaptive: true,
  formulas: ADAPTIVE,
  formula: formulaLine("coupled", ADAPTIVE.paper),
  source: "[T25] 3.4-3.5",
  init: initMoments,
  update: (hyper, at, gradient, into) => adaptiveUpdate("coupled", hyper, at, gradient, into),
};
