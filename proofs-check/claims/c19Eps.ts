import fc from "fast-check";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { fullBatch, fullBatchAt } from "../support/basis/fullBatch.ts";
import { momentumPair } from "../support/eps/momentumPair.ts";
import { type StepCase, stepViolation } from "../support/eps/stepPair.ts";
import { fileOf, trajectories, trajectoryViolation } from "../support/eps/trajectoryPair.ts";

/** The numbers of the claim. */
export interface C19EpsNumbers {
  /** Power of max |g|/eps that the differences are at most. */
  readonly power?: number;
  /** Of the training whose outcome is that of momentum. */
  readonly eps?: number;
}

const SIZES = { n: 20, s: 100, sigmaP: 0.1, alpha: 0.2, m: 8, sigma0: 0.02 } as const;
const EPOCHS = 1000;
const LARGE_EPS = 100;
/** lr/eps. */
const H = 0.5;
const BETAS = [0.9, 0.999] as const;
/** lr of Adam with eps = 0, whose steps are signs in the end. */
const SIGN_LR = 0.001;
/** How much test errors may differ that are called one. */
const SAME = 0.02;

const stepCases: fc.Arbitrary<StepCase> = fc.record({
  h: fc.integer({ min: 0, max: 6 }).map((k) => 2 ** -k),
  eps: fc.integer({ min: 0, max: 10 }).map((k) => 2 ** k),
  betas: fc.constantFrom<readonly [number, number]>([0, 0], [0.5, 0.9], [0.9, 0.5], [0.9, 0.999]),
  gradients: fc.array(
    fc.integer({ min: -1024, max: 1024 }).map((k) => k / 1024),
    { minLength: 1, maxLength: 20 },
  ),
});

/**
 * With eps far above |g|, Adam is SGD with momentum.
 *
 * eta mom/(sqrt(sec) + eps) = (eta/eps) mom (1 - x),  0 <= x <= max |g|/eps
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [C19], which orders optimizers by what they can approximate; the bounds are ours.
 */
export const c19Eps = ({ power = 1, eps = LARGE_EPS }: C19EpsNumbers = {}): Claim => {
  const errorOf = (optimizer: Readonly<Record<string, unknown>>, seed: number) =>
    fullBatch({ sizes: SIZES, optimizer, epochs: EPOCHS, seed }).final.testError;
  const { momentum } = momentumPair({ h: H, eps: LARGE_EPS, betas: BETAS });
  const { adam } = eps > 0 ? momentumPair({ h: H, eps, betas: BETAS }) : { adam: undefined };
  const signs = { name: "adam", lr: SIGN_LR, eps: 0, betas: BETAS, convention: "paper" };
  const check = { at: fullBatchAt(SIZES), levels: [0], part: "the outcome is that of gradient descent" } as const;
  return defineClaim({
    id: "c19-eps",
    source: "C19",
    kind: "outcome",
    statement:
      "with eps far above every gradient Adam is gradient descent with momentum b1 and learning rate lr/eps: steps on the same gradients differ by at most max |g|/eps of themselves, and so does the outcome: where Adam with eps = 0 flips the feature, it learns it",
    latex: String.raw`\frac{\eta\, m_t}{\sqrt{v_t}+\epsilon} = \frac{\eta}{\epsilon}\, m_t\,(1-x),\quad 0 \le x \le \frac{\max_t |g_t|}{\epsilon}`,
    hypotheses: [],
    readAs: [
      "moments without bias correction; with it, lr is larger in the first steps, on both sides alike",
      `the outcome: full batch, eps = ${LARGE_EPS}, lr = ${H} eps, against momentum and against Adam with eps = 0 and lr = ${SIGN_LR}`,
    ],
    restsOn: [],
    checks: [
      property<StepCase>({
        name: "step",
        about:
          "a step of Adam is at most the momentum's on the same gradients, of its sign, and at least 1 - max |g|/eps of it",
        part: "steps",
        cases: stepCases,
        block: 50,
        violation: (drawn) => stepViolation(drawn, power),
      }),
      property({
        name: "trajectory",
        about:
          "linear network, full batch: both end at most (G/eps) R ((1 + h H)^T - 1)/H apart, with R, G, H from the data (R the largest |A_i|, G the largest entry, H = R^2/4, h = lr/eps)",
        part: "trajectories",
        cases: trajectories,
        block: 5,
        violation: (drawn) => trajectoryViolation(drawn, power),
        run: (drawn) => fileOf(drawn, "adam"),
        command: "simulate",
      }),
      frequency({
        ...{ ...check, name: "same test error" },
        about: `after ${EPOCHS} epochs test errors differ by at most ${SAME}`,
        outcome: (seed) => Math.abs(errorOf(adam ?? signs, seed) - errorOf(momentum, seed)) <= SAME,
        claimed: [0.5, 1],
      }),
      frequency({
        ...{ ...check, name: "learns what eps = 0 flips" },
        about: `after ${EPOCHS} epochs Adam with eps = 0 has a test error of at least 1/2, and with the large eps one below 1/2`,
        outcome: (seed) => errorOf(signs, seed) >= 0.5 && errorOf(adam ?? signs, seed) < 0.5,
        claimed: [0.5, 1],
      }),
    ],
  });
};
