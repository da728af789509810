import { slowGradientsStep } from "../boxes/proofs/signStep.ts";
import { property } from "../checks/property.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { type RunInput, runOf } from "../meeting.ts";
import { largestException, signViolation } from "../support/signs/asSign.ts";
import {
  aboveThreshold,
  coordinateOne,
  exceptionOverRate,
  FULL,
  type SignNumbers,
  SLACK,
} from "../support/signs/signChecks.ts";
import {
  signHypotheses,
  sparseRuns,
  untouchedRun,
  untouchedRuns,
  type Wait,
  waitOfMom,
} from "../support/signs/signRuns.ts";
import { decayViolation } from "../support/signs/unseen.ts";

/** The threshold on B_i as the proof of C.3 uses it, and without its second term. */
const WITH_DECAY = "every b, threshold eta s sigma_p |l|/b + lambda |w|";
const WITHOUT_DECAY = "every b, threshold eta s sigma_p |l|/b";
const PYTORCH = "eps = 1e-8 (pytorch)";
/** eta of the study of weights that no example touches. */
const SMALL_RATES = [8e-5, 4e-5, 2e-5, 1e-5];

/**
 * Adam's normalized step is a sign.
 *
 * step = sgn(g) Theta(1) or |g| <= O~(eta) (coordinate 1), O~(eta s sigma_p |l|/b + lambda |w|) (B_i), O~(lambda eta) (other k: |w| <= O~(eta)); long unseen: sgn(w)
 *
 * @param numbers sign 1, the exponent 1 of eta, the steps after which an example counts as long unseen, and whether the threshold on B_i has lambda |w|
 * @returns the claim
 * Source: [T25] C.2; the threshold on B_i as the proof of C.3 uses it.
 */
export const adamAsSign = ({
  sign = 1,
  exponent = 1,
  wait = waitOfMom,
  decay = true,
}: SignNumbers & { wait?: Wait; decay?: boolean } = {}): Claim => {
  const [seen, other] = ["k in B_i, i in the batch", "other k"];
  const exceptionOf = (weightDecay: number, convention: "paper" | "pytorch") => (lr: number, seed: number) =>
    largestException(runOf(untouchedRun("adam", { lr, weightDecay, convention }, seed)), "untouched");
  const ofUntouched = {
    part: other,
    over: "eta",
    grid: SMALL_RATES,
    claimed: [exponent, Number.POSITIVE_INFINITY],
    slack: SLACK,
    levels: [0],
  } as const;
  return defineClaim({
    id: "adam-as-sign",
    source: "T25 C.2",
    kind: "rate",
    statement:
      "a weight of Adam steps by Theta(1) along the sign of its gradient unless that is small: O~(eta) on coordinate 1, O~(eta s sigma_p |l|/b + lambda |w|) on the support of an example in the batch; on one long unseen, and on other coordinates, along sgn(w) unless |w| is O~(eta)",
    latex: String.raw`\frac{m_t[k]}{\sqrt{v_t[k]}+\epsilon} = \operatorname{sgn}(g_t[k])\,\Theta(1) \quad\text{or}\quad |g_t[1]| \le \tilde O(\eta),\; |g_t[k]| \le \tilde O(\eta s\sigma_p|\ell_{j,i}|/B + \lambda|w_t[k]|)\ (k \in B_i),\; |w_t[k]| \le \tilde O(\eta)`,
    hypotheses: signHypotheses("adam"),
    restsOn: ["gradient", "moment-ratio"],
    checks: [
      slowGradientsStep(),
      ...coordinateOne("adam", { sign, exponent }),
      aboveThreshold({ name: "noise-threshold", part: seen, reading: FULL }, "adam", "B_i", {
        batchSizes: (n) => [n],
        sign,
        decay,
      }),
      exceptionOverRate({ name: "noise-eta", part: seen, reading: FULL, least: 6 }, "adam", "B_i", {
        batchSize: 4,
        exponent,
      }),
      exceptionOverRate({ name: "noise-eta-batch", part: seen, reading: WITHOUT_DECAY, least: 6 }, "adam", "B_i", {
        batchSize: 2,
        exponent,
      }),
      aboveThreshold({ name: "noise-threshold-batch", part: seen, reading: WITH_DECAY }, "adam", "B_i", {
        batchSizes: (n) => [1, n / 4, n / 2, n],
        idle: "max(1, 4 b1/(1-b1)) lambda |w|",
        sign,
        decay,
      }),
      property<RunInput>({
        name: "unseen",
        about:
          "b = 1, k in B_i, i unseen for ln(1/(lambda eta))/(-ln b1) steps: where |w| > 2 eta (C b1/(1-b1) + max |g|) the step is along sgn(w)",
        part: "k in B_i, i long unseen",
        cases: sparseRuns("adam", waitOfMom),
        violation: (run) => decayViolation(runOf(run), wait, sign),
        run: (run) => run,
        levels: [0],
      }),
      property<RunInput>({
        name: "untouched",
        about:
          "in no support: where |w| > 2 K C eta + eps/(lambda sqrt(1-b2)), sgn(w) step lies between the derived constants",
        part: other,
        cases: untouchedRuns("adam"),
        violation: (run) => signViolation(runOf(run), "untouched", { sign }),
        run: (run) => run,
        levels: [0],
      }),
      scaling({
        ...ofUntouched,
        name: "untouched-eta",
        about:
          "in no support, eps = lambda eta: the largest |g| = lambda |w| whose step is below (1-b1)/5 along sgn(w) is O~(eta)",
        quantity: exceptionOf(1e-6, "paper"),
      }),
      scaling({
        ...ofUntouched,
        name: "untouched-eta-pytorch",
        about: "the same with eps = 1e-8, which is not O(lambda eta)",
        reading: PYTORCH,
        quantity: exceptionOf(1e-6, "pytorch"),
      }),
    ],
  });
};
