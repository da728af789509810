import { power } from "../../src/numeric/power.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { C22_CHOSEN, C22_CONDITION, c22Run } from "../support/benign/c22.ts";
import { strengthAt } from "../support/benign/transition.ts";

/** The test error at the transition: halfway between a coin's and none. */
const CUT = 0.25;

/** Strengths on both sides of it, as n SNR^3. */
const SIDES = [0.05, 20] as const;

/** The numbers of the claim. */
export interface C22TransitionNumbers {
  /** Exponents of |mu| at the transition. */
  readonly overN?: number;
  readonly overD?: number;
}

function transition({ n = C22_CHOSEN.n, d = C22_CHOSEN.d }: { n?: number; d?: number }, seed: number): number | null {
  const run = c22Run({ ...C22_CHOSEN, n, d, ratio: 1 }, seed);
  const [from, to] = SIDES.map((ratio) => power(ratio / n, 1 / 3) * Math.sqrt(d)) as [number, number];
  return strengthAt(run, from, to, CUT);
}

const BECAUSE = "which class has how many neurons at the start: a seed's transition is not that of the mean";

/**
 * The transition lies at n SNR^q of order one.
 *
 * |mu| = C sigmaP sqrt(d) n^(-1/q) where test errors pass a quarter
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [C22] Theorems 4.3 and 4.4 together; that their two sides meet in one power law is our reading.
 */
export const c22Transition = ({ overN = -1 / 3, overD = 1 / 2 }: C22TransitionNumbers = {}): Claim =>
  defineClaim({
    id: "c22-transition",
    source: "C22 4.3, 4.4",
    kind: "rate",
    statement: "test errors pass from constant to small at n SNR^q of order one: |mu| = Theta(sigmaP sqrt(d) n^(-1/q))",
    latex: String.raw`\|\mu\|_2 = \Theta\bigl(\sigma_p\sqrt d\,n^{-1/q}\bigr)`,
    hypotheses: [...C22_CONDITION],
    readAs: ["the transition: the |mu| at which the test error is 1/4, found by halving, q = 3"],
    restsOn: ["c22-thm-4.3", "c22-thm-4.4"],
    checks: [
      scaling({
        name: "over n",
        about: "|mu| at test error 1/4",
        at: "d = 2000, m = 10, q = 3, sigma0 sigmaP sqrt(d) = 0.1",
        levels: [1],
        over: "n",
        grid: [8, 16, 32],
        quantity: (n, seed) => transition({ n }, seed),
        claimed: overN,
        slack: { exponent: 0.12, because: BECAUSE },
      }),
      scaling({
        name: "over d",
        about: "|mu| at test error 1/4",
        at: "n = 20, m = 10, q = 3, sigma0 sigmaP sqrt(d) = 0.1",
        levels: [1],
        over: "d",
        grid: [500, 1000, 2000],
        quantity: (d, seed) => transition({ d }, seed),
        claimed: overD,
        slack: { exponent: 0.1, because: BECAUSE },
      }),
    ],
  });
