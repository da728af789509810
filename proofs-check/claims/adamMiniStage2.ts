import { scaling } from "../checks/scaling.ts";
import type { Claim, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, type RunInput } from "../meeting.ts";
import { MINI, polylog, runFor } from "../support/adamChoices.ts";
import { atTheEnd, LENGTH } from "../support/adamMiniEnd.ts";
import { featureFrom, levelOfRest, printedLevel } from "../support/adamMiniLevel.ts";
import { oneStep } from "../support/adamMiniStart.ts";
import { features, largestResponse, sightOf } from "../support/sight.ts";
import { choiceSizes, sizesText } from "../support/sizes.ts";
import { WITH_HIGH_PROBABILITY } from "../support/withHighProbability.ts";

const ID = "adam-mini-stage2";
const B3 = "B.3";
const C7 = "C.7";

/** Whose response is how small: O~(...) with one log n and the constant 1. */
const RESIDUES = {
  [B3]: { of: "own class", words: "eta s sigmaP", size: oneStep },
  [C7]: {
    of: "both classes",
    words: "(eta s sigmaP + alpha)",
    size: (input: RunInput) => oneStep(input) + input.setting.alpha,
  },
} as const;

/**
 * Mini-batch Adam, second stage: the feature stays learnt, the noise small; how small is stated twice.
 *
 * max_r <w,jv> = Theta~(1);  B.3: <w_{y_i,r}, xi_i> <= Theta~(eta s sigmaP);  C.7: <w_{j,r}, xi_i> <= Theta~(eta s sigmaP + alpha) for both j,
 * and max_r <w,jv> is about ((1/m) log(1/lambda - 1))^(1/q)
 *
 * @param numbers of the claim: `size`, of the feature, in [1/log n, log n]; `residue`, the multiple of each reading's bound that responses may
 *   reach; `eta`, exponent of the feature's final size; `level`, the multiple of C.7's level; `fromT0`, exponent of the feature at the end of the
 *   first stage, in the letters that its length depends on
 * @returns the claim
 * Source: [T25] Lemmas 5.3 = B.3 and C.7.
 */
export const adamMiniStage2 = ({ size = 1, residue = 1, eta = 0, level = 1, fromT0 = 0 } = {}): Claim => {
  const learnt = (input: RunInput, at: Level) => {
    const ends = features(sightOf(input, at));
    const width = polylog(input.setting.n);
    const right = ends.every((u) => u >= size / width && u <= size * width);
    return right ? undefined : `feature learning ends at ${ends.join(" and ")}`;
  };
  const small = (reading: keyof typeof RESIDUES) => (input: RunInput, at: Level) => {
    const response = largestResponse(sightOf(input, at), RESIDUES[reading].of);
    const bound = residue * polylog(input.setting.n) * RESIDUES[reading].size(input);
    return response <= bound ? undefined : `a response of ${response} is left, more than ${bound}`;
  };
  return defineClaim({
    id: ID,
    source: "T25 5.3 = B.3, C.7",
    kind: "rate",
    statement:
      "mini-batch Adam keeps the feature at the order of 1, and the noise at that of a step, of each example's own class (B.3), or of a step and of the feature noise, of both classes (C.7)",
    latex: String.raw`\max_r \langle w_{j,r}^{(t)}, jv\rangle = \tilde\Theta(1),\quad \langle w_{y_i,r}^{(t)}, \xi_i\rangle \le \tilde\Theta(\eta s\sigma_p) \quad\text{or}\quad \langle w_{j,r}^{(t)}, \xi_i\rangle \le \tilde\Theta(\eta s\sigma_p + \alpha)`,
    hypotheses: hypothesesOf(ID),
    readAs: ["Theta~(1), O~(...): within a factor log n", WITH_HIGH_PROBABILITY],
    restsOn: ["adam-mini-stage1", "adam-as-sign", "adam-descent"],
    checks: [
      ...atTheEnd({
        part: "feature",
        about: `max_r <w,jv> is between 1/log n and log n times ${size} in both classes`,
        violation: learnt,
      }),
      ...([B3, C7] as const).flatMap((reading) =>
        atTheEnd({
          ...{ part: "noise", reading, violation: small(reading) },
          about: `every response of ${RESIDUES[reading].of} is at most ${residue} log n ${RESIDUES[reading].words}`,
        }),
      ),
      ...featureFrom(B3, fromT0),
      printedLevel(C7, level),
      levelOfRest(C7),
      scaling({
        name: "feature-eta",
        about: `max_r <w,jv> of the class that learnt less, at t = ${LENGTH}/eta, eta alone varied`,
        part: "feature: exponent of eta",
        at: sizesText(choiceSizes(MINI)),
        over: "eta",
        grid: [2.5e-4, 5e-4],
        levels: [1, 2],
        claimed: eta,
        slack: {
          exponent: 0.15,
          because: "t = 3/eta is rounded to epochs, and fewer steps average over fewer batches",
        },
        quantity: (lr, seed, { level: at }) =>
          Math.min(...features(sightOf(runFor({ ...MINI, lr }, LENGTH, seed), at))),
      }),
    ],
  });
};
