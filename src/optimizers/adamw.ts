import { ADAPTIVE, adaptiveUpdate } from "./adaptiveUpdate.ts";
import { formulaLine } from "./formulaLine.ts";
import { initMoments, type Optimizer } from "./optimizer.ts";

/**
 * Adam with decoupled weight decay.
 *
 *   mom <- b1 mom + (1-b1) g;  sec <- b2 sec + (1-b2) g^2;  w <- (1 - eta lambda) w - eta mom/(sqrt(sec) + eps)
 *
 * Source: [T25] 3.6 (`paper`); torch.optim.AdamW (`pytorch`, with bias correction).
 * @example
 * const hyper = { lr: 0.5, weightDecay: 1, betas: [0, 0], eps: 0, convention: "paper" }
 * adamw.update(hyper, adamw.init(Float64Array.of(1)), Float64Array.of(-3)).weights[0] // => 1
 */
export const adamw: Optimizer = {
  name: "adamw",
  title: "AdamW",
  decay: "decoupled",
  adaptive: true,
  formulas: ADAPTIVE,
  formula: formulaLine("decoupled", ADAPTIVE.paper),
  source: "[T25] 3.6",
  init: initMoments,
  update: (hyper, at, gradient, into) => adaptiveUpdate("decoupled", hyper, at, gradient, into),
};
