import { integerPower } from "../../../src/numeric/integerPower.ts";
import { featureLearning } from "../../../src/sim/featureLearning.ts";
import { frequency } from "../../checks/frequency.ts";
import { scaling } from "../../checks/scaling.ts";
import type { Check, Level } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { observe } from "../../observe.ts";
import { polylog } from "./adamChoices.ts";
import { type Letters, studyRun } from "./adamwStudy.ts";
import { lettersSizes, sizesOver, sizesText } from "./sizes.ts";

/** Steps in decay times: lambda eta T = omega(1), as far as it is cheap. */
const TIMES = 3;
const PART = "|w_B| on fresh examples";

/** What is left of a run: the largest |w_B|^2 that it may have, and max_r <w_{j,r}, jv> of the class that learnt less. */
export interface Left {
  readonly norm: number;
  readonly learnt: number;
}

/**
 * What |w_B|^2 may be on a fresh support at the end of a run: all that training left on its supports, and what decay has left of the start on s others.
 *
 * max_{j,r} sum_{k in B_1, ..., B_n} w_{j,r}[k]^2 + s sigma0^2 (1 - eta lambda)^(2T)
 *
 * @param run of AdamW, on disjoint supports
 * @param level to follow
 * @returns the sum, and how far the feature is learnt; a coordinate of no support has no gradient and is (1 - eta lambda)^T times its start (adamw-as-sign)
 * Source: [T25] proof of Lemma C.20: |w_B|^2 = sum_{k in B} w[k]^2, split into the span of the xi_i and what is orthogonal to it.
 */
export function leftBy(run: RunInput, level: Level): Left {
  const { problem, recurrence, moments } = observe(runOf(run), level, "record");
  for (const _ of moments);
  const { neurons } = problem.network;
  const weights = recurrence.weights();
  const width = 2 * neurons;
  const sums = Array.from({ length: width }, (_, lane) => {
    let sum = 0;
    for (let at = width + lane; at < weights.length; at += width) sum += integerPower(weights[at] as number, 2);
    return sum;
  });
  const { s, sigma0, n } = run.setting;
  const { lr, weightDecay } = run.optimizer;
  const kept = integerPower(1 - lr * weightDecay, 2 * run.epochs * Math.ceil(n / run.batchSize));
  const { "+1": first, "-1": second } = featureLearning(neurons, weights.subarray(0, width));
  return { norm: Math.max(...sums) + s * sigma0 * sigma0 * kept, learnt: Math.min(first, second) };
}

/** |w_B|^2 after a training in which both classes learn, as C.18 says; null where one does not. */
function fresh(letters: Letters, seed: number, level: Level): number | null {
  const { norm, learnt } = leftBy(studyRun(letters, TIMES / (letters.eta * letters.lambda), seed), level);
  return learnt > 0 ? norm : null;
}

/**
 * That fresh noise is O~(b/sqrt(n)): |w_B|^2 sigmaP^2 = O~(b^2/n), which n/b = omega(sqrt(n)) makes o(1).
 *
 * |w_B|^2 <= sum_i <w, xi_i>^2/|xi_i|^2 + ... = n O~(b s sigmaP/n)^2/(s sigmaP^2) = O~(b^2 s/n); with C.18's bound of <w, xi_i> and |xi_i|^2 = Theta~(s sigmaP^2)
 *
 * The displays are not in the text we have: this is what its words give (C.18, A.4, "lambda_min(Sigma) = min |xi_i|^2", "since n/B = omega(n^(1/2))").
 *
 * @param letters of a run whose end is looked at, and the values of n at b fixed
 * @param numbers `multiple` of log n b^2 s/n that |w_B|^2 may be; `overN`, the largest exponent of n that it may have
 * @returns the checks
 * Source: [T25] proof of Lemma C.20.
 */
export const freshNoise = (letters: Letters, grid: readonly number[], { multiple = 1, overN = -1 } = {}): Check[] => [
  frequency({
    asymptotic: true,
    ...{ name: "|w_B|", part: PART, at: sizesText(lettersSizes(letters)), levels: [1, 2], claimed: [0.5, 1], least: 8 },
    about: `|w_B|^2 is at most ${multiple} log n b^2 s/n after ${TIMES}/(eta lambda) steps where both classes learn, B with all training supports in it`,
    outcome: (seed, { level }) => {
      const { n, b, s } = letters;
      const norm = fresh(letters, seed, level);
      return norm === null ? null : norm <= (multiple * polylog(n) * b * b * s) / n;
    },
  }) as Check,
  scaling({
    ...{ name: "|w_B|^2 over n", part: `${PART}: exponent of n`, over: "n", grid, levels: [1, 2], least: 15 },
    about: `|w_B|^2 after ${TIMES}/(eta lambda) steps where both classes learn, b fixed: b^2 s/n has -1`,
    at: sizesOver(
      grid.map((n) => lettersSizes({ ...letters, n })),
      "n",
    ),
    claimed: [Number.NEGATIVE_INFINITY, overN],
    slack: { exponent: 0.25, because: "the polylog that O~ leaves" },
    quantity: (n, seed, { level }) => fresh({ ...letters, n }, seed, level),
  }) as Check,
];
