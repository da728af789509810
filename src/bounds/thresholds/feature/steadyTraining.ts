/** How AdamW is trained to where it rests. */
export interface SteadyTraining {
  readonly lr: number;
  readonly betas: [number, number];
  /** Of the full batch, one step each. */
  readonly epochs: number;
}

/** With moments this short steps may be long; where AdamW rests does not depend on them. */
const BETAS: [number, number] = [0.9, 0.9];
/** How much faster than the squared gradient of a decaying feature sec has to forget. */
const AHEAD = 5;
/** Decay alone takes a weight to e^-50. */
const DECAYS = 50;

/**
 * Steps with which full-batch AdamW follows its moments' limit, mom/sqrt(sec) = sgn g, at a weight decay.
 *
 * betas = (0.9, 0.9),  eta lambda = (1-b2)/(10 (q-1)),  50/(eta lambda) steps
 *
 * A feature that decay alone moves has a squared gradient that falls as exp(-2 (q-1) eta lambda t), which sec follows only if it forgets
 * faster, at 1-b2 a step; five times as fast here. With PyTorch's b2 = 0.999 the same would take 100 times the steps.
 *
 * @param q power of the activation, an integer >= 3
 * @param weightDecay lambda > 0, decoupled
 * @returns learning rate, betas and epochs
 * Source: ours, docs/notes/thresholds.md.
 * @example
 * steadyTraining(3, 100).epochs // => 10000
 */
export function steadyTraining(q: number, weightDecay: number): SteadyTraining {
  const decay = (1 - BETAS[1]) / (2 * AHEAD * (q - 1));
  return { lr: decay / weightDecay, betas: BETAS, epochs: Math.round(DECAYS / decay) };
}
