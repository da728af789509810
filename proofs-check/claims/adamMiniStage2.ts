import { featureLearning } from "../../src/sim/metrics.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, type RunInput } from "../meeting.ts";
import { around, MINI, polylog, runFor } from "../support/adamChoices.ts";
import { ends, memorizer } from "../support/movement.ts";
import { choiceSizes, sizesText } from "../support/sizes.ts";
import { WITH_HIGH_PROBABILITY } from "../support/withHighProbability.ts";

const ID = "adam-mini-stage2";
/** In 1/eta: the first stage needs about one, and what has been learnt is to last. */
const LENGTH = 3;

/** The end of a run: feature learning of the class that has less and of the one that has more, and the largest response. */
function outcome(input: RunInput, level: Level) {
  const run = ends(input, level);
  if (!run) return undefined;
  const { observation, to } = run;
  const features = Object.values(featureLearning(input.setting.m, to.signal));
  const responses = Array.from({ length: input.setting.n }, (_, i) => memorizer(observation, to, i).x);
  return { least: Math.min(...features), most: Math.max(...features), response: Math.max(...responses) };
}

/** O~(eta s sigmaP + alpha) with the constant 1. */
const residue = ({ optimizer: { lr }, setting: { n, s, sigmaP, alpha } }: RunInput) =>
  polylog(n) * (lr * s * sigmaP + alpha);

/**
 * Mini-batch Adam, second stage: the feature stays learnt, the noise small.
 *
 * max_r <w,jv> = Theta~(1),  x_i <= O~(eta s sigmaP + alpha)
 *
 * @param numbers of the claim: `size`, of the feature, in [1/log n, log n]; `residue`, the multiple of log n (eta s sigmaP + alpha) that
 *   responses may reach; `eta`, exponent of the feature's final size
 * @returns the claim
 * Source: [T25] Lemmas 5.3, B.3, C.7.
 */
export const adamMiniStage2 = ({ size = 1, residue: allowed = 1, eta = 0 } = {}): Claim => {
  const learnt = (input: RunInput, level: Level) => {
    const end = outcome(input, level);
    const width = polylog(input.setting.n);
    return end && end.least >= size / width && end.most <= size * width
      ? undefined
      : `feature learning ends at ${end?.least} and ${end?.most}`;
  };
  const small = (input: RunInput, level: Level) => {
    const response = outcome(input, level)?.response ?? Number.POSITIVE_INFINITY;
    return response <= allowed * residue(input) ? undefined : `a response of ${response} is left`;
  };
  const parts = [
    ["feature", `max_r <w,jv> is between 1/log n and log n times ${size} in both classes`, learnt],
    ["noise", `every response is at most ${allowed} log n (eta s sigmaP + alpha)`, small],
  ] as const;
  return defineClaim({
    id: ID,
    source: "T25 5.3 = B.3 = C.7",
    kind: "rate",
    statement:
      "mini-batch Adam keeps the feature at the order of 1, and the noise at that of a step and of the feature noise",
    latex: String.raw`\max_r \langle w_{j,r}^{(t)}, jv\rangle = \tilde\Theta(1),\quad \langle w_{y_i,r}^{(t)}, \xi_i\rangle \le \tilde O(\eta s\sigma_p + \alpha)`,
    hypotheses: hypothesesOf(ID),
    readAs: ["Theta~(1), O~(...): within a factor log n", WITH_HIGH_PROBABILITY],
    restsOn: ["adam-mini-stage1", "adam-as-sign", "adam-descent"],
    checks: [
      ...parts.map(([part, about, violation]) =>
        frequency({
          ...{
            name: `${part}-stays`,
            about: `${about} at t = ${LENGTH}/eta`,
            part,
            at: sizesText(choiceSizes(MINI)),
            levels: [1, 2],
          },
          claimed: [0.5, 1],
          outcome: (seed, { level }) => violation(runFor(MINI, LENGTH, seed), level) === undefined,
        }),
      ),
      ...parts.map(([part, about, violation]) =>
        property({
          ...{
            name: `${part}-stays-wherever`,
            about: `${about}, for betas that forget slowly too`,
            part,
            levels: [1, 2],
          },
          asymptotic: true,
          cases: around(hypothesesOf(ID), MINI, LENGTH, 6),
          shrinks: 2,
          violation: (input, { level }) => violation(input, level),
          run: (input) => input,
        }),
      ),
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
        quantity: (lr, seed, { level }) => outcome(runFor({ ...MINI, lr }, LENGTH, seed), level)?.least ?? null,
      }),
    ],
  });
};
