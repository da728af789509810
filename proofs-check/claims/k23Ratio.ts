import { mean } from "../../src/statistics/mean.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { type RunInput, runOf } from "../meeting.ts";
import { observe } from "../observe.ts";
import { K23_CHOSEN, K23_CONDITION, k23Run } from "../support/benign/k23.ts";

/** The numbers of the claim. */
export interface K23RatioNumbers {
  /** Exponents of the quotient. */
  readonly overMu?: number;
  readonly overD?: number;
}

/** mean gamma over mean sum_i rho_i at the end, gamma = j <w - w_0, mu>, rho_i = c_i |zeta_i|^2 of the examples of the neuron's class. */
function quotient(run: RunInput): number | null {
  const { problem, recurrence, moments } = observe(runOf(run), 1, "record");
  const { labels, rows, coordinates, values } = problem.start.examples;
  const { m, mu = 1 } = run.setting;
  let [first, last] = [undefined, undefined] as [Float64Array | undefined, Float64Array | undefined];
  for (const { signal } of moments) {
    first ??= signal;
    last = signal;
  }
  if (!first || !last) return null;
  const [begun, ended] = [first, last];
  const along = recurrence.along?.() as Float64Array;
  const lanes = Array.from({ length: 2 * m }, (_, r) => r);
  const gamma = mean(lanes.map((r) => (r < m ? 1 : -1) * mu * ((ended[r] as number) - (begun[r] as number))));
  const lengths = Array.from(labels, (_, i) => {
    let sum = 0;
    for (let e = rows[i] as number; e < (rows[i + 1] as number); e++)
      if (coordinates[e] !== 0) sum += (values[e] as number) * (values[e] as number);
    return sum;
  });
  const rho = mean(
    lanes.map((r) =>
      lengths.reduce(
        (sum, length, i) => ((labels[i] === 1) === r < m ? sum + length * (along[i * 2 * m + r] as number) : sum),
        0,
      ),
    ),
  );
  return gamma > 0 && rho > 0 ? gamma / rho : null;
}

/**
 * The signal is learnt SNR^2 times as much as all noise together.
 *
 * gamma_{j,r}/sum_i rho_{j,r,i} = Theta(SNR^2),  SNR = |mu|/(sigmaP sqrt(d))
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [K23], the sizes of its coefficients (gamma = Theta(SNR^2) sum rho), from memory; its number is not known here.
 */
export const k23Ratio = ({ overMu = 2, overD = -1 }: K23RatioNumbers = {}): Claim =>
  defineClaim({
    id: "k23-ratio",
    source: "K23",
    kind: "rate",
    statement: "the signal coefficient is Theta(SNR^2) times the sum of the noise coefficients",
    latex: String.raw`\gamma_{j,r}^{(t)}\big/\sum_i\overline\rho_{j,r,i}^{(t)} = \Theta(\mathrm{SNR}^2)`,
    hypotheses: [...K23_CONDITION],
    readAs: ["of the means over all neurons, after 400 steps"],
    restsOn: ["k23-balance"],
    checks: [
      scaling({
        name: "over mu",
        about: "mean gamma over mean sum of rho",
        at: "n = 20, d = 2000, m = 10, sigmaP = 1, flip = 0.1",
        levels: [1],
        over: "mu",
        grid: [2, 4, 8],
        quantity(mu, seed) {
          const run = k23Run({ ...K23_CHOSEN, ratio: 1 }, seed);
          return quotient({ ...run, setting: { ...run.setting, mu } });
        },
        claimed: overMu,
        slack: {
          exponent: 0.2,
          because: "labels that are flipped, and noise along the signal, weigh more where the signal is weak",
        },
      }),
      scaling({
        name: "over d",
        about: "mean gamma over mean sum of rho",
        at: "|mu| = 4, n = 20, m = 10, sigmaP = 1, flip = 0.1",
        levels: [1],
        over: "d",
        grid: [500, 1000, 2000],
        quantity(d, seed) {
          const run = k23Run({ ...K23_CHOSEN, d, ratio: 1 }, seed);
          return quotient({ ...run, setting: { ...run.setting, mu: 4 } });
        },
        claimed: overD,
        slack: { exponent: 0.2, because: "noise patches that are not quite orthogonal" },
      }),
    ],
  });
