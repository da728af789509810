import { lastHolding } from "../../../numeric/lastHolding.ts";
import { power } from "../../../numeric/power.ts";
import { realPower } from "../../../numeric/realPower.ts";
import { residual } from "../../../sim/losses/crossEntropy.ts";

/** A class whose active neurons all have the same feature u, and nothing but the feature to learn from, under full-batch AdamW. */
export interface SignalBalance {
  /** Power of the activation, > 2. */
  readonly q: number;
  /** p_j, share of the class among the examples, in (0, 1]. */
  readonly classShare: number;
  /** M >= 1 neurons with j w[1] = u; the others give nothing. */
  readonly activeNeurons: number;
  /** >= 0, in gradients. */
  readonly eps: number;
  /** What a wider model multiplies the gradient by; 1 unless given. u is then the weight on one of the feature's coordinates. */
  readonly pull?: number;
  /** The same of the margin. */
  readonly margin?: number;
}

/**
 * What pulls the feature of one active neuron.
 *
 * g(u) = p q u^(q-1) l(u),  l(u) = 1/(1 + exp(M u^q)): the margin of the class's examples is M u^q; of a wider model `pull` times g and `margin` times M
 *
 * @param balance the class
 * @param u j w[1] >= 0, in weights
 * @returns -j times the gradient of coordinate 1, >= 0
 * Source: [T25] Lemma A.7 without noise; what feature noise adds is of relative size alpha^q.
 * @example
 * signalGradient({ q: 3, classShare: 0.5, activeNeurons: 1, eps: 0 }, 0) // => 0
 */
export const signalGradient = (
  { q, classShare, activeNeurons, pull = 1, margin = 1 }: SignalBalance,
  u: number,
): number => pull * classShare * q * realPower(u, q - 1) * residual(margin * activeNeurons * realPower(u, q));

/**
 * The weight decay that holds the feature at u.
 *
 * Lambda(u) = g(u)/(u (g(u) + eps)),  so that lambda u = g/(g + eps)
 *
 * It has one peak: Lambda(u) >= lambda says p q u^(q-2) l(u) (1/lambda - u) >= eps, whose left side has a strictly concave logarithm, since
 * log l = -log(1 + e^(M u^q)) is concave; so every lambda is taken twice, once at the peak, or never.
 *
 * @param balance the class
 * @param u > 0
 * @returns Lambda(u), 1/u for eps = 0
 * Source: ours, docs/notes/thresholds.md.
 * @example
 * holdingDecay({ q: 3, classShare: 0.5, activeNeurons: 1, eps: 0 }, 4) // => 0.25
 */
export function holdingDecay(balance: SignalBalance, u: number): number {
  if (balance.eps === 0) return 1 / u;
  const g = signalGradient(balance, u);
  return g / (u * (g + balance.eps));
}

/**
 * Where the decay that holds the feature is largest.
 *
 * u* = argmax Lambda:  eps (q - 2 - q M u^q (1 - l(u))) = g(u);   ((q-2) eps/c)^(1/(q-1)), c = q p/2, where u is small and l = 1/2
 *
 * @param balance the class
 * @returns u* in [0, 2 margin^(-1/q)]; 0 for eps = 0, where Lambda falls throughout
 * Source: ours, docs/notes/thresholds.md.
 * @example
 * peakSignal({ q: 3, classShare: 0.5, activeNeurons: 1, eps: 0 }) // => 0
 */
export function peakSignal(balance: SignalBalance): number {
  const { q, activeNeurons, eps, margin = 1 } = balance;
  if (eps === 0) return 0;
  // At u = 2 margin^(-1/q), q margin M u^q (1 - l) > q 2^q/2 > q - 2: Lambda falls there.
  const rises = (u: number) => {
    const reached = margin * activeNeurons * realPower(u, q);
    return eps * (q - 2 - q * reached * residual(-reached)) > signalGradient(balance, u);
  };
  return lastHolding(rises, 0, margin === 1 ? 2 : 2 / power(margin, 1 / q));
}
