/** What both trainings have in common. */
export interface Pair {
  /** h = lr/eps, the learning rate of the momentum. */
  readonly h: number;
  readonly eps: number;
  readonly betas: readonly [number, number];
}

/**
 * Adam, and the momentum that it becomes where eps is far above every gradient.
 *
 *   h eps mom/(sqrt(sec) + eps) = h mom eps/(sqrt(sec) + eps),   mom an average: (1 - b1) times what SGD with momentum b1 sums up
 *
 * @param pair h, eps, betas
 * @returns both optimizers as run files have them; moments without bias correction
 * Source: ours.
 * @example
 * momentumPair({ h: 0.5, eps: 10, betas: [0.75, 0.9] }).momentum.lr // => 0.125
 */
export const momentumPair = ({ h, eps, betas }: Pair) => ({
  adam: { name: "adam", lr: h * eps, weightDecay: 0, eps, betas, convention: "paper" as const },
  momentum: { name: "momentum", lr: h * (1 - betas[0]), weightDecay: 0, momentum: betas[0] },
});
