import { dynamicsEnd } from "../../src/dynamics/dynamics.ts";
import { exp } from "../../src/numeric/exp.ts";
import { frequency } from "../checks/frequency.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { runOf } from "../meeting.ts";
import { K23_CHOSEN, K23_CONDITION, k23At, k23Run } from "../support/benign/k23.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

/** n |mu|^4/(sigmaP^4 d) at the chosen sizes. */
const RATIO = 1;

/** The numbers of the claim. */
export interface K23BalanceNumbers {
  /** The largest quotient of two examples' loss derivatives: what "a constant" is read as. */
  readonly most?: number;
  /** The largest exponent of the number of steps in the spread of margins. */
  readonly exponent?: number;
}

/** Largest less least y_i f(x_i) after so many steps. */
function spreadAfter(epochs: number, seed: number): number | null {
  const run = k23Run({ ...K23_CHOSEN, ratio: RATIO, epochs }, seed);
  const end = dynamicsEnd({ ...runOf({ ...run, testSize: 1 }), method: "gram" }, { byProducts: true });
  const { largestMargin, leastMargin } = end?.metrics ?? {};
  return largestMargin === undefined || leastMargin === undefined ? null : largestMargin - leastMargin;
}

/**
 * All examples are fitted alike: the spread of their margins, and with it the quotient of any two loss derivatives, stays bounded.
 *
 * y_i f(x_i) - y_k f(x_k) <= C',  l'_i/l'_k <= C  for all i, k and t
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [K23], automatic balance of coefficient updates (its section 5), from memory; its number is not known here. The public script draws it.
 */
export const k23Balance = ({ most = 20, exponent = 0.1 }: K23BalanceNumbers = {}): Claim =>
  defineClaim({
    id: "k23-balance",
    source: "K23",
    kind: "rate",
    statement:
      "margins of any two training examples, flipped labels included, differ by at most a constant at all times, so that their loss derivatives have a bounded quotient",
    latex: String.raw`y_if(x_i) - y_kf(x_k) \le C',\qquad \ell_i'^{(t)}/\ell_k'^{(t)} \le C`,
    hypotheses: [...K23_CONDITION],
    readAs: [
      `a constant quotient: at most ${most}; a constant spread: no faster than steps^${exponent}`,
      WITH_HIGH_PROBABILITY,
    ],
    restsOn: ["k23-active"],
    checks: [
      frequency({
        name: "quotient",
        part: "bounded",
        about: `e to the spread of margins, which bounds the quotient, is at most ${most} after 400 steps`,
        at: k23At(RATIO),
        levels: [1],
        asymptotic: true,
        outcome(seed) {
          const spread = spreadAfter(400, seed);
          return spread === null ? null : exp(spread) <= most;
        },
        claimed: [0.5, 1],
      }),
      scaling({
        name: "spread over steps",
        part: "does not grow",
        about: "largest less least margin",
        at: k23At(RATIO).replace(", 400 steps", ""),
        levels: [1],
        over: "steps",
        grid: [100, 200, 400, 800],
        quantity: (epochs, seed) => spreadAfter(epochs, seed),
        claimed: [-Infinity, exponent],
        slack: { exponent: 0.1, because: "margins that are still growing apart from their start" },
      }),
    ],
  });
