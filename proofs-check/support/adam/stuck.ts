import fc from "fast-check";
import { featureThresholds } from "../../../src/bounds/thresholds/feature/featureThreshold.ts";
import { noiseThresholds } from "../../../src/bounds/thresholds/noise/noiseThresholds.ts";
import { empiricalThreshold } from "../../../src/bounds/thresholds/search/empiricalThreshold.ts";
import { questionNamed } from "../../../src/bounds/thresholds/search/questions.ts";
import { problemOf } from "../../../src/dynamics/problem.ts";
import { largestSize } from "../../../src/numeric/largestSize.ts";
import { power } from "../../../src/numeric/power.ts";
import { finish } from "../../../src/sim/follow.ts";
import type { Context } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { observe } from "../../observe.ts";
import { runOfAsked } from "../../ofOptimizer.ts";
import { share } from "../../uniform.ts";
import { type Choice, chosenRun } from "../choices/chosenRun.ts";

/** Moments that forget soon: steps, which nothing corrects for bias at first, then stay near eta. */
export const SLOW: Choice = { n: 8, s: 2, m: 5, alpha: 0.05, sigma0: 0.1, betas: [0.5, 0.9] };
/** Supports on which the mean-field threshold of noise is near the truth. */
export const WIDE: Choice = { ...SLOW, s: 16, alpha: 0.07, sigma0: 0.12 };
/** Small beside the weights, which a larger step would carry past 0, and of one share of them, so that runs of different sigma0 are alike. */
export const stepFor = (sigma0: number) => sigma0 / 150;
/** The mean-field threshold of noise is right within this factor (docs/findings.md, 56 starts). */
const NOISE_FACTOR = 1.5;
const RECORDS = 50;
/** In sigma0/eta: a weight that decay has for itself is gone after one or two. */
const LENGTH = 4;

export const stepsOf = ({ setting: { sigma0 }, optimizer: { lr } }: Pick<RunInput, "setting" | "optimizer">) =>
  Math.ceil((LENGTH * sigma0) / lr);

/** How coefficients leave their initial scale, or end above where they began, so that they might leave it later. */
export function escape(input: RunInput, context: Context, multiple: number): string | undefined {
  const run = runOf(runOfAsked(input, context));
  const every = Math.max(1, Math.floor((run.epochs as number) / RECORDS));
  const sizes = Array.from(
    observe({ ...run, recordEvery: every }, context.level, "record").moments,
    ({ signal, noise }) => ({
      "<w,v>": largestSize(signal),
      "<w,xi_i>": largestSize(noise),
    }),
  );
  for (const name of ["<w,v>", "<w,xi_i>"] as const) {
    const values = sizes.map((size) => size[name]);
    const [start, end] = [values[0] as number, values.at(-1) as number];
    const most = Math.max(...values);
    if (most > multiple * start) return `${name} reaches ${most / start} times its largest start`;
    if (end > start) return `${name} ends at ${end / start} times its largest start`;
  }
  return undefined;
}

/** Full-batch runs at multiples of the smallest decay above every explicit threshold of their own start. */
export const beyondThresholds = (from: number): fc.Arbitrary<RunInput> =>
  fc
    .record({
      sigma0: fc.constantFrom(0.09, 0.12),
      multiple: share.map((exponent) => from * power(20, exponent)),
      seed: fc.nat({ max: 1e6 }),
    })
    .map(({ multiple, seed, ...choice }) => {
      const chosen = { ...WIDE, ...choice, lr: stepFor(choice.sigma0) };
      const run = chosenRun(chosen, 1, seed);
      const { network, start } = problemOf(runOf(run));
      const features = Object.values(featureThresholds(network, start)).map(({ threshold }) => threshold);
      const weightDecay =
        multiple * Math.max(...features, ...noiseThresholds(network, start).mean.map((value) => NOISE_FACTOR * value));
      return chosenRun({ ...chosen, weightDecay }, stepsOf(run), seed);
    });

/** lambda_feature of class +1, read off the start. */
export function ownThreshold(run: RunInput): number {
  const { network, start } = problemOf(runOf(run));
  return featureThresholds(network, start)["+1"].threshold;
}

/** The weight decay from which class +1's feature no longer grows, by training: within 5%. */
export function stuckFrom(choice: Choice, seed: number): number | null {
  const first = chosenRun(choice, 1, seed);
  const threshold = ownThreshold(first);
  if (threshold === 0) return null;
  const { starts } = finish(
    empiricalThreshold({
      runAt: (weightDecay) =>
        runOf({ ...chosenRun({ ...choice, weightDecay }, stepsOf(first), seed), testSize: 1, recordEvery: 4 }),
      seeds: [seed],
      question: questionNamed("feature-grows"),
      j: "+1",
      guess: () => threshold,
      options: { tolerance: 0.05 },
    }),
  );
  return starts[0]?.below ?? null;
}
