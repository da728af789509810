import { log } from "../../../src/numeric/log.ts";
import { scaling } from "../../checks/scaling.ts";
import type { Check, Level } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { observe } from "../../observe.ts";
import { type Letters, studyRun } from "../choices/adamwStudy.ts";
import { lettersSizes, sizesOver } from "../choices/sizes.ts";
import { statedFor } from "../evidence/statedFor.ts";
import { flipLetters, SEEDS } from "./adamwFlip.ts";

const ETA = [8e-3, 4e-3, 2e-3];

/** Full batch; the flip is common, as in its other studies, and sigma0 is 10 to 40 eta. */
const letters = (eta: number): Letters => ({ ...flipLetters(), n: 8, b: 8, m: 2, sigma0: 0.08, eta });

/** T0 of each lemma in steps, with the polylog that its O~ allows and that serves the statement best. */
const ENDS_OF_STAGE_1 = {
  "B.7, of signs": {
    words: "log(sigma0/eta) b/(lambda eta n) epochs",
    steps: ({ eta, lambda, sigma0 }: Letters) => log(sigma0 / eta) / (lambda * eta),
  },
  "C.13, of AdamW": {
    words: "log n/(eta s sigmaP) epochs",
    steps: ({ n, b, eta, s, sigmaP }: Letters) => (log(n) * n) / (b * eta * s * sigmaP),
  },
} as const;

/** max |w_{j,r}[k]| over k in B_i with y_i = -j and the neurons whose feature is reversed at the end of a run; null where none is. */
function largestOther(run: RunInput, level: Level): number | null {
  const { problem, recurrence, moments } = observe(runOf(run), level, "record");
  for (const _ of moments);
  const { examples } = problem.start;
  const { neurons } = problem.network;
  const weights = recurrence.weights();
  const reversed = (lane: number) => (lane < neurons ? 1 : -1) * (weights[lane] as number) < 0;
  if (!Array.from({ length: 2 * neurons }, (_, lane) => lane).some(reversed)) return null;
  let largest = 0;
  for (let i = 0; i < examples.count; i++) {
    const first = examples.labels[i] === 1 ? neurons : 0;
    for (let e = examples.rows[i] as number; e < (examples.rows[i + 1] as number); e++) {
      const base = (examples.coordinates[e] as number) * 2 * neurons + first;
      if (examples.coordinates[e] === 0) continue;
      for (let r = 0; r < neurons; r++) {
        if (reversed(first + r)) largest = Math.max(largest, Math.abs(weights[base + r] as number));
      }
    }
  }
  return largest;
}

/**
 * That weights on the noise of the other class are +-O~(eta) at the end of the first stage.
 *
 * max |w_{j,r}[k]|, k in B_i, y_i = -j, j w_{j,r}[1] < 0, at T0 over eta
 *
 * At T0 decoupled decay has taken exp(-lambda eta T0) of them: eta/sigma0 in B.7, whose T0 is 1/(lambda eta) up to a logarithm, and exp(-lambda n
 * log n/(b s sigmaP)) in C.13, which does not depend on eta. Weights on coordinates of no support do exactly that (adamw-as-sign).
 *
 * @param reading whose T0
 * @param claimed the least exponent of eta
 * @returns the check, of the part "other coordinates"
 * Source: [T25] Lemmas B.7(c), C.13(c); ours.
 */
export const otherWeights = (reading: keyof typeof ENDS_OF_STAGE_1, claimed: number): Check => {
  const { words, steps } = ENDS_OF_STAGE_1[reading];
  return scaling({
    ...{ name: `other weights over eta, ${reading}`, part: "other coordinates", reading, over: "eta", grid: ETA },
    about: `max |w_jr[k]| over k in B_i with y_i = -j and the neurons whose feature is reversed, at T0 = ${words}; full batch, sqrt(s) sigmaP = 1.6, eta s > sigma0^2, against the hypothesis, which an end state does not remember`,
    at: sizesOver(
      ETA.map((eta) => lettersSizes(letters(eta))),
      "eta",
    ),
    claimed: [claimed, Number.POSITIVE_INFINITY],
    slack: { exponent: 0.2, because: "T0 is rounded to epochs, and weights first move by a few eta against the noise" },
    ...{ levels: statedFor(reading), least: SEEDS },
    quantity: (eta, seed, { level }) => largestOther(studyRun(letters(eta), steps(letters(eta)), seed), level),
  }) as Check;
};
