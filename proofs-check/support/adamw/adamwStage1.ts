import { momentRatio } from "../../../src/bounds/hypotheses/momentRatio.ts";
import { log } from "../../../src/numeric/log.ts";
import { property } from "../../checks/property.ts";
import { type ScalingOptions, scaling } from "../../checks/scaling.ts";
import type { Check, Level } from "../../claim.ts";
import { hypothesesOf, meeting, type RunInput } from "../../meeting.ts";
import { type Letters, studyRun } from "../choices/adamwStudy.ts";
import { featureGrowth, features, noiseGrowth, type Sight, sightOf } from "../evidence/sight.ts";

/** Steps of a case at most, so that it takes a tenth of a second. */
const STEPS = 200;
/** Cases judged while shrinking: each is a training. */
const SHRINKS = 12;
const LEVELS: readonly Level[] = [1, 2];

const { min, max, ceil, floor } = Math;

/** Runs of a lemma's hypotheses, as long as `steps` says. */
const runsOf = (id: string, steps: (run: Pick<RunInput, "setting" | "optimizer">) => number, recordEvery?: number) =>
  meeting({
    hypotheses: hypothesesOf(id),
    optimizer: "adamw",
    n: [8, 12, 16, 24],
    q: [3],
    epochs: ({ setting, optimizer, batchSize }) =>
      max(1, floor((min(steps({ setting, optimizer }), STEPS) * (batchSize as number)) / setting.n)),
  }).map((run) => ({ ...run, recordEvery: recordEvery ?? run.epochs ?? 1 }));

/** By how much a record's largest rise of a class passes the bound, as a sentence. */
function rise(run: RunInput, sight: Sight, factor: number): string | undefined {
  const { lr, weightDecay, betas } = run.optimizer;
  const C = momentRatio(betas as readonly [number, number]);
  const steps = ceil(run.setting.n / (run.batchSize as number));
  for (let at = 1; at < sight.moments.length; at++) {
    const before = features(sight, at - 1);
    const after = features(sight, at);
    const size = max(...(sight.moments[at - 1] as Sight["moments"][number]).signal.map(Math.abs));
    const bound = factor * lr * steps * (C + weightDecay * (size + lr * steps * C));
    const most = max(after[0] - before[0], after[1] - before[1]);
    if (most > bound * (1 + 1e-9)) return `in epoch ${at} a class's feature rises by ${most}, more than ${bound}`;
  }
  return undefined;
}

/**
 * That no epoch raises a class's feature by more than Theta(eta n/b), with Theta's constant from the moment ratio.
 *
 * max_r <w_{j,r}, j v> rises by at most eta ceil(n/b) (C + lambda |u|),  C = sup |mom|/sqrt(sec) of Lemma C.1
 *
 * @param id the lemma whose hypotheses the runs meet
 * @param factor on the bound, 1 unless the check is to fail
 * @returns the check, of the part "feature"
 * Source: ours, from [T25] C.1.
 */
export const featureBound = (id: string, factor: number): Check =>
  property({
    name: "feature, at most",
    part: "feature",
    about:
      "in runs that meet the hypotheses with constants 1, no epoch of the first 40 raises max_r <w_jr, jv> by more than eta ceil(n/b) (C + lambda |u|), C the moment ratio's bound: Theta(eta n/b) with its constant",
    cases: runsOf(id, () => STEPS, 1).map((run) => ({ ...run, epochs: min(run.epochs as number, 40) })),
    violation: (run, { level }) => rise(run, sightOf(run, level), factor),
    run: (run) => run,
    levels: LEVELS,
    shrinks: SHRINKS,
  }) as Check;

/**
 * That an epoch of the first stage moves noise by Theta~(eta s sigmaP), at settings the hypotheses admit.
 *
 * (1/(4 log n)) eta s sigmaP <= growth per epoch <= 4 log n eta s sigmaP, in the mean over the pairs with x_i > 0 at the start
 *
 * @param id the lemma whose hypotheses the runs meet
 * @param factor on eta s sigmaP, 1 unless the check is to fail
 * @returns the check, of a part of its own: exponents that hold do not make up for a size that does not
 * Source: ours; [T25] B.6, B.10.
 */
export const noiseWithin = (id: string, factor: number): Check =>
  property({
    name: "noise, within constants",
    part: "noise: size",
    about: `in runs that meet the hypotheses with constants 1, <w_(y_i,r), xi_i> grows per epoch, over half of 1/(eta s sigmaP) epochs (at most ${STEPS} steps), by eta s sigmaP up to a factor 4 log n: Theta with the constant 4 and one power of log n for its tilde; mean over the pairs positive at the start`,
    cases: runsOf(id, ({ setting, optimizer }) => 0.5 / (optimizer.lr * setting.s * setting.sigmaP)),
    violation: (run, { level }) => {
      const { n, s, sigmaP } = run.setting;
      const growth = noiseGrowth(sightOf(run, level));
      if (growth === null) return undefined;
      const ratio = growth / (factor * run.optimizer.lr * s * sigmaP);
      const most = 4 * log(n);
      return ratio >= 1 / most && ratio <= most
        ? undefined
        : `noise grows by ${ratio.toPrecision(4)} eta s sigmaP per epoch, not between 1/${most.toPrecision(4)} and ${most.toPrecision(4)} of it`;
    },
    asymptotic: true,
    // One case that goes well says little.
    least: 4,
    shrinks: SHRINKS,
    run: (run) => run,
    levels: LEVELS,
  }) as Check;

/** What a study of the growth per epoch varies, and what it expects. */
export interface GrowthStudy extends Pick<ScalingOptions, "over" | "grid" | "claimed" | "slack" | "reading"> {
  readonly part: "feature" | "noise";
  /** The letters at a value of the grid. */
  letters(x: number): Letters;
  /** Where it is measured and why there, for `about`. */
  readonly where: string;
}

const GROWTH = { feature: featureGrowth, noise: noiseGrowth } as const;
const NAMES = { feature: "<w_jr, jv>", noise: "<w_(y_i,r), xi_i>" } as const;

/**
 * A scaling study of the growth per epoch while nothing is learnt yet.
 *
 * Measured in the second half of a run that begins with what the moments need to forget their start: 3/(1-b2) steps, two epochs at least.
 *
 * @param study letter, grid, letters, claimed exponent
 * @returns the check
 * Source: ours.
 */
export const growthStudy = ({ part, letters, where, ...study }: GrowthStudy): Check =>
  scaling({
    ...study,
    part: `${part}: exponent of ${study.over}`,
    name: `${part} over ${study.over}${study.reading ? `, ${study.reading}` : ""}`,
    about: `growth of ${NAMES[part]} per epoch, mean over what is positive at the start`,
    at: where,
    quantity: (x, seed, { level }) => {
      const at = letters(x);
      const forget = max(3 / (1 - at.betas[1]), (2 * at.n) / at.b);
      return GROWTH[part](sightOf(studyRun(at, 2 * forget, seed, 2), level), 1);
    },
    levels: LEVELS,
  }) as Check;
