import { AT_CHANCE } from "../../src/bounds/hypotheses/readings.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { runOfAsked } from "../ofOptimizer.ts";
import { around, LARGE, runFor } from "../support/choices/adamChoices.ts";
import { choiceSizes, sizesText } from "../support/choices/sizes.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";
import { GROWING, growingTrend } from "../support/states/growing.ts";
import { disagreement, type Outcome } from "../support/states/outcome.ts";

const ID = "thm-4.1";
/** In 1/eta: the flip needs about 1/(s sigmaP) of it, and whether it lasts is to be seen. */
const LENGTH = 2;

/**
 * Large-batch Adam fits its training set and generalizes no better than chance.
 *
 * training error 0 and test error >= 1/2 - o(1);  at finite n: test error >= 0.45
 *
 * @param numbers of the claim: `test`, the least test error that agrees with it; `train`, the training error claimed; `grid`, n
 *   of the trend
 * @returns the claim
 * Source: [T25] Theorem 4.1.
 */
export const thm41 = ({ test = AT_CHANCE, train = 0, grid = [8, 12, 16] } = {}): Claim => {
  const came = ({ trainError, testError }: Outcome) => trainError === train && testError >= test;
  const disagrees = disagreement(came);
  const reading = `after ${LENGTH}/eta steps the training error is ${train} and the test error at least ${test}`;
  const growing = { growing: GROWING[ID], came, words: `training error ${train} and test error >= ${test}` };
  return defineClaim({
    id: ID,
    source: "T25 4.1",
    kind: "outcome",
    statement: "large-batch Adam with weak decay ends with training error 0 and test error at least 1/2 - o(1)",
    latex: String.raw`\mathrm{err}_{\mathrm{train}}(W^{(T)}) = 0,\quad \mathrm{err}_{\mathrm{test}}(W^{(T)}) \ge \tfrac12 - o(1)`,
    hypotheses: hypothesesOf(ID),
    readAs: [`test error >= 1/2 - o(1): at least ${test}`, WITH_HIGH_PROBABILITY],
    restsOn: ["adam-large-stage1", "adam-large-flip", "adam-descent"],
    checks: [
      frequency({
        asymptotic: true,
        name: "runs",
        about: reading,
        at: sizesText(choiceSizes(LARGE)),
        levels: [1, 2],
        claimed: [0.5, 1],
        anyOptimizer: true,
        outcome: (seed, context) => disagrees(runFor(LARGE, LENGTH, seed), context) === undefined,
      }),
      property({
        name: "runs-wherever",
        about: `at n = 8, s from 4 to 16, wherever the hypotheses hold with the constant 1: ${reading}`,
        levels: [1, 2],
        asymptotic: true,
        cases: around(hypothesesOf(ID), LARGE, LENGTH, 16),
        shrinks: 5,
        anyOptimizer: true,
        violation: disagrees,
        run: runOfAsked,
      }),
      growingTrend(growing, grid),
      certifiedEnds("adam, b = n"),
    ],
  });
};
