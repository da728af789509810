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

/** Shares of the largest margin: Adam's at least, and GD's at most. */
const REACHED = 0.95;
const MISSED = 0.9;
const EPOCHS = 4000;

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
  const endOf = (name: string, lr: number, seed: number) => {
    const adaptive = name === "adam" ? { eps: 0, betas: [0.5, 0.9] } : {};
    return marginEnd({ network: "linear", epochs: EPOCHS, seed, optimizer: { name, lr, weightDecay: 0, ...adaptive } });
  };
  /** GD's margin as a share of one that Adam's weights have: the largest is no smaller. */
  const missed = (seed: number) => {
    const [gd, other] = [endOf("sgd", 5, seed), endOf(optimizer, 0.05, seed)].map((end) => end.normalized[norm] ?? 0);
    return (gd as number) > 0 && (other as number) > 0 ? (gd as number) / (other as number) <= MISSED : null;
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
      `"converges" as a share of the largest margin of ${REACHED} after ${EPOCHS} epochs, by a bound from the training's own multipliers`,
    ],
    restsOn: [],
    checks: [
      frequency({
        name: "Adam",
        part: "Adam goes to the largest l_inf margin",
        at: MARGINS_AT,
        about: `after ${EPOCHS} epochs with lr = 0.05/sqrt(t), eps = 0 and betas (0.5, 0.9) its margin over |w|_inf is at least ${REACHED} of the largest`,
        levels: [0],
        outcome: (seed) => (endOf(optimizer, 0.05, seed).reached[norm] ?? 0) >= REACHED,
        claimed: [0.5, 1],
      }),
      frequency({
        name: "gradient descent",
        part: "gradient descent does not",
        at: MARGINS_AT,
        about: `after ${EPOCHS} epochs with lr = 5/sqrt(t) it fits, and its margin over |w|_inf is at most ${MISSED} of that of Adam's weights`,
        levels: [0],
        outcome: missed,
        claimed: [0.5, 1],
      }),
    ],
  });
};
