import type { NormName } from "../../src/margins/norms.ts";
import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { MARGINS_AT, marginEnd } from "../support/margins/marginEnd.ts";

/** The numbers of the claim. */
export interface Zzc24LinfNumbers {
  readonly optimizer?: string;
  /** The norm whose largest margin is reached. */
  readonly norm?: NormName;
}

/** Shares of the largest margin: that Adam has of its own norm's at least, and GD of that at most. */
const REACHED = 0.95;
const MISSED = 0.9;

/**
 * Full-batch Adam on separable data goes to the largest l_inf margin of the linear network.
 *
 * min_i y_i <w_t, x_i>/|w_t|_inf -> max_w min_i y_i <w, x_i>/|w|_inf
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [ZZC24], from its abstract.
 */
export const zzc24Linf = ({ optimizer = "adam", norm = "linf" }: Zzc24LinfNumbers = {}): Claim => {
  const reached = (name: string, lr: number, seed: number) => {
    const adaptive = name === "adam" ? { eps: 0, betas: [0.5, 0.9] } : {};
    const end = marginEnd({
      network: "linear",
      epochs: 4000,
      seed,
      optimizer: { name, lr, weightDecay: 0, ...adaptive },
    });
    return end.reached[norm] ?? 0;
  };
  return defineClaim({
    id: "zzc24-linf",
    source: "ZZC24",
    kind: "outcome",
    statement:
      "full-batch Adam on linearly separable data converges to the direction of the largest l_inf margin, unlike gradient descent",
    latex: String.raw`\frac{\min_i y_i\langle w_t, x_i\rangle}{\|w_t\|_\infty} \to \max_w \frac{\min_i y_i\langle w, x_i\rangle}{\|w\|_\infty}`,
    hypotheses: [],
    readAs: [
      `"converges" as a share of the largest margin of ${REACHED} after 4000 epochs, by a bound from the training's own multipliers`,
    ],
    restsOn: [],
    checks: [
      frequency({
        name: "Adam",
        part: "Adam goes to the largest l_inf margin",
        at: MARGINS_AT,
        about: `after 4000 epochs with lr = 0.05/sqrt(t), eps = 0 and betas (0.5, 0.9) its margin over |w|_inf is at least ${REACHED} of the largest`,
        levels: [0],
        outcome: (seed) => reached(optimizer, 0.05, seed) >= REACHED,
        claimed: [0.5, 1],
      }),
      frequency({
        name: "gradient descent",
        part: "gradient descent does not",
        at: MARGINS_AT,
        about: `after 4000 epochs with lr = 5/sqrt(t) its margin over |w|_inf is at most ${MISSED} of what its multipliers leave possible`,
        levels: [0],
        outcome: (seed) => reached("sgd", 5, seed) <= MISSED,
        claimed: [0.5, 1],
      }),
    ],
  });
};
