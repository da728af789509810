import { power } from "../../src/numeric/power.ts";
import { mean } from "../../src/statistics/mean.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { trained, trainedAt, trainedRun } from "../support/batches/trained.ts";

/** The numbers of the claim: exponents of kappa. */
export interface Mlpa22SquareRootNumbers {
  /** Of the learning rate; 1 is the linear rule, which is SGD's. */
  readonly lr?: number;
  /** Of 1 - beta, both. */
  readonly memory?: number;
  /** Of 1/eps. */
  readonly eps?: number;
}

const SIZES = { n: 64, s: 16, sigma0: 0.05 };
const FLIPPED = { ...SIZES, flip: 0.4 };
const KAPPAS = [1, 2, 4, 8];
const EPOCHS = 8;
/** Until gradients have changed: before, bias-corrected averages of them are alike whatever the betas. */
const LONG = 24;
/** At batch size 1; eps is of the size of the noise coordinates' second moments, so that its rule matters. */
const BASE = { lr: 5e-4, forgotten: [0.025, 0.0005], eps: 1e-3 } as const;

/** The discretization's share, O(eta): the largest decay is 1 - 8/40 here, far from a differential equation's. */
const BECAUSE = "steps that are not small beside the memory of the moments";

/**
 * The square-root rule: b -> kappa b with eta -> sqrt(kappa) eta, 1 - beta -> kappa (1 - beta) and eps -> eps/sqrt(kappa) changes no trajectory.
 *
 * E f(w at kappa b, after E epochs) does not depend on kappa:  exponent 0
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [MLPA22], from its abstract; the exponents as they are quoted.
 */
export const mlpa22SquareRoot = ({ lr = 0.5, memory = 1, eps = 0.5 }: Mlpa22SquareRootNumbers = {}): Claim => {
  const trainingAt = (kappa: number, seed: number, sizes: typeof SIZES, epochs = EPOCHS) => ({
    ...sizes,
    ...{ batchSize: kappa, epochs, seed },
    optimizer: {
      name: "adam",
      lr: BASE.lr * power(kappa, lr),
      weightDecay: 0,
      betas: BASE.forgotten.map((share) => 1 - share * power(kappa, memory)),
      eps: BASE.eps / power(kappa, eps),
    },
  });
  const endAt = (...chosen: Parameters<typeof trainingAt>) => trained(trainingAt(...chosen));
  const noise =
    (sizes: typeof SIZES, epochs = EPOCHS) =>
    (kappa: number, seed: number) =>
      mean(Object.values(endAt(kappa, seed, sizes, epochs).noiseMemorization.max) as number[]);
  const feature = (sizes: typeof SIZES) => (kappa: number, seed: number) =>
    mean(Object.values(endAt(kappa, seed, sizes).featureLearning));
  const shows =
    (sizes: typeof SIZES, name: string, epochs = EPOCHS) =>
    (seed: number, values: readonly number[]) => {
      const [first, last] = [KAPPAS[0], KAPPAS.at(-1)] as [number, number];
      const violation = `with seed ${seed} the ${name} is ${values[0]} at b = ${first} and ${values.at(-1)} at b = ${last}`;
      const [one, other] = [first, last].map((kappa) => trainedRun(trainingAt(kappa, seed, sizes, epochs)));
      return { violation, runs: [one, other], command: "dynamics" } as const;
    };
  const study = { over: "b", grid: KAPPAS, claimed: 0, levels: [1] } as const;
  const after = (epochs: number) =>
    `after ${epochs} epochs, at b = 1 with eta = ${BASE.lr}, betas (${BASE.forgotten.map((share) => 1 - share).join(", ")}) and eps = ${BASE.eps}, at other b by the rule, is the same`;
  const dominated = { reading: "where the noise of a batch outweighs the mean gradient" };
  return defineClaim({
    id: "mlpa22-square-root",
    source: "MLPA22",
    kind: "rate",
    statement:
      "with a batch kappa times as large, Adam at sqrt(kappa) times the learning rate, kappa times 1 - beta and 1/sqrt(kappa) times eps has the same trajectory in distribution",
    latex: String.raw`b \to \kappa b,\ \eta \to \sqrt\kappa\,\eta,\ 1-\beta \to \kappa(1-\beta),\ \epsilon \to \epsilon/\sqrt\kappa:\quad w_{t/\kappa} \text{ alike in law}`,
    hypotheses: [],
    readAs: [
      "the same trajectory: the same median coefficients at the same epoch, over the draws of data, weights and batches; an exponent of b that is 0",
      "batches are drawn without replacement, as everywhere here; the paper's are independent",
      "the paper's limit lets the noise outweigh the gradient; its practical rule does not ask for that",
    ],
    restsOn: [],
    checks: [
      scaling({
        ...{ ...study, ...dominated, name: "noise coefficients", at: trainedAt(SIZES) },
        about: `the largest noise coefficient (mean of the classes), each of which is seen once an epoch, ${after(EPOCHS)}`,
        quantity: noise(SIZES),
        shows: shows(SIZES, "largest noise coefficient"),
        slack: { exponent: 0.03, because: BECAUSE },
      }),
      scaling({
        ...{ ...study, ...dominated, name: "feature among flipped labels", at: trainedAt(FLIPPED) },
        about: `feature learning (mean of the classes), where two labels of five are flipped, ${after(EPOCHS)}`,
        quantity: feature(FLIPPED),
        shows: shows(FLIPPED, "feature"),
        slack: { exponent: 0.1, because: BECAUSE },
      }),
      scaling({
        ...{ ...study, ...dominated, name: "noise coefficients, longer", at: trainedAt(FLIPPED) },
        about: `the largest noise coefficient (mean of the classes), where two labels of five are flipped, ${after(LONG)}`,
        quantity: noise(FLIPPED, LONG),
        shows: shows(FLIPPED, "largest noise coefficient", LONG),
        slack: { exponent: 0.03, because: BECAUSE },
      }),
      scaling({
        ...{ ...study, name: "feature", at: trainedAt(SIZES) },
        reading: "whatever the noise",
        about: `feature learning (mean of the classes), which all examples of a class agree on, ${after(EPOCHS)}`,
        quantity: feature(SIZES),
        shows: shows(SIZES, "feature"),
        slack: { exponent: 0.1, because: BECAUSE },
      }),
    ],
  });
};
