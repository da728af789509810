import type { NetworkName } from "../../src/setting/network.ts";
import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { MARGINS_AT, marginEnd } from "../support/margins/marginEnd.ts";

/** The numbers of the claim. */
export interface Xl24BoxNumbers {
  /** The optimizer; only its decay is decoupled and its steps signs in the end. */
  readonly optimizer?: string;
  /** The box as a multiple of 1/lambda. */
  readonly box?: number;
}

/** How far beyond the box a weight may still be, and how large the gap, at the end. */
const BEYOND = 0.01;
const GAP = 0.02;

const LAMBDA = 1;
const EPOCHS = 16_000;
/** With the usual (0.9, 0.999) the same takes ten times as long: the second moment lags behind gradients that shrink. */
const BETAS = [0.5, 0.9] as const;

/**
 * Where full-batch AdamW converges, it does at a KKT point of the loss within |w|_inf <= 1/lambda.
 *
 * |w|_inf <= 1/lambda,  <w, -g> = |g|_1/lambda: gap = 1 + lambda <w, g>/|g|_1 = 0
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [XL24] Theorem 1.1, from its introduction.
 */
export const xl24Box = ({ optimizer = "adamw", box = 1 }: Xl24BoxNumbers = {}): Claim => {
  const ends = (network: NetworkName) => (seed: number) => {
    const end = marginEnd({
      network,
      epochs: EPOCHS,
      seed,
      optimizer: { name: optimizer, lr: 0.1, weightDecay: LAMBDA, betas: [...BETAS], eps: 0 },
    });
    if (!end.constrained) return false;
    const { filled, gap } = end.constrained;
    // Of a box that is `box` times as large, the gap is 1 - (1 - gap)/box.
    return filled / box <= 1 + BEYOND && gap !== null && 1 - (1 - gap) / box <= GAP;
  };
  const about = `after ${EPOCHS} epochs with lr = 0.1/sqrt(t), lambda = ${LAMBDA}, betas (${BETAS.join(", ")}) and eps = 0 no weight is beyond 1/lambda by more than ${100 * BEYOND}%, and the gap is at most ${GAP}`;
  return defineClaim({
    id: "xl24-box",
    source: "XL24 1.1",
    kind: "outcome",
    statement:
      "if full-batch AdamW converges, with a learning rate that does not rise and whose sum diverges, it does at a KKT point of the loss under |w|_inf <= 1/lambda",
    latex: String.raw`\lim_t w_t \text{ is a KKT point of } \min_{\|w\|_\infty \le 1/\lambda} L(w)`,
    hypotheses: [],
    readAs: [
      "of trainings that are long beside 1/(eta lambda); how far a point is from a KKT point is its Frank-Wolfe gap",
      "betas (0.5, 0.9), the first below the second, as the theorem has it; eps = 0: with another one the steps are no signs any more once gradients have shrunk to it (docs/findings.md)",
    ],
    restsOn: [],
    checks: [
      frequency({
        name: "convex loss",
        part: "the linear network",
        at: MARGINS_AT,
        about,
        levels: [0],
        outcome: ends("linear"),
        claimed: [0.6, 1],
      }),
      frequency({
        name: "the papers' network",
        part: "the CNN, whose loss is not convex",
        at: MARGINS_AT,
        about,
        levels: [0],
        outcome: ends("cnn"),
        claimed: [0.6, 1],
      }),
    ],
  });
};
