import { momentRatio } from "../../../src/bounds/hypotheses/momentRatio.ts";
import type { DynamicsRun } from "../../../src/dynamics/run.ts";
import { integerPower } from "../../../src/numeric/integerPower.ts";
import { optimizerNamed } from "../../../src/optimizers/registry.ts";
import { gradientChange } from "./gradientChange.ts";
import { gradientOf, normalizedStep, type WeightStep, weightSteps } from "./weightSteps.ts";

/** Of which weights a part of Lemmas C.2 and C.11 speaks: B_i only while i is in the batch, untouched ones are in no support. */
export type Where = "coordinate 1" | "B_i" | "untouched";

type Betas = readonly [number, number];
type Hyper = DynamicsRun["optimizer"] & { readonly betas: Betas; readonly eps: number };

/** The optimizer of a run of Adam or AdamW, whose schema gives both. */
export const hyperOf = ({ optimizer }: DynamicsRun): Hyper => optimizer as Hyper;

/** Entries of B_i, without the feature coordinate. */
export function* supportOf({ examples, network }: Pick<WeightStep, "examples" | "network">, i: number) {
  const width = 2 * network.neurons;
  for (let e = examples.rows[i] as number; e < (examples.rows[i + 1] as number); e++) {
    const base = (examples.coordinates[e] as number) * width;
    if (base > 0) for (let r = 0; r < width; r++) yield base + r;
  }
}

/** Indices of the weights a part speaks of at one step. */
function* weightsAt(where: Where, at: WeightStep): Generator<number> {
  const width = 2 * at.network.neurons;
  if (where === "coordinate 1") {
    for (let r = 0; r < width; r++) yield r;
  } else if (where === "B_i") {
    for (const i of at.batch) yield* supportOf(at, i);
  } else {
    const touched = new Set(at.examples.coordinates);
    for (let k = 1; k < at.ofLoss.length / width; k++) {
      if (!touched.has(k)) for (let r = 0; r < width; r++) yield k * width + r;
    }
  }
}

const coordinatesOf = (where: Where) => (where === "untouched" ? "all" : "active");

/**
 * How slowly, in steps, a gradient g must change for the moments to follow it: g > K times its change a step.
 *
 * K = 2 max( b1/(1-b1)^2, sqrt(b2 (1+b2))/(1-b2) ): the means of tau and tau^2 under the moments' weights, so that the past takes at most half of
 * (1-b1) g from mom and adds at most half of |g| to the root of sec.
 *
 * @param betas [b1, b2] in [0, 1)
 * @returns K
 * Source: ours, docs/notes/signs.md.
 * @example
 * slowness([0.5, 0]) // => 4
 */
export const slowness = ([b1, b2]: Betas): number =>
  2 * Math.max(b1 / ((1 - b1) * (1 - b1)), Math.sqrt(b2 * (1 + b2)) / (1 - b2));

/**
 * What Theta(1) is: between which numbers sgn(g) step lies where the gradient is above the threshold.
 *
 * f [1/5, 3] where it came at every step, f = (1-b1^t)/sqrt(1-b2^t) without bias correction and 1 with it; [(1-b1)/5, C] where it came at some,
 * C the moment ratio.
 *
 * @param hyper convention and betas
 * @param t number of the step, from 1
 * @param always whether the weight had its gradient at every step
 * @returns the two numbers
 * Source: ours, docs/notes/signs.md.
 */
export function bandOf({ convention, betas }: Hyper, t: number, always: boolean): readonly [number, number] {
  const [b1, b2] = betas;
  if (!always) return [(1 - b1) / 5, momentRatio(betas)];
  const front = convention === "pytorch" ? 1 : (1 - integerPower(b1, t)) / Math.sqrt(1 - integerPower(b2, t));
  return [front / 5, 3 * front];
}

/** What eps adds to a threshold: below it the denominator is not that of a sign. */
export const epsThreshold = ({ eps, betas }: Hyper): number => eps / Math.sqrt(1 - betas[1]);

/** Largest |w' - w|/eta of any weight. */
const moveOf = ({ optimizer, at }: WeightStep, { betas, weightDecay }: Hyper): number => {
  const largest = at.weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  return momentRatio(betas) + (optimizer.decay === "decoupled" ? weightDecay * largest : 0);
};

/** V of one step, with the reach that the optimizer has there. */
export const changeAt = (at: WeightStep, hyper: Hyper, batchSize: number): Float64Array => {
  const coupled = at.optimizer.decay === "coupled" ? hyper.weightDecay : 0;
  return gradientChange(at.network, at.at.weights, at.examples, { batchSize, move: moveOf(at, hyper), coupled });
};

/** The sign along which weights step, -1 in a mutant, and which terms the threshold has beside eta V; 1 and true unless given. */
export interface SignOptions {
  readonly sign?: number;
  readonly eps?: boolean;
  readonly decay?: boolean;
}

/** How many times lambda |w|, which the moments take in while an example is unseen, leaves a visit's gradient the upper hand. */
const idleShare = ([b1]: Betas): number => Math.max(1, (4 * b1) / (1 - b1));

/**
 * The first weight of a training that had a gradient above the threshold and did not take its sign.
 *
 * |g| > 2 K eta max_{t' <= t} V + eps/sqrt(1-b2) and sgn(g) step outside the band; 2 for what the second order adds to V
 *
 * On B_i, b < n, coupled decay: |g| > 4 K eta max V + max(1, 4 b1/(1-b1)) lambda |w| + eps/sqrt(1-b2), for what decay adds between visits.
 *
 * @param run a checked run of Adam or AdamW; coordinate 1 needs b = n
 * @param where which weights
 * @param options a mutant's sign; terms left out of the threshold: eps, lambda |w|
 * @returns what happened, or undefined
 * Source: ours, docs/notes/signs.md.
 */
export function signViolation(
  run: DynamicsRun,
  where: Where,
  { sign = 1, eps = true, decay = true }: SignOptions = {},
): string | undefined {
  const hyper = hyperOf(run);
  const batchSize = run.batchSize as number;
  const always = where === "untouched" || batchSize === run.setting.n;
  const visited = !always && optimizerNamed(hyper.name).decay === "coupled";
  const factor = (visited ? 4 : 2) * slowness(hyper.betas) * hyper.lr;
  const idle = visited && decay ? idleShare(hyper.betas) * hyper.weightDecay : 0;
  const ofEps = eps ? epsThreshold(hyper) : 0;
  let change: Float64Array | undefined;
  for (const at of weightSteps(run, coordinatesOf(where))) {
    const now = changeAt(at, hyper, batchSize);
    change = change ? change.map((v, a) => Math.max(v, now[a] as number)) : now;
    const [gradient, step] = [gradientOf(at), normalizedStep(at)];
    const [least, most] = bandOf(hyper, at.at.step + 1, always);
    for (const a of weightsAt(where, at)) {
      const g = gradient[a] as number;
      const threshold = factor * (change[a] as number) + idle * Math.abs(at.at.weights[a] as number) + ofEps;
      if (Math.abs(g) <= threshold) continue;
      const along = sign * Math.sign(g) * (step[a] as number);
      if (along < least || along > most) {
        return `step ${at.at.step + 1}, weight ${a}: g = ${g} and sgn(g) step = ${along}, outside [${least}, ${most}]`;
      }
    }
  }
  return undefined;
}

/**
 * The largest |g| of weights that did not step by at least (1-b1)/5 along sgn(g).
 *
 * max { |g_t| : sgn(g_t) step_t < (1-b1)/5 }, which is what the lemmas' "|g| <= O~(...) or ..." bounds
 *
 * @param run a checked run of Adam or AdamW
 * @param where which weights
 * @returns the maximum; null if none was so
 * Source: ours.
 */
export function largestException(run: DynamicsRun, where: Where): number | null {
  const [b1] = hyperOf(run).betas;
  let largest = 0;
  for (const at of weightSteps(run, coordinatesOf(where))) {
    const [gradient, step] = [gradientOf(at), normalizedStep(at)];
    for (const a of weightsAt(where, at)) {
      const g = gradient[a] as number;
      if (Math.sign(g) * (step[a] as number) < (1 - b1) / 5) largest = Math.max(largest, Math.abs(g));
    }
  }
  return largest > 0 ? largest : null;
}

/** The largest |step| of a weight that no example touches. */
export function largestUntouchedStep(run: DynamicsRun): number {
  let largest = 0;
  for (const at of weightSteps(run, "all")) {
    const step = normalizedStep(at);
    for (const a of weightsAt("untouched", at)) largest = Math.max(largest, Math.abs(step[a] as number));
  }
  return largest;
}
