import type { NormName } from "../../src/margins/norms.ts";
import { log } from "../../src/numeric/log.ts";
import { frequency } from "../checks/frequency.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { MARGINS_AT, marginEnd } from "../support/margins/marginEnd.ts";

/** The numbers of the claim. */
export interface Shngs18L2Numbers {
  readonly optimizer?: string;
  /** The norm whose largest margin is reached. */
  readonly norm?: NormName;
  /** Whether the rest is compared with 1/log(1/L); else with a constant. */
  readonly slow?: boolean;
}

/** Of the largest margin. */
const REACHED = 0.85;
/** Its loss falls from the first step on. */
const LR = 4;
const EPOCHS = [500, 1000, 2000, 4000, 8000] as const;
const LONGEST = 8000;

/**
 * Gradient descent on separable data goes to the largest l2 margin of the linear network, and slowly.
 *
 * 1 - (min_i y_i <w_t, x_i>/|w_t|_2)/max_w (min_i y_i <w, x_i>/|w|_2) = Theta(1/log(1/L(w_t)))
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [SHNGS18], from its abstract.
 */
export const shngs18L2 = ({ optimizer = "sgd", norm = "l2", slow = true }: Shngs18L2Numbers = {}): Claim => {
  const endAt = (epochs: number, seed: number) =>
    marginEnd({
      ...{ network: "linear", epochs, seed, lrSchedule: "constant" },
      optimizer: { name: optimizer, lr: optimizer === "sgd" ? LR : LR / 1000, weightDecay: 0 },
    });
  const check = { at: MARGINS_AT, levels: [0] } as const;
  return defineClaim({
    id: "shngs18-l2",
    source: "SHNGS18",
    kind: "rate",
    statement:
      "gradient descent of the logistic loss on linearly separable data converges to the direction of the largest l2 margin, as slowly as the logarithm of 1/loss grows",
    latex: String.raw`1 - \frac{\min_i y_i\langle w_t, x_i\rangle/\|w_t\|_2}{\max_w \min_i y_i\langle w, x_i\rangle/\|w\|_2} = \Theta\Big(\frac{1}{\log(1/L(w_t))}\Big)`,
    hypotheses: [],
    readAs: [
      `"converges" as a share of the largest margin of ${REACHED} after ${LONGEST} epochs, by a bound from the training's own multipliers`,
      "slowly: what is missing of the largest margin, times log(1/L), neither grows nor shrinks with the epochs",
    ],
    restsOn: [],
    checks: [
      frequency({
        ...{ ...check, name: "direction", part: "the largest l2 margin", claimed: [0.5, 1] },
        about: `after ${LONGEST} epochs with lr = ${LR} its margin over |w|_2 is at least ${REACHED} of the largest`,
        outcome: (seed) => (endAt(LONGEST, seed).reached[norm] ?? 0) >= REACHED,
      }),
      scaling({
        ...{ ...check, name: "rate", part: "as slowly as the logarithm of the loss" },
        about: `what its margin over |w|_2 is short of the largest one, times log(1/L), with lr = ${LR}`,
        ...{ over: "epochs", grid: EPOCHS, claimed: 0 },
        slack: { exponent: 0.05, because: "terms of lower order than log(1/L)" },
        quantity(epochs, seed) {
          const { trainLoss, reached } = endAt(epochs, seed);
          const share = reached[norm];
          return share === null ? null : (1 - share) * (slow ? -log(trainLoss) : 1);
        },
      }),
    ],
  });
};
