import { exp } from "../../numeric/exp.ts";
import { log1p } from "../../numeric/log1p.ts";

/**
 * Cross-entropy of two outputs as a function of the margin.
 *
 * L = -log softmax(F)_y = log(1 + e^-z),  z = F_y - F_{-y}; for z < 0 as -z + log(1 + e^z), which cannot overflow.
 *
 * @param margin z, any double
 * @returns the loss, >= 0
 * Source: [T25] section 3.
 * @example
 * crossEntropy(0) // => 0.6931471805599453
 * crossEntropy(-1000) // => 1000
 */
export function crossEntropy(margin: number): number {
  return margin >= 0 ? log1p(exp(-margin)) : -margin + log1p(exp(margin));
}

/**
 * Size of the residual: how much of the probability is on the wrong class.
 *
 * l_{y,i} = 1 - softmax_y = 1/(1 + e^z),  and l_{-y,i} = -l_{y,i}.
 *
 * @param margin z = F_y - F_{-y}, any double
 * @returns l_{y,i} in [0, 1], accurate also where it is tiny
 * Source: [T25] Lemma A.6.
 * @example
 * residual(0) // => 0.5
 */
export function residual(margin: number): number {
  if (margin < 0) return 1 / (1 + exp(margin));
  const odds = exp(-margin);
  return odds / (1 + odds);
}
