import { FEW_ERRORS } from "../../src/bounds/hypotheses/readings.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { runOfAsked } from "../ofOptimizer.ts";
import { around, MINI, runFor } from "../support/choices/adamChoices.ts";
import { choiceSizes, sizesText } from "../support/choices/sizes.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";
import { GROWING, growingTrend } from "../support/states/growing.ts";
import { disagreement, type Outcome } from "../support/states/outcome.ts";

const ID = "thm-4.2";
const LENGTH = 3;

/**
 * Mini-batch Adam fits its training set and generalizes.
 *
 * training error 0 and test error o(1);  at finite n: test error < 0.1
 *
 * @param numbers of the claim: `test`, below which the test error agrees with it; `train`, the training error claimed;
 *   `grid`, n of the trend
 * @returns the claim
 * Source: [T25] Theorem 4.2.
 */
export const thm42 = ({ test = FEW_ERRORS, train = 0, grid = [16, 32, 48] } = {}): Claim => {
  const came = ({ trainError, testError }: Outcome) => trainError === train && testError < test;
  const disagrees = disagreement(came);
  const reading = `after ${LENGTH}/eta steps the training error is ${train} and the test error below ${test}`;
  const growing = { growing: GROWING[ID], came, words: `training error ${train} and test error < ${test}` };
  return defineClaim({
    id: ID,
    source: "T25 4.2",
    kind: "outcome",
    statement: "mini-batch Adam with weak decay ends with training error 0 and test error o(1)",
    latex: String.raw`\mathrm{err}_{\mathrm{train}}(W^{(T)}) = 0,\quad \mathrm{err}_{\mathrm{test}}(W^{(T)}) = o(1)`,
    hypotheses: hypothesesOf(ID),
    readAs: [`test error o(1): below ${test}`, WITH_HIGH_PROBABILITY],
    restsOn: ["adam-mini-stage1", "adam-mini-stage2", "adam-descent", "adam-mini-generalizes"],
    checks: [
      frequency({
        asymptotic: true,
        name: "runs",
        about: `with betas that forget within n/b steps: ${reading}`,
        at: sizesText(choiceSizes(MINI)),
        levels: [1, 2],
        claimed: [0.5, 1],
        anyOptimizer: true,
        outcome: (seed, context) => disagrees(runFor(MINI, LENGTH, seed), context) === undefined,
      }),
      property({
        name: "runs-wherever",
        about: `s, alpha, sigma0 and betas drawn, wherever the hypotheses hold with the constant 1: ${reading}`,
        levels: [1, 2],
        asymptotic: true,
        cases: around(hypothesesOf(ID), MINI, LENGTH, 6),
        shrinks: 3,
        anyOptimizer: true,
        violation: disagrees,
        run: runOfAsked,
      }),
      growingTrend(growing, grid),
      certifiedEnds("adam, b = 1"),
    ],
  });
};
