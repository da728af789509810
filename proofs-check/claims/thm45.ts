import { FEW_ERRORS } from "../../src/bounds/hypotheses/readings.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { type OutcomeClaim, outcomeFrequency, outcomeProperty } from "../support/adamw/adamwOutcome.ts";
import type { Letters } from "../support/choices/adamwStudy.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { GROWING, growingTrend } from "../support/states/growing.ts";

const ID = "thm-4.5";

/** n/b = 16 beside s sigmaP = 2, sqrt(n) = 4 and log(1/eps) = 6.4; m = 8, since a class none of whose neurons starts with the feature does not learn it. */
const LETTERS: Letters = {
  ...{ n: 16, b: 1, s: 4, sigmaP: 0.5, alpha: 0.2, m: 8, sigma0: 0.12, eta: 3.2e-3, lambda: 0.5, cEps: 1 },
  betas: [0.5, 0.9],
};

/**
 * Mini-batch AdamW trains to error 0 and generalizes.
 *
 * training error 0, test error o(1); read at finite size: training error 0 and test error < 0.1
 *
 * @param numbers the claim's: the test error that counts as small, the shares of starts claimed, n of the trend
 * @returns the claim
 * Source: [T25] Theorem 4.5; its time is a polynomial, here ten times what decay takes.
 */
export const thm45 = ({
  most = FEW_ERRORS,
  claimed = [0.5, 1] as readonly [number, number],
  grid = [16, 24, 32],
} = {}): Claim => {
  const theorem: OutcomeClaim = {
    id: ID,
    came: ({ trainError, testError }) => trainError === 0 && testError < most,
    words: `training error 0 and test error < ${most}`,
  };
  return defineClaim({
    id: ID,
    source: "T25 4.5",
    kind: "outcome",
    statement: "mini-batch AdamW ends with training error 0 and test error o(1)",
    latex: String.raw`\mathrm{err}_{\mathrm{train}} = 0,\quad \mathrm{err}_{\mathrm{test}} = o(1)`,
    hypotheses: hypothesesOf(ID),
    readAs: [`test error o(1): below ${most}`, `with high probability: in at least ${claimed[0]} of the seeds`],
    restsOn: ["adamw-mini-stage1", "adamw-mini-stage2", "adamw-descent", "adamw-mini-generalizes"],
    checks: [
      outcomeFrequency(theorem, { name: "n/b = 16, s sigmaP = 2", letters: LETTERS, claimed, least: 9 }),
      outcomeProperty(theorem, { n: [16], most: 100000 }),
      growingTrend({ growing: GROWING[ID], ...theorem }, grid),
      certifiedEnds("adamw, b = 1"),
    ],
  });
};
