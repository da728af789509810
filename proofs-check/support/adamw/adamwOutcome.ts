import { frequency } from "../../checks/frequency.ts";
import { property } from "../../checks/property.ts";
import type { Check, Level } from "../../claim.ts";
import { hypothesesOf, meeting, type RunInput } from "../../meeting.ts";
import { runOfAsked } from "../../ofOptimizer.ts";
import { type Letters, studyRun } from "../choices/adamwStudy.ts";
import { lettersSizes, sizesText } from "../choices/sizes.ts";
import { disagreement, type Outcome, outcomeOf } from "../states/outcome.ts";

const LEVELS: readonly Level[] = [1, 2];
/** Fresh examples that decide the test error: its standard error is at most 0.022. */
const FRESH = 500;

/** A theorem about whole runs of AdamW, in a finite reading. */
export interface OutcomeClaim {
  readonly id: string;
  /** The finite reading, and its words. */
  came(outcome: Outcome): boolean;
  readonly words: string;
}

/** Ten times what decay takes: 10/(eta lambda) steps. */
const stepsOf = ({ eta, lambda }: Pick<Letters, "eta" | "lambda">) => 10 / (eta * lambda);

/**
 * How often a chosen setting ends as a theorem says.
 *
 * @param theorem its finite reading
 * @param setting letters that meet its hypotheses with the constants 1, what to call them, the shares claimed and the seeds needed
 * @returns the check
 * Source: ours.
 */
export const outcomeFrequency = (
  { came, words }: OutcomeClaim,
  setting: { letters: Letters; name: string; claimed: readonly [number, number]; least: number; reading?: string },
): Check =>
  frequency({
    asymptotic: true,
    name: setting.name,
    about: `share of seeds with ${words} after 10/(eta lambda) steps, where every hypothesis is met with the constant 1`,
    ...(setting.reading !== undefined && { reading: setting.reading }),
    at: sizesText(lettersSizes(setting.letters)),
    outcome: (seed, context) => {
      const run = studyRun(setting.letters, stepsOf(setting.letters), seed);
      return came(outcomeOf({ ...run, testSize: FRESH }, context));
    },
    claimed: setting.claimed,
    least: setting.least,
    levels: LEVELS,
    anyOptimizer: true,
  }) as Check;

/**
 * That every run within a theorem's hypotheses, read with constants 1, ends as it says.
 *
 * @param theorem its finite reading
 * @param sizes n to draw from, the most steps of a run that is tried, and which reading it speaks of
 * @returns the check; a violation refutes the finite reading alone
 * Source: ours.
 */
export function outcomeProperty(
  { id, came, words }: OutcomeClaim,
  { n, most, reading }: { n: readonly number[]; most: number; reading?: string },
): Check {
  const disagrees = disagreement(came);
  const lengthOf = ({ optimizer: { lr, weightDecay } }: Pick<RunInput, "optimizer">) =>
    stepsOf({ eta: lr, lambda: weightDecay });
  return property({
    name: reading === undefined ? "in the family" : `in the family, ${reading}`,
    ...(reading !== undefined && { reading }),
    about: `runs of the scaling family that meet the hypotheses with constants 1 end with ${words} after 10/(eta lambda) steps; n in {${n.join(", ")}}, those of at most ${most} steps`,
    cases: meeting({
      ...{ hypotheses: hypothesesOf(id), optimizer: "adamw", n, q: [3] },
      epochs: (run) => Math.ceil((lengthOf(run) * (run.batchSize as number)) / run.setting.n),
    })
      .filter((run) => lengthOf(run) <= most)
      .map((run) => ({ ...run, testSize: FRESH })),
    violation: (run, context) => {
      const otherwise = disagrees(run, context);
      return otherwise === undefined
        ? undefined
        : `${otherwise} (n = ${run.setting.n}, b = ${run.batchSize}, s = ${run.setting.s}, seed ${run.seed})`;
    },
    asymptotic: true,
    // One case that goes well says little.
    least: 4,
    shrinks: 3,
    run: runOfAsked,
    levels: LEVELS,
    anyOptimizer: true,
  }) as Check;
}
