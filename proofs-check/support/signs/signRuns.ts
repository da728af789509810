import fc from "fast-check";
import { forgetting } from "../../../src/bounds/hypotheses/forgetting.ts";
import { SHARED } from "../../../src/bounds/hypotheses/theorems.ts";
import { log } from "../../../src/numeric/log.ts";
import { power } from "../../../src/numeric/power.ts";
import { hypothesesOf, meeting, type RunInput } from "../../meeting.ts";
import { share } from "../../uniform.ts";
import { slowness } from "./asSign.ts";

/** Ten to a power that may be negative. */
const ten = (exponent: number) => 1 / power(10, -exponent);

/** Of whom the lemmas speak. */
export type Adaptive = "adam" | "adamw";

type Numbers = Pick<RunInput["optimizer"], "lr" | "weightDecay" | "convention">;

/** eta of a scaling study. */
export const RATES = [4e-3, 2e-3, 1e-3, 5e-4];
/** eta times steps: about how far a weight comes, from a start of 0.15. */
const HORIZON = 0.6;

const convention = fc.constantFrom<"paper" | "pytorch">("paper", "pytorch");

/**
 * A small training in which features are learnt and reversed and noise is memorized, over a time that does not depend on eta.
 *
 * n = 4, s = 8, |xi_i| about 1, alpha = 1/2, sigma_0 = 0.15, (b1, b2) = (0.5, 0.8), eta steps = 0.6, eps = lambda eta
 *
 * @param optimizer "adam" (lambda = 10^-3) or "adamw" (lambda = 0.1)
 * @param lr eta
 * @param batchSize b, a divisor of 4
 * @param seed of start and batches
 * @returns the run file
 * Source: ours.
 */
export function reversingRun(optimizer: Adaptive, lr: number, batchSize: number, seed: number): RunInput {
  const [n, s] = [4, 8];
  const labels = { labels: "balanced", supports: "disjoint" } as const;
  return {
    setting: { n, d: n * s + 1, s, sigmaP: 0.35, alpha: 0.5, m: 2, q: 3, sigma0: 0.15, ...labels },
    optimizer: {
      name: optimizer,
      lr,
      weightDecay: optimizer === "adam" ? 1e-3 : 0.1,
      betas: [0.5, 0.8],
      convention: "paper",
    },
    batchSize,
    epochs: Math.ceil(((HORIZON / lr) * batchSize) / n),
    seed,
    testSize: 1,
  };
}

/** The conditions that every theorem shares, b1^2 < b2, and for coupled decay how weak it is. */
export const signHypotheses = (optimizer: Adaptive): readonly string[] => [
  ...SHARED,
  ...hypothesesOf("moment-ratio"),
  ...(optimizer === "adam" ? ["some-decay", "adam-decay"] : []),
];

/**
 * Runs of the scaling family, either convention, with learning rates from 10/K (`slowness`) down to a hundredth of that of what
 * the conditions admit: larger ones leave nothing above the threshold.
 *
 * @param optimizer "adam" or "adamw"
 * @param batchSizes b of a run of n examples: one of these
 * @returns an arbitrary of run files of 40 steps
 * Source: ours.
 */
export const slowRuns = (optimizer: Adaptive, batchSizes: (n: number) => readonly number[]): fc.Arbitrary<RunInput> =>
  fc
    .tuple(
      meeting({ hypotheses: signHypotheses(optimizer), optimizer, n: [8, 12], epochs: () => 40 }),
      ...([share, share, convention] as const),
    )
    .map(([run, lrShare, batchShare, convention]) => {
      const { n } = run.setting;
      const sizes = batchSizes(n);
      const batchSize = sizes[Math.min(sizes.length - 1, Math.floor(batchShare * sizes.length))] as number;
      const lr =
        run.optimizer.lr * ten(-2 * lrShare) * Math.min(1, 10 / slowness(run.optimizer.betas as [number, number]));
      return {
        ...run,
        optimizer: { ...run.optimizer, lr, convention },
        batchSize,
        epochs: Math.ceil((40 * batchSize) / n),
      };
    });

/** Steps after which an example counts as long unseen. */
export type Wait = (betas: readonly [number, number], lambdaEta: number) => number;

/** ln(1/(lambda eta))/(-ln b1): what mom keeps of a gradient is at most lambda eta of it. */
export const waitOfMom: Wait = ([b1, b2], lambdaEta) => forgetting(b1, b2, lambdaEta, lambdaEta).firstMoment;

/** ln(1/(lambda eta))/ln(sqrt(b2)/b1): the same of the normalized step, whose root forgets, too. */
export const waitOfStep: Wait = ([b1, b2], lambdaEta) => log(1 / lambdaEta) / log(Math.sqrt(b2) / b1);

/** A run of single examples, so many that each is unseen for twice the wait and more between two visits. */
export function sparseRun(
  optimizer: Adaptive,
  { betas, ...numbers }: Numbers & { betas: readonly [number, number] },
  wait: Wait,
  seed: number,
): RunInput {
  const n = 2 * Math.ceil(wait(betas, numbers.lr * numbers.weightDecay));
  const [s, sigma0] = [2, 0.1];
  const labels = { labels: "balanced", supports: "disjoint" } as const;
  return {
    setting: { n, d: n * s + 1, s, sigmaP: 0.7, alpha: 0.3, m: 1, q: 3, sigma0, ...labels },
    optimizer: { name: optimizer, betas, ...numbers },
    batchSize: 1,
    epochs: 2,
    seed,
    testSize: 1,
  };
}

/**
 * Runs over single examples that are long unseen between two visits.
 *
 * @param optimizer "adam" or "adamw"
 * @param wait steps that count as long
 * @returns an arbitrary of run files: eta from 10^-6 to 10^-3, lambda from 10^-5 to 10^-2, either convention; they shrink to short waits
 * Source: ours.
 */
export const sparseRuns = (optimizer: Adaptive, wait: Wait): fc.Arbitrary<RunInput> =>
  fc
    .record({
      betas: fc.constantFrom<readonly [number, number]>([0.3, 0.5], [0.5, 0.9], [0.9, 0.99], [0.9, 0.999]),
      lrShare: share,
      decayShare: share,
      convention,
      seed: fc.nat({ max: 1e6 }),
    })
    .map(({ betas, lrShare, decayShare, convention, seed }) => {
      const numbers = { lr: ten(-3 - 3 * lrShare), weightDecay: ten(-2 - 3 * decayShare) };
      return sparseRun(optimizer, { betas, convention, ...numbers }, wait, seed);
    });

/** A few steps on weights that no example touches, of size 2 10^-3; in the scaling of eta they come down to it within the run. */
export function untouchedRun(optimizer: Adaptive, numbers: Numbers, seed: number): RunInput {
  const labels = { labels: "balanced", supports: "disjoint" } as const;
  return {
    setting: { n: 2, d: 61, s: 2, sigmaP: 0.7, alpha: 0.3, m: 1, q: 3, sigma0: 2e-3, ...labels },
    optimizer: { name: optimizer, betas: [0.5, 0.8], ...numbers },
    batchSize: 2,
    epochs: Math.ceil(4e-3 / numbers.lr),
    seed,
    testSize: 1,
  };
}

/** Runs of some steps on such weights: eta from 10^-6 to 10^-4, lambda from 10^-6 to 10^-1, either convention. */
export const untouchedRuns = (optimizer: Adaptive): fc.Arbitrary<RunInput> =>
  fc.tuple(share, share, convention, fc.nat({ max: 1e6 })).map(([lrShare, decayShare, convention, seed]) => {
    const numbers = { lr: ten(-6 + 2 * lrShare), weightDecay: ten(-6 + 5 * decayShare), convention };
    return { ...untouchedRun(optimizer, numbers, seed), epochs: 60 };
  });
