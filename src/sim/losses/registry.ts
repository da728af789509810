import { crossEntropy, residual } from "./crossEntropy.ts";
import type { Loss } from "./loss.ts";
import { exponential, hinge, square, squaredHinge } from "./margins.ts";

/** The papers' loss: log(1 + e^-z), whose pull is the residual. */
export const CROSS_ENTROPY: Loss = { value: crossEntropy, pull: residual };

/** Every loss by its name, the first where none is named. Adding one is one line here. */
const BY_NAME = { crossEntropy: CROSS_ENTROPY, hinge, squaredHinge, square, exponential } as const;

export type LossName = keyof typeof BY_NAME;
export const LOSSES = Object.keys(BY_NAME) as LossName[];

/**
 * A loss that also pulls, a little, towards the other label, as PyTorch's label_smoothing does with two classes.
 *
 * (1 - epsilon/2) L(z) + (epsilon/2) L(-z)
 */
const smoothed = ({ value, pull }: Loss, epsilon: number): Loss => ({
  value: (z) => (1 - epsilon / 2) * value(z) + (epsilon / 2) * value(-z),
  pull: (z) => (1 - epsilon / 2) * pull(z) - (epsilon / 2) * pull(-z),
});

/** What a run says of its loss. */
export interface LossKeys {
  readonly loss?: LossName;
  readonly labelSmoothing?: number;
}

/**
 * The loss of a run.
 *
 * @param keys loss: its name; labelSmoothing: epsilon in [0, 1), 0 where absent
 * @returns the loss and its pull, functions of the margin
 * Source: [T25] section 3; the others are ours, docs/theory.md 1.8.
 * @example
 * lossOf({ loss: "hinge" }).value(-1) // => 2
 * lossOf({ labelSmoothing: 0.5 }).pull(0) // => 0.25
 */
export function lossOf({ loss = "crossEntropy", labelSmoothing = 0 }: LossKeys): Loss {
  const own = BY_NAME[loss];
  return labelSmoothing === 0 ? own : smoothed(own, labelSmoothing);
}

/** What alone a run says of its loss; undefined where that is the papers'. */
export const lossKeys = (run: LossKeys): LossKeys | undefined => {
  if (isPapersLoss(run)) return undefined;
  const { loss, labelSmoothing } = run;
  return { ...(loss !== undefined && { loss }), ...(labelSmoothing !== undefined && { labelSmoothing }) };
};

/** Whether a run's loss is the papers', under whatever name. */
export const isPapersLoss = ({ loss = "crossEntropy", labelSmoothing = 0 }: LossKeys): boolean =>
  loss === "crossEntropy" && labelSmoothing === 0;
