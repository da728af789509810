import { power } from "../../src/numeric/power.ts";
import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { trained, trainedAt, trainedRun } from "../support/batches/trained.ts";

/** The numbers of the claim. */
export interface Mlswg25HalfLifeNumbers {
  /** beta2 at batch size b is BETA2^((b/n)^exponent): 1 keeps the half-life in examples, 0 keeps beta2. */
  readonly exponent?: number;
  /** Batch sizes that are to do at least as well as the other one. */
  readonly small?: readonly number[];
  readonly large?: number;
  /** Batch sizes that are to end alike. */
  readonly batchSizes?: readonly number[];
}

const SIZES = { n: 64, s: 256, sigma0: 0.02 };
/** Of the full batch: what language models are trained with. */
const BETA2 = 0.95;
const EPOCHS = 100;
const LR = 1e-3;
/** Test errors this close are alike: two standard errors of 1000 fresh examples at the most. */
const ALIKE = 0.05;

/** A batch size, and the test error with it. */
interface End {
  readonly b: number;
  readonly error: number;
}

const byError = (ends: readonly End[]) => ends.toSorted((x, y) => x.error - y.error);

/**
 * A half-life of the second moment that is kept in examples: beta2 -> beta2^(b'/b).
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [MLSWG25], from its abstract.
 */
export const mlswg25HalfLife = ({
  exponent = 1,
  small = [1, 2],
  large = SIZES.n,
  batchSizes = [1, 8, 64],
}: Mlswg25HalfLifeNumbers = {}): Claim => {
  const trainingAt = (batchSize: number, seed: number, by = exponent) => ({
    ...SIZES,
    ...{ batchSize, epochs: EPOCHS, seed },
    optimizer: {
      ...{ name: "adam", lr: LR, weightDecay: 0, eps: 0 },
      betas: [0.9, power(BETA2, power(batchSize / SIZES.n, by))],
    },
  });
  const endAt = (...chosen: Parameters<typeof trainingAt>) => trained(trainingAt(...chosen));
  const { n } = SIZES;
  const chosen = { at: trainedAt(SIZES), levels: [1] } as const;
  const long = `after ${EPOCHS} epochs of Adam with eta = ${LR}, beta1 = 0.9, beta2 = ${BETA2} at b = ${n} and by the rule elsewhere, eps = 0`;
  return defineClaim({
    id: "mlswg25-half-life",
    source: "MLSWG25",
    kind: "outcome",
    statement:
      "Adam whose second moment keeps its half-life in examples, beta2^(b'/b), trains stably at small batches, where it does better than with beta2 kept and at least as well as at large ones",
    latex: String.raw`\beta_2 \to \beta_2^{b'/b}`,
    hypotheses: [],
    readAs: [
      "of language models in the paper; here of the network, by its test error, at one learning rate and equal epochs",
      "half-lives in examples, as the paper's are in tokens",
    ],
    restsOn: [],
    checks: [
      frequency({
        ...{ ...chosen, name: "small batches", part: "at least as well", claimed: [0.5, 1] },
        about: `${long} b = ${small.join(", ")} fit the training set, with test errors no larger than that of b = ${large} by ${ALIKE}`,
        outcome(seed) {
          const other = endAt(large, seed).testError;
          return small.every((b) => {
            const { trainError, testError } = endAt(b, seed);
            return trainError === 0 && testError <= other + ALIKE;
          });
        },
      }),
      frequency({
        ...{ ...chosen, name: "beta2 kept", part: "better than with beta2 kept", claimed: [0.5, 1], least: 16 },
        about: `${long} b = 2 has a smaller test error than with beta2 = ${BETA2}; seeds in which both have the same cannot tell`,
        outcome(seed) {
          const [rule, kept] = [endAt(2, seed).testError, endAt(2, seed, 0).testError];
          return rule === kept ? null : rule < kept;
        },
      }),
      frequency({
        ...{ ...chosen, name: "flat", part: "alike at every batch size", claimed: [0.5, 1] },
        about: `${long} the test errors of b = ${batchSizes.join(", ")} are within ${ALIKE}`,
        outcome(seed) {
          const ends = batchSizes.map((b) => ({ b, error: endAt(b, seed).testError }));
          const [least, most] = [byError(ends)[0], byError(ends).at(-1)] as [End, End];
          if (most.error - least.error <= ALIKE) return true;
          const violation = `with seed ${seed} the test error is ${least.error} at b = ${least.b} and ${most.error} at b = ${most.b}`;
          const runs = [trainedRun(trainingAt(least.b, seed)), trainedRun(trainingAt(most.b, seed))] as const;
          return { came: false, by: most.error - least.error, violation, runs, command: "dynamics" };
        },
      }),
    ],
  });
};
