import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { trained, trainedAt, trainedRun } from "../support/batches/trained.ts";

/** The numbers of the claim. */
export interface Cs26Beta2Numbers {
  /** The smaller beta2, and the larger. */
  readonly beta2?: readonly [number, number];
}

const EPOCHS = 100;
const LR = 1e-3;
/** A beta2 between the two. */
const BETWEEN = 0.98;
/** Shares of the seeds in which the larger one has the larger test error. */
const CLAIMED = { larger: [0.5, 1], smaller: [0, 0.5] } as const;

/**
 * A larger beta2 hurts at large batches and helps at small ones.
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [CS26], from its abstract.
 */
export const cs26Beta2 = ({ beta2: [less, more] = [0.95, 0.999] }: Cs26Beta2Numbers = {}): Claim => {
  /** Whether the larger beta2 has the larger test error; null where both have the same. */
  const study = (s: number, batchSize: number, which: "larger" | "smaller", to = more) => {
    const sizes = { n: 64, s, sigma0: 0.02 };
    return {
      ...{ at: `${trainedAt(sizes)}, b = ${batchSize}`, levels: [1] as const, claimed: CLAIMED[which], least: 20 },
      about: `after ${EPOCHS} epochs of Adam with eta = ${LR}, beta1 = 0.9 and eps = 0 the test error with beta2 = ${to} is ${which} than with ${less}; seeds in which both have the same cannot tell`,
      outcome(seed: number) {
        const trainingWith = (beta2: number) => ({
          ...{ ...sizes, batchSize, epochs: EPOCHS, seed },
          optimizer: { name: "adam", lr: LR, weightDecay: 0, betas: [0.9, beta2], eps: 0 },
        });
        const [first, second] = [trainingWith(less), trainingWith(to)];
        const [a, b] = [trained(first).testError, trained(second).testError];
        const came = b > a;
        if (a === b || came === (which === "larger")) return a === b ? null : came;
        const violation = `with seed ${seed} the test error is ${b} with beta2 = ${to} and ${a} with ${less}`;
        const runs = [trainedRun(first), trainedRun(second)] as const;
        return { came, by: Math.abs(b - a), violation, runs, command: "dynamics" } as const;
      },
    };
  };
  const hurts = { part: "a larger beta2 hurts at the full batch" };
  return defineClaim({
    id: "cs26-beta2",
    source: "CS26",
    kind: "outcome",
    statement:
      "a larger beta2 of Adam hurts generalization at large batches, and helps it at small ones, over many epochs",
    latex: String.raw`\partial_{\beta_2}\,\text{error} > 0 \text{ at large } b,\quad < 0 \text{ at small } b`,
    hypotheses: [],
    readAs: [
      "generalization by the test error; the paper speaks of sharpness, and of a batch size at which the effect turns",
      `larger: ${more} against ${less}, and ${BETWEEN} against ${less}; the share of the seeds in which the larger one errs more`,
    ],
    restsOn: [],
    checks: [
      frequency({ name: "n/b = 4", part: "a larger beta2 hurts at n/b = 4", ...study(64, 16, "larger") }),
      frequency({ name: "n/b = 1", ...hurts, ...study(64, 64, "larger") }),
      frequency({ name: "n/b = 1, s = 256", ...hurts, ...study(256, 64, "larger") }),
      frequency({ name: "n/b = 32", part: "the default beta2 helps at small batches", ...study(256, 2, "smaller") }),
      frequency({
        ...{ name: "n/b = 32, less of a change", part: "so does any larger beta2" },
        ...study(256, 2, "smaller", BETWEEN),
      }),
    ],
  });
};
