import { momentRatio } from "../../src/bounds/hypotheses/momentRatio.ts";
import { slowGradientsStep } from "../boxes/proofs/signStep.ts";
import { property } from "../checks/property.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { type RunInput, runOf } from "../meeting.ts";
import { hyperOf, largestUntouchedStep } from "../support/signs/asSign.ts";
import { latelyRuns, latelyViolation } from "../support/signs/lately.ts";
import { aboveThreshold, coordinateOne, exceptionOverRate, type SignNumbers } from "../support/signs/signChecks.ts";
import {
  signHypotheses,
  sparseRun,
  sparseRuns,
  untouchedRuns,
  type Wait,
  waitOfMom,
  waitOfStep,
} from "../support/signs/signRuns.ts";
import { largestUnseenStep } from "../support/signs/unseen.ts";

const OF_MOM = "log(1/(lambda eta)) steps of b1";

/**
 * AdamW's normalized step is a sign while an example is seen, and nothing once it is forgotten.
 *
 * step = sgn(g) Theta(1) or |g| <= O~(eta) (coordinate 1), O~(eta s sigma_p |l|/b) (B_i); long unseen: |step| <= O~(lambda eta); other k: step = 0
 *
 * seen tau0 <= log(s sigma_p/lambda) steps ago: step = sgn(g of that visit) (b1/sqrt(b2))^tau0 Theta(1) or |g| <= O~(eta s sigma_p)
 *
 * @param numbers sign 1, the exponent 1 of eta and of lambda eta, the steps after which an example counts as long unseen, and the multiple of those
 *   up to which it counts as seen lately
 * @returns the claim
 * Source: [T25] C.11.
 */
export const adamwAsSign = ({
  sign = 1,
  exponent = 1,
  wait = waitOfStep,
  lately = 1,
}: SignNumbers & { wait?: Wait; lately?: number } = {}): Claim => {
  const [seen, unseen] = ["k in B_i, i in the batch", "k in B_i, i long unseen"];
  function stepViolation(input: RunInput): string | undefined {
    const run = runOf(input);
    const { betas, lr, weightDecay, convention } = hyperOf(run);
    const bound = (momentRatio(betas) * lr * weightDecay) / (convention === "pytorch" ? Math.sqrt(1 - betas[1]) : 1);
    const largest = largestUnseenStep(run, wait) ?? 0;
    if (largest <= bound * (1 + 1e-9)) return undefined;
    return `|step| = ${largest} > C lambda eta${convention === "pytorch" ? "/sqrt(1-b2)" : ""} = ${bound}`;
  }
  return defineClaim({
    id: "adamw-as-sign",
    source: "T25 C.11",
    kind: "rate",
    statement:
      "a weight of AdamW steps by Theta(1) along the sign of its gradient unless that is small: O~(eta) on coordinate 1, O~(eta s sigma_p |l|/b) on the support of an example in the batch; on one seen at most log(s sigma_p/lambda) steps ago it steps along the gradient of that visit; on one unseen for log(1/(lambda eta)) steps it is O~(lambda eta), and on other coordinates 0",
    latex: String.raw`\frac{m_t[k]}{\sqrt{v_t[k]}+\epsilon} = \operatorname{sgn}(g_t[k])\,\Theta(1) \;\text{ or }\; |g_t[1]| \le \tilde O(\eta),\; |g_t[k]| \le \tilde O(\eta s\sigma_p|\ell_{j,i}|/B)\ (k \in B_i);\quad \tilde O(\lambda\eta)\ \text{after}\ \log\tfrac{1}{\lambda\eta}\ \text{steps};\quad 0\ (k \notin \cup_i B_i)`,
    hypotheses: signHypotheses("adamw"),
    restsOn: ["gradient", "moment-ratio"],
    checks: [
      slowGradientsStep(),
      ...coordinateOne("adamw", { sign, exponent }),
      aboveThreshold({ name: "noise-threshold", part: seen }, "adamw", "B_i", {
        batchSizes: (n) => [1, n / 4, n / 2, n],
        sign,
      }),
      exceptionOverRate({ name: "noise-eta", part: seen, least: 6 }, "adamw", "B_i", { batchSize: 2, exponent }),
      property<RunInput>({
        name: "seen-lately",
        about:
          "b = 1, k in B_i, i seen tau0 <= ln(s sigmaP/lambda)/(-ln b1) steps ago, and not for long before that: where |g| of that visit is at least eta s sigmaP/sqrt(1-b2), sgn(g) step lies between half of (1-b1)/sqrt(1-b2) (b1/sqrt(b2))^tau0 and all of it",
        part: "k in B_i, i seen lately",
        cases: latelyRuns,
        violation: (run) => latelyViolation(runOf(run), { sign, steps: lately }),
        run: (run) => run,
        levels: [0],
      }),
      property<RunInput>({
        name: "unseen",
        about:
          "b = 1, k in B_i, i unseen for ln(1/(lambda eta))/ln(sqrt(b2)/b1) steps: |step| <= C lambda eta, over sqrt(1-b2) with bias correction",
        part: unseen,
        cases: sparseRuns("adamw", waitOfStep),
        violation: stepViolation,
        run: (run) => run,
        levels: [0],
      }),
      scaling({
        name: "unseen-mom",
        about:
          "b = 1, (b1, b2) = (0.5, 0.3), i unseen for ln(1/(lambda eta))/(-ln b1) steps, lambda = 0.1: |step| is O~(lambda eta)",
        part: unseen,
        reading: OF_MOM,
        over: "eta",
        grid: [1e-3, 1e-4, 1e-5],
        quantity: (lr, seed) => {
          const numbers = { betas: [0.5, 0.3], lr, weightDecay: 0.1, convention: "paper" } as const;
          return largestUnseenStep(runOf(sparseRun("adamw", numbers, waitOfMom, seed)), waitOfMom);
        },
        claimed: [exponent, Number.POSITIVE_INFINITY],
        slack: { exponent: 0.3, because: "the wait is rounded up to a step: a factor of at most 2" },
        levels: [0],
      }),
      property<RunInput>({
        name: "untouched",
        about: "in no support: w' = (1 - eta lambda) w, to the last bit",
        part: "other k",
        cases: untouchedRuns("adamw"),
        violation: (run) => {
          const step = largestUntouchedStep(runOf(run));
          return step === 0 ? undefined : `|step| = ${step}`;
        },
        run: (run) => run,
        levels: [0],
      }),
    ],
  });
};
