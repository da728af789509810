import { scaling } from "../checks/scaling.ts";
import type { Claim, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, type RunInput } from "../meeting.ts";
import { atTheEnd, LENGTH } from "../support/adam/adamMiniEnd.ts";
import { featureFrom } from "../support/adam/adamMiniFrom.ts";
import { levelOfRest, printedLevel } from "../support/adam/adamMiniLevel.ts";
import { oneStep } from "../support/adam/adamMiniStart.ts";
import { MINI, polylog, runFor } from "../support/choices/adamChoices.ts";
import { choiceSizes, sizesText } from "../support/choices/sizes.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { features, largestResponse, sightOf } from "../support/evidence/sight.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

const ID = "adam-mini-stage2";
const C7 = "C.7";

/** Whose response is how small: O~(...) with one log n and the constant 1. */
const OF_B3 = { of: "own class", words: "eta s sigmaP", size: oneStep } as const;
const OF_C7 = {
  of: "both classes",
  words: "(eta s sigmaP + alpha)",
  size: (input: RunInput) => oneStep(input) + input.setting.alpha,
} as const;

/** Each reading, with the T0 from which on it is said. */
const READINGS = [
  { reading: "5.3, T0 of 5.2 in steps", when: "T0 of 5.2 in steps", residue: OF_B3 },
  { reading: "5.3, T0 of 5.2 in epochs", when: "T0 of 5.2 in epochs", residue: OF_B3 },
  { reading: "B.3, T0 of B.2 in epochs", when: "T0 of B.2 in epochs", residue: OF_B3 },
  { reading: C7, when: "T0 of B.2 in epochs", residue: OF_C7 },
] as const;
type Residue = (typeof READINGS)[number]["residue"];

/**
 * Mini-batch Adam, second stage: the feature stays learnt, the noise small; how small is stated twice.
 *
 * max_r <w,jv> = Theta~(1);  B.3: <w_{y_i,r}, xi_i> <= Theta~(eta s sigmaP);  C.7: <w_{j,r}, xi_i> <= Theta~(eta s sigmaP + alpha) for both j,
 * and max_r <w,jv> is about ((1/m) log(1/lambda - 1))^(1/q);  both for t > T0: 5.2's, whose unit is open, B.2's, or C.6's, which is B.2's in epochs
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
  const small = (bounded: Residue) => (input: RunInput, at: Level) => {
    const response = largestResponse(sightOf(input, at), bounded.of);
    const bound = residue * polylog(input.setting.n) * bounded.size(input);
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
      ...READINGS.flatMap(({ reading, when, residue: bounded }) => {
        const noise = {
          ...{ part: "noise", reading, violation: small(bounded) },
          about: `every response of ${bounded.of} is at most ${residue} log n ${bounded.words}`,
        };
        return [...atTheEnd({ ...noise, when }), ...atTheEnd(noise), featureFrom(when, reading, fromT0)];
      }),
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
      certifiedEnds("adam, b = 1"),
    ],
  });
};
