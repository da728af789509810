import { formulaLine } from "./formulaLine.ts";
import { initPlain, type Optimizer } from "./optimizer.ts";
import { SIGN, signUpdate } from "./signUpdate.ts";

/**
 * Sign descent with decoupled weight decay.
 *
 *   w <- (1 - eta lambda) w - eta sgn(g),  sgn(0) = 0
 *
 * Source: [T25] B.2. Both conventions agree.
 * @example
 * const hyper = { lr: 0.25, weightDecay: 2, convention: "paper" }
 * signsgdw.update(hyper, signsgdw.init(Float64Array.of(1)), Float64Array.of(-3)).weights[0] // => 0.75
 */
export const signsgdw: Optimizer = {
  name: "signsgdw",
  title: "SignSGDW",
  decay: "decoupled",
  adaptive: false,
  formulas: SIGN,
  formula: formulaLine("decoupled", SIGN.paper),
  source: "[T25] B.2",
  init: initPlain,
  update: (hyper, at, gradient, into) => signUpdate("decoupled", hyper, at, gradient, into),
};
