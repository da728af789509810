import { integerPower } from "../../../src/numeric/integerPower.ts";
import { mean } from "../../../src/statistics/mean.ts";
import { frequency } from "../../checks/frequency.ts";
import type { Check } from "../../claim.ts";
import type { RunInput } from "../../meeting.ts";
import { type Letters, studyRun } from "../choices/adamwStudy.ts";
import { lettersSizes, sizesText } from "../choices/sizes.ts";
import { marginAt, printedLevels, within } from "../evidence/restLevel.ts";
import { featureOutputs, features, margins, memories, type Sight, sightOf } from "../evidence/sight.ts";

/** Some starts say nothing. */
const SEEDS = 9;
/** How far a margin may lie from the one derived. */
const SLACK = 0.1;

/** What comes to rest under AdamW, and where. */
export interface Rest {
  readonly part: "feature" | "noise";
  readonly words: string;
  /** Every activation that is at rest; none where the run is not about it. */
  activations(sight: Sight): readonly number[];
  /** The margin that goes with each. */
  margins(sight: Sight, q: number): readonly number[];
  /** |l| at which decay takes what an activation x gains: to first order in lambda x, where eps/(1 - lambda x) stands for eps. */
  residual(x: number, run: RunInput): number;
  /** Why the residual is not exactly that. */
  readonly because: string;
}

/** eps lambda/(q x^(q-2)): lambda x = |g|/(|g| + eps) with |g| = q |l| x^(q-1), per unit of what carries the gradient. */
const balance = (x: number, { setting: { q }, optimizer: { lr, weightDecay, eps = weightDecay * lr } }: RunInput) =>
  (eps * weightDecay) / (q * integerPower(x, q - 2));

/** Lemma C.14's: the noise of every example, whose gradient is carried by |zeta_i|^2/n, about s sigmaP^2/n. */
export const NOISE_REST: Rest = {
  ...{ part: "noise", words: "max_r <w_(y_i,r), xi_i> of every example" },
  activations: memories,
  margins,
  residual: (x, run) => (balance(x, run) * run.setting.n) / (run.setting.s * run.setting.sigmaP * run.setting.sigmaP),
  because: "|zeta_i|^2 is s sigmaP^2 up to sqrt(2/s)",
};

/** Lemma C.18's: the feature, whose gradient half of the examples carry; of starts from which both classes learn it. */
export const FEATURE_REST: Rest = {
  ...{ part: "feature", words: "max_r <w_jr, jv> of both classes, in starts where both learn" },
  activations: (sight) => (features(sight).every((u) => u > 0) ? features(sight) : []),
  margins: featureOutputs,
  residual: (x, run) => (2 * balance(x, run)) / (1 - run.optimizer.weightDecay * x),
  because: "batches of few examples differ",
};

/** The sizes, and the time in 1/(eta lambda). */
export interface Place {
  readonly letters: Letters;
  readonly times: number;
}

/**
 * That what AdamW has learnt rests between the levels that [T25]'s proof prints, and where decay takes what is gained.
 *
 * ((1/m) log((lambda eta)^-1 - 1))^(1/q) <= x <= (log((lambda eta)^-2 - 1))^(1/q);  F_y - F_{-y} = log(1/|l| - 1) with |l| of order lambda eps x^(2-q)
 *
 * @param reading whose levels they are
 * @param rest what comes to rest
 * @param place the sizes and the time
 * @param multiple of the levels, 1 unless the checks are to fail
 * @returns the two checks; level 1 alone, since signs know no eps and stop where residuals are 0
 * Source: [T25] proofs of Lemmas C.14, C.18; ours, docs/notes/levels.md.
 */
export function levels(reading: string, rest: Rest, { letters, times }: Place, multiple: number): Check[] {
  const common = {
    ...{ part: `${rest.part}: level of rest`, reading, at: sizesText(lettersSizes(letters)), least: SEEDS },
    levels: [1],
  } as const;
  const when = `after ${times}/(eta lambda) steps`;
  const judged = (right: (sight: Sight, run: RunInput) => boolean) => (seed: number) => {
    const run = studyRun(letters, times / (letters.eta * letters.lambda), seed);
    const sight = sightOf(run, 1);
    return rest.activations(sight).length === 0 ? null : right(sight, run);
  };
  return [
    frequency({
      asymptotic: true,
      ...{ ...common, name: "level-printed", claimed: [0.5, 1] },
      about: `${rest.words} is between ${multiple} times ((1/m) log((lambda eta)^-1 - 1))^(1/q) and as many times (log((lambda eta)^-2 - 1))^(1/q) ${when}`,
      outcome: judged((sight, run) => {
        const [low, high] = printedLevels(run);
        return rest.activations(sight).every((x) => x >= multiple * low && x <= multiple * high);
      }),
    }) as Check,
    frequency({
      ...{ ...common, name: "level-derived", claimed: [0.5, 1] },
      about: `the mean margin of ${rest.words} is the mean of log(1/|l| - 1) within ${SLACK} of it, |l| where decay takes what is gained, ${when}; it is not exact since ${rest.because}`,
      outcome: judged((sight, run) => {
        const derived = rest.activations(sight).map((x) => marginAt(rest.residual(x, run)));
        return within(mean(rest.margins(sight, run.setting.q)), mean(derived), SLACK);
      }),
    }) as Check,
  ];
}
