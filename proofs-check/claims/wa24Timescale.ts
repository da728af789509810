import { power } from "../../src/numeric/power.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { trained, trainedAt, trainedRun } from "../support/batches/trained.ts";

/** The numbers of the claim. */
export interface Wa24TimescaleNumbers {
  /** Of the best lambda, over n at one b, and over b at one n. */
  readonly overN?: number;
  readonly overB?: number;
}

const SIZES = { s: 16, sigma0: 0.02 };
const EPOCHS = 100;
const LR = 1e-3;
const LAMBDAS = [1, 2, 4, 8].flatMap((lambda) => [lambda, Math.SQRT2 * lambda]).concat(16);

/** The grid's: each best lambda is known to a factor sqrt(2), over a range of 4. */
const SLACK = { exponent: 0.25, because: "a grid of lambda with steps of sqrt(2)" };

const trainingAt = (n: number, batchSize: number, weightDecay: number, seed: number) => ({
  ...{ ...SIZES, n, batchSize, epochs: EPOCHS, seed },
  optimizer: { name: "adamw", lr: LR, weightDecay, betas: [0.9, 0.99], eps: 0 },
});

/** The lambda of the least test error; of several, that whose feature is the largest beside the noise of fresh examples. */
function best(n: number, batchSize: number, seed: number): number {
  const judged = LAMBDAS.map((weightDecay) => {
    const end = trained(trainingAt(n, batchSize, weightDecay, seed));
    const { testError, featureLearning, freshNoise } = end;
    const ratios = (["+1", "-1"] as const).map((j) => featureLearning[j] / (freshNoise?.high[j] as number));
    return { weightDecay, testError, ratio: Math.min(...ratios) };
  });
  const [first] = judged.sort((a, b) => a.testError - b.testError || b.ratio - a.ratio);
  return (first as (typeof judged)[number]).weightDecay;
}

/**
 * The best weight decay of AdamW keeps its timescale in epochs.
 *
 * tau = b/(eta lambda n) of the best lambda is constant:  lambda ~ b/(eta n)
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [WA24], from its abstract.
 */
export const wa24Timescale = ({ overN = -1, overB = 1 }: Wa24TimescaleNumbers = {}): Claim => {
  const study = { levels: [1], slack: SLACK } as const;
  /** At the far end of the grid: with the best lambda there, and with what the claim makes of that at the near end. */
  const shows =
    (over: "n" | "b", [near, far]: readonly [number, number], exponent: number) =>
    (seed: number, values: readonly number[]) => {
      const [there, here] = [values[0], values.at(-1)] as [number, number];
      const said = exponent < 0 ? there / power(far / near, -exponent) : there * power(far / near, exponent);
      const [n, b] = over === "n" ? [far, 4] : [128, far];
      const violation = `with seed ${seed} the best lambda is ${there} at ${over} = ${near} and ${here} at ${over} = ${far}, where ${said} is said`;
      const [one, other] = [here, said].map((lambda) => trainedRun(trainingAt(n, b, lambda, seed)));
      return { violation, runs: [one, other], command: "dynamics" } as const;
    };
  const about = (at: string) =>
    `of ${LAMBDAS.length} lambda from 1 to 16 that with the least test error after ${EPOCHS} epochs of AdamW (eta = ${LR}, betas (0.9, 0.99), eps = 0), of equal ones that with the largest feature beside the 95% quantile of fresh noise, ${at}`;
  return defineClaim({
    id: "wa24-timescale",
    source: "WA24",
    kind: "rate",
    statement: "the weight decay of AdamW that generalizes best keeps its timescale in epochs, b/(eta lambda n)",
    latex: String.raw`\lambda^* \propto \frac{b}{\eta n}`,
    hypotheses: [],
    readAs: ["best by the test error; with a constant learning rate, and the same number of epochs for every n and b"],
    restsOn: [],
    checks: [
      scaling({
        ...{ ...study, name: "over n", part: "over n", at: `${trainedAt({ n: 64, ...SIZES })}, b = 4` },
        ...{ over: "n", grid: [64, 128, 256], claimed: overN },
        about: about("falls as 1/n at b = 4"),
        quantity: (n, seed) => best(n, 4, seed),
        shows: shows("n", [64, 256], overN),
      }),
      scaling({
        ...{ ...study, name: "over b", part: "over b", at: trainedAt({ n: 128, ...SIZES }) },
        ...{ over: "b", grid: [2, 4, 8], claimed: overB },
        about: about("grows as b at n = 128"),
        quantity: (b, seed) => best(128, b, seed),
        shows: shows("b", [2, 8], overB),
      }),
    ],
  });
};
