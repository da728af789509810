import { AT_CHANCE } from "../../src/bounds/hypotheses/readings.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { type OutcomeClaim, outcomeFrequency, outcomeProperty } from "../support/adamw/adamwOutcome.ts";
import type { Letters } from "../support/choices/adamwStudy.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { GROWING, growingTrend } from "../support/states/growing.ts";

const PRINTED = "as printed";
const C13 = "with C.13's alpha";

/** s sigmaP = 4; eta = 0.9 sigma0^2/s, the most that eta s = o(sigma0^(q-1)) leaves with the constant 1. */
const letters = (more: Pick<Letters, "b" | "alpha" | "cEps">): Letters => ({
  ...{ n: 8, s: 16, sigmaP: 0.25, m: 4, sigma0: 0.12, eta: (0.9 * 0.12 * 0.12) / 16, lambda: 1, betas: [0.5, 0.9] },
  ...more,
});

/**
 * Large-batch AdamW trains to error 0 and fails on fresh examples.
 *
 * training error 0, test error >= 1/2 - o(1); read at finite size: training error 0 and test error >= 0.45
 *
 * As printed it asks nothing of alpha beyond Condition A.1; Lemma C.13, on which it rests, asks alpha >= Theta~((b s sigmaP/n)^(1-q)). Both are readings.
 *
 * @param numbers the claim's: the least test error, the shares of starts claimed, n of the trend
 * @returns the claim
 * Source: [T25] Theorem 4.4, Lemma C.13; its time is a polynomial, here ten times what decay takes.
 */
export const thm44 = ({
  least = AT_CHANCE,
  claimed = [0.5, 1] as readonly [number, number],
  grid = [8, 12, 16],
} = {}): Claim => {
  const outcome: Omit<OutcomeClaim, "id"> = {
    came: ({ trainError, testError }) => trainError === 0 && testError >= least,
    words: `training error 0 and test error >= ${least}`,
  };
  const [printed, alpha] = [
    { id: "thm-4.4", ...outcome },
    { id: "thm-4.4-alpha", ...outcome },
  ];
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
    restsOn: ["adamw-large-stage1", "adamw-large-flip", "adamw-large-stage2", "adamw-descent", "adamw-large-fails"],
    checks: [
      outcomeFrequency(alpha, {
        ...{ name: "n/b = 1, eps = lambda eta/4", letters: letters({ b: 8, alpha: 0.4, cEps: 1 / 4 }) },
        ...{ claimed, least: 6, reading: C13 },
      }),
      outcomeFrequency(alpha, {
        ...{ name: "n/b = 2, eps = lambda eta", letters: letters({ b: 4, alpha: 0.4, cEps: 1 }) },
        ...{ claimed, least: 6, reading: C13 },
      }),
      // C.13 would ask for alpha >= (4/4)^-2 = 1.
      outcomeFrequency(printed, {
        ...{ name: "n/b = 4, alpha = 0.1", letters: letters({ b: 2, alpha: 0.1, cEps: 1 }) },
        ...{ claimed, least: 6, reading: PRINTED },
      }),
      outcomeProperty(printed, { n: [8], most: 40000, reading: PRINTED }),
      outcomeProperty(alpha, { n: [8], most: 40000, reading: C13 }),
      // alpha = sigmaP meets C.13's condition there, which leaves both readings the same runs.
      growingTrend({ growing: GROWING["thm-4.4"], ...outcome }, grid),
      certifiedEnds("adamw, b = n"),
    ],
  });
};
