import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { type OutcomeClaim, outcomeFrequency, outcomeProperty } from "../support/adamwOutcome.ts";
import type { Letters } from "../support/adamwStudy.ts";

/** Full batch; eta = 0.9 sigma0^2/s, the most that eta s = o(sigma0^(q-1)) leaves with the constant 1. */
const letters = (s: number, cEps: number): Letters => ({
  ...{ n: 16, b: 16, s, sigmaP: 1 / Math.sqrt(s), alpha: 0.4, m: 4, sigma0: 0.07, eta: (0.9 * 0.07 * 0.07) / s },
  ...{ lambda: 1, cEps, betas: [0.5, 0.9] },
});

/**
 * Large-batch AdamW trains to error 0 and fails on fresh examples.
 *
 * training error 0, test error >= 1/2 - o(1); read at finite size: training error 0 and test error >= 0.45
 *
 * @param numbers the claim's: the least test error, the shares of starts claimed
 * @returns the claim
 * Source: [T25] Theorem 4.4; its time is a polynomial, here 1.5 sqrt(pi/2)/(eta s sigmaP) steps, when every x_i has passed 1.
 */
export const thm44 = ({ least = 0.45, claimed = [0.5, 1] as readonly [number, number] } = {}): Claim => {
  const theorem: OutcomeClaim = {
    id: "thm-4.4",
    came: ({ trainError, testError }) => trainError === 0 && testError >= least,
    words: `training error 0 and test error >= ${least}`,
    steps: ({ eta, s, sigmaP }) => 1.5 / (0.8 * eta * s * sigmaP),
  };
  return defineClaim({
    id: "thm-4.4",
    source: "T25 4.4",
    kind: "outcome",
    statement: "large-batch AdamW ends with training error 0 and test error of at least 1/2 - o(1)",
    latex: String.raw`\mathrm{err}_{\mathrm{train}} = 0,\quad \mathrm{err}_{\mathrm{test}} \ge \tfrac12 - o(1)`,
    hypotheses: hypothesesOf("thm-4.4"),
    readAs: [
      `test error >= 1/2 - o(1): at least ${least}`,
      `with high probability: in at least ${claimed[0]} of the seeds`,
    ],
    restsOn: ["adamw-large-stage1", "adamw-large-flip", "adamw-large-stage2", "adamw-descent"],
    checks: [
      outcomeFrequency(theorem, { name: "s sigmaP = 6, eps = 0", letters: letters(36, 0), claimed, least: 7 }),
      outcomeFrequency(theorem, { name: "s sigmaP = 5, eps = lambda eta", letters: letters(25, 1), claimed, least: 2 }),
      outcomeProperty(theorem, { n: [8], most: 2500 }),
    ],
  });
};
