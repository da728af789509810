import { formulaLine } from "./formulaLine.ts";
import { initPlain, type Optimizer } from "./optimizer.ts";
import { SIGN, signUpdate } from "./signUpdate.ts";

/**
 * Sign descent with coupled weight decay.
 *
 *   w <- w - eta sgn(g + lambda w),  sgn(0) = 0
 *
 * Source: [T25] 5.1. Both conventions agree.
 * @example
 * const hyper = { lr: 0.25, weightDecay: 2, convention: "paper" }
 * signsgd.update(hyper, signsgd.init(Float64Array.of(1)), Float64Array.of(-3)).weights[0] // => 1.25
 */
export const signsgd: Optimizer = {
  name: "signsgd",
  title: "SignSGD",
  decay: "coupled",
  adaptive: false,
  formulas: SIGN,
  formula: formulaLine("coupled", SIGN.paper),
  source: "[T25] 5.1",
  init: initPlain,
  update: (hyper, at, gradient, into) => signUpdate("coupled", hyper, at, gradient, into),
};
