import { power } from "../../src/numeric/power.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { K23_CHOSEN, K23_CONDITION, k23Run } from "../support/benign/k23.ts";
import { strengthAt } from "../support/benign/transition.ts";

/** The test error at the transition: the public script's, 0.1 above the noise rate. */
const CUT = 0.2;

/** Strengths on both sides of it, as n |mu|^4/(sigmaP^4 d). */
const SIDES = [0.02, 100] as const;

/** The numbers of the claim. */
export interface K23TransitionNumbers {
  /** Exponents of |mu| at the transition. */
  readonly overN?: number;
  readonly overD?: number;
}

function transition({ n = K23_CHOSEN.n, d = K23_CHOSEN.d }: { n?: number; d?: number }, seed: number): number | null {
  const run = k23Run({ ...K23_CHOSEN, n, d, ratio: 1 }, seed);
  const [from, to] = SIDES.map((ratio) => power((ratio * d) / n, 1 / 4)) as [number, number];
  return strengthAt(run, from, to, CUT);
}

const BECAUSE =
  "which labels are flipped, and where the noise lies along the signal: a seed's transition is not that of the mean";

/**
 * The transition lies at n |mu|^4 of the order of sigmaP^4 d.
 *
 * |mu| = C sigmaP (d/n)^(1/4) where test errors pass p + 0.1
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [K23] Theorem 3.2; that its two sides meet in one power law is our reading.
 */
export const k23Transition = ({ overN = -1 / 4, overD = 1 / 4 }: K23TransitionNumbers = {}): Claim =>
  defineClaim({
    id: "k23-transition",
    source: "K23 3.2",
    kind: "rate",
    statement: "test errors pass p + 0.1 at n |mu|^4 of the order of sigmaP^4 d: |mu| = Theta(sigmaP (d/n)^(1/4))",
    latex: String.raw`\|\mu\|_2 = \Theta\bigl(\sigma_p(d/n)^{1/4}\bigr)`,
    hypotheses: [...K23_CONDITION],
    readAs: ["the transition: the |mu| at which the test error is 0.2 at p = 0.1, found by halving"],
    restsOn: ["k23-thm-3.2"],
    checks: [
      scaling({
        name: "over d",
        about: "|mu| at test error p + 0.1",
        at: "n = 20, m = 10, sigma0 = sqrt(n)/(2 sigmaP d), flip = 0.1",
        levels: [1],
        over: "d",
        grid: [500, 1000, 2000, 4000],
        quantity: (d, seed) => transition({ d }, seed),
        claimed: overD,
        slack: { exponent: 0.06, because: BECAUSE },
        least: 12,
      }),
      scaling({
        name: "over n",
        about: "|mu| at test error p + 0.1",
        at: "d = 2000, m = 10, sigma0 = sqrt(n)/(2 sigmaP d), flip = 0.1",
        levels: [1],
        over: "n",
        grid: [10, 20, 40],
        quantity: (n, seed) => transition({ n }, seed),
        claimed: overN,
        slack: { exponent: 0.06, because: BECAUSE },
        least: 12,
      }),
    ],
  });
