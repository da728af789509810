import { momentRatio } from "../../hypotheses/momentRatio.ts";

/**
 * How large AdamW's weights stay, whatever the gradients.
 *
 * limsup |w_t| <= eta C/(1 - |1 - eta lambda|): C/lambda for eta lambda <= 1, eta C/(2 - eta lambda) up to 2,  C the moment ratio,
 *
 * because |w_{t+1}| <= |1 - eta lambda| |w_t| + eta C. From eta lambda = 2 on the decay alone no longer shrinks a weight.
 *
 * @param lr eta > 0
 * @param weightDecay lambda >= 0, decoupled
 * @param betas [b1, b2], b1^2 < b2
 * @returns the bound, in weights; Infinity for lambda = 0 and for eta lambda >= 2. Both conventions, any eps >= 0
 * @throws InputError if b1^2 >= b2
 * Source: ours, from [T25] Lemma C.1; docs/notes/thresholds.md. Gradients of one sign that vary slowly reach 1/lambda only, see `signalFixedPoints`.
 * @example
 * signalBound(0.5, 1, [0, 0]) // => 1
 * signalBound(0.5, 4, [0, 0]) // => Infinity
 */
export function signalBound(lr: number, weightDecay: number, betas: readonly [number, number]): number {
  const left = 1 - Math.abs(1 - lr * weightDecay);
  const C = momentRatio(betas);
  return left > 0 ? (lr * C) / left : Infinity;
}
