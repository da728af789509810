import { featureLearning } from "../../src/sim/featureLearning.ts";
import { featureReverses } from "../boxes/proofs/firstStage.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim, Context } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, meeting, type RunInput, runOf } from "../meeting.ts";
import { observe } from "../observe.ts";
import { ends, leader } from "../support/adam/movement.ts";
import { type Pulls, pullsAt } from "../support/adam/pulls.ts";
import { LARGE } from "../support/choices/adamChoices.ts";
import { type Choice, chosenRun } from "../support/choices/chosenRun.ts";
import { choiceSizes, sizesText } from "../support/choices/sizes.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

const ID = "adam-large-flip";
/** Pulls are told apart by twice: momentum follows their balance late. */
const OUTWEIGHS = 2;
const RECORDS = 60;

type Part = Pick<RunInput, "setting" | "optimizer">;

/** Steps in which signs move the noise by `times`, beyond T0, after which residuals are small. */
const horizon = ({ setting: { s, sigmaP }, optimizer: { lr } }: Part, times: number) =>
  Math.ceil(times / (lr * s * sigmaP));

const chosen = (choice: Choice, times: number, seed: number): RunInput =>
  chosenRun(choice, horizon(chosenRun(choice, 1, seed), times), seed);

const cases = (times: number) =>
  meeting({
    ...{ hypotheses: hypothesesOf(ID), optimizer: "adam", n: [8], q: [3] },
    epochs: (part) => Math.ceil(horizon(part, times) / Math.ceil(part.setting.n / (part.batchSize as number))),
  });

/** Whether the feature noise outweighs a neuron's positive feature. */
const outweighs = ({ up, down }: Pulls, signal: Float64Array, lane: number, j: number) =>
  j * (signal[lane] as number) > 0 && (down[lane] as number) > OUTWEIGHS * (up[lane] as number);

/** Stretches between two records over which a feature is outweighed at both: how many, and the first that has not moved as claimed. */
function outweighed(input: RunInput, { level }: Context, direction: number) {
  const { m, alpha } = input.setting;
  const run = runOf(input);
  const observation = observe(
    { ...run, recordEvery: Math.max(1, Math.floor((run.epochs as number) / RECORDS)) },
    level,
    "record",
  );
  let stretches = 0;
  let before: { signal: Float64Array; pulls: Pulls } | undefined;
  for (const moment of observation.moments) {
    const now = { signal: moment.signal, pulls: pullsAt(observation, moment, alpha) };
    for (let lane = 0; before && lane < 2 * m; lane++) {
      const j = lane < m ? 1 : -1;
      if (!outweighs(before.pulls, before.signal, lane, j) || !outweighs(now.pulls, now.signal, lane, j)) continue;
      stretches++;
      const moved = j * ((now.signal[lane] as number) - (before.signal[lane] as number));
      if (moved * direction > 0) continue;
      return {
        stretches,
        violation: `up to step ${moment.step} the outweighed feature of neuron ${lane} moves by ${moved}`,
      };
    }
    before = now;
  }
  return { stretches, violation: undefined };
}

/** j w[1] of the neuron of each class that has memorized most. */
function leaders(input: RunInput, { level }: Context): number[] {
  const run = ends(input, level);
  if (!run) return [Number.NaN];
  const { sight, to } = run;
  return ([1, -1] as const).map((j) => j * (to.signal[leader(sight, to, j).lane] as number));
}

/**
 * Large-batch Adam reverses the feature.
 *
 * once alpha sum_i |l_i| sigma'(x_i) outweighs sum_i |l_i| sigma'(y_i u), j w[1] falls, and it ends negative
 *
 * @param numbers of the claim: `direction`, -1 for "rises"; `sign` of j w[1] at the end
 * @returns the claim
 * Source: [Z21] Lemma 5.3; [T25] section B.1.1, a remark of the proof sketch.
 */
export const adamLargeFlip = ({ direction = -1, sign = -1 } = {}): Claim => {
  const negative = {
    part: "ends negative",
    at: sizesText(choiceSizes(LARGE)),
    levels: [1, 2] as const,
    claimed: [0.5, 1] as const,
  };
  const falls = `j w[1] > 0 falls between records at both of which feature noise pulls more than ${OUTWEIGHS} times as hard as the feature`;
  const end = "after 4/(eta s sigmaP) steps";
  return defineClaim({
    id: ID,
    source: "Z21 5.3; T25 section B.1.1",
    kind: "rate",
    statement:
      "where s sigmaP is large, feature learning under large-batch Adam reverses once the feature noise of memorized examples outweighs it, and ends negative",
    latex: String.raw`\alpha\sum_i|\ell_i|\sigma'(\langle w,\xi_i\rangle) > \sum_i|\ell_i|\sigma'(\langle w,y_iv\rangle) \Rightarrow \langle w^{(t+1)},jv\rangle = \langle w^{(t)},jv\rangle - \Theta(\eta),\quad \langle w^{(T)}, jv\rangle < 0`,
    hypotheses: hypothesesOf(ID),
    readAs: [`outweighs: pulls more than ${OUTWEIGHS} times as hard`, WITH_HIGH_PROBABILITY],
    restsOn: ["adam-large-stage1", "adam-as-sign", "gradient"],
    checks: [
      featureReverses(),
      frequency({
        asymptotic: true,
        name: "reversal",
        about: `${falls}; seeds whose records show none such cannot tell`,
        part: "reverses",
        at: sizesText(choiceSizes(LARGE)),
        levels: [1, 2],
        claimed: [0.5, 1],
        least: 9,
        outcome(seed, context) {
          const { stretches, violation } = outweighed(chosen(LARGE, 4, seed), context, direction);
          return stretches === 0 ? null : violation === undefined;
        },
      }),
      property({
        name: "reversal-family",
        about: `${falls}, wherever the hypotheses hold with the constant 1`,
        part: "reverses",
        levels: [1, 2],
        asymptotic: true,
        cases: cases(2),
        shrinks: 5,
        violation: (input, context) => outweighed(input, context, direction).violation,
        run: (input) => input,
      }),
      frequency({
        asymptotic: true,
        name: "leading-neurons",
        about: `of each class the neuron with the largest response to an example has j w[1] of sign ${sign} ${end}`,
        reading: "the neuron that memorizes most",
        ...negative,
        outcome: (seed, context) => leaders(chosen(LARGE, 4, seed), context).every((u) => u * sign > 0),
      }),
      property({
        name: "leading-neurons-family",
        about: `as leading-neurons, wherever the hypotheses hold with the constant 1`,
        part: "ends negative",
        reading: "the neuron that memorizes most",
        levels: [1, 2],
        asymptotic: true,
        cases: cases(4),
        shrinks: 5,
        violation(input, context) {
          const wrong = leaders(input, context).filter((u) => !(u * sign > 0));
          return wrong.length > 0 ? `j w[1] of a leading neuron is ${wrong[0]} ${end}` : undefined;
        },
        run: (input) => input,
      }),
      frequency({
        asymptotic: true,
        name: "every-neuron",
        about: `all neurons of both classes have j w[1] of sign ${sign} ${end}: feature learning itself is negative`,
        reading: "every neuron",
        ...negative,
        outcome(seed, { level }) {
          const run = ends(chosen(LARGE, 4, seed), level);
          return run ? Object.values(featureLearning(LARGE.m, run.to.signal)).every((u) => u * sign > 0) : null;
        },
      }),
      certifiedEnds("adam, b = n"),
    ],
  });
};
