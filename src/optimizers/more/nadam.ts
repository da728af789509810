import type { FormulaDefinition } from "../formula/fromFormulas.ts";

/** 0.96^(0.004 t) = 0.9998367253526753^t; momentum_decay = 0.004 is PyTorch's. */
const mu = (t: string) => `b1*(1 - 0.5*0.9998367253526753^${t})`;

/**
 * NAdam: Adam with Nesterov momentum.
 *
 *   mu_t = b1 (1 - 0.96^(0.004 t)/2);  mom, sec as Adam's;
 *   w <- w - eta [ (1 - mu_t) g/(1 - prod_(i <= t) mu_i) + mu_(t+1) mom/(1 - prod_(i <= t+1) mu_i) ] / (sqrt(sec/(1 - b2^t)) + eps)
 *
 * `rest` is 1 - prod_(i <= t) mu_i, the same number for every weight.
 *
 * Source: Dozat 2016, Algorithm 2; torch.optim.NAdam from 2.0 on (1.11 to 1.13 multiply the last product by mu_t once more).
 */
export const nadam: FormulaDefinition = {
  ...{ name: "nadam", title: "NAdam", decay: "coupled", source: "torch.optim.NAdam" },
  betas: [0.9, 0.999],
  eps: 1e-8,
  memory: { rest: `1 - (1 - rest)*${mu("t")}`, mom: "b1*mom + (1-b1)*g", sec: "b2*sec + (1-b2)*g^2" },
  direction: `((1 - ${mu("t")})*g/rest + ${mu("(t+1)")}*mom/(1 - (1 - rest)*${mu("(t+1)")}))/(sqrt(sec)*(1/sqrt(1 - b2^t)) + eps)`,
};
