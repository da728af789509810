import { integerPower } from "../../src/numeric/integerPower.ts";
import { log } from "../../src/numeric/log.ts";
import { noiseGrowsLittle } from "../boxes/proofs/firstStage.ts";
import { property } from "../checks/property.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim, Context } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, meeting, type RunInput, runOf } from "../meeting.ts";
import { observe } from "../observe.ts";
import { certifiedNoise } from "../support/gd/certifiedRace.ts";
import { gdRaces, gdSteps } from "../support/gd/gdSettings.ts";
import { largestOf, residualBounds, sizesOf } from "../support/gd/gdStep.ts";
import { gdFamily, gdSizes, learnt } from "../support/gd/gdTraining.ts";
import { beyondRounding } from "../support/gd/rounding.ts";

/** As for gd-signal: the starts from which whole trainings are followed. */
const PLACED = { slowed: 0.25, raced: 0.25 };

/** Six that learn the feature, though now and then a class has hardly a neuron on the feature's side. */
const SEEDS = 7;

/** Steps in which the hypotheses read with constants 1 are looked at. */
const FEW = 3;

/** Whose noise Gamma is the largest of: of the neurons of the example's own class, unless it is said. */
const EITHER = "neurons of either class";

/** What the growth of one step is bounded by. */
const STATED = "own class, eta s sigmaP^2/n as stated";
const WITH_ALPHA = "own class, eta (s sigmaP^2/n + alpha^2)";

/** The numbers of the claim. */
export interface GdNoiseNumbers {
  /** Multiplies the constant of one step. */
  readonly pull?: number;
  /** Gamma stays below this many times its start. */
  readonly times?: number;
  /** The least exponent of sigma0 in the largest Gamma. */
  readonly exponent?: number;
}

/** How Gamma grows by more in a step than the explicit constant allows. */
function beyond(run: RunInput, { level }: Context, pull: number): string | undefined {
  const { problem, moments } = observe(runOf(run), level, "step");
  const [before, after] = [...moments];
  if (!before || !after) return undefined;
  const { n, alpha, noise } = sizesOf(problem);
  const [, most] = residualBounds(problem, before);
  const [then, now] = [largestOf(problem, before), largestOf(problem, after)];
  if (!(then.own > 0)) return undefined;
  const { q } = problem.network;
  const rate = pull * run.optimizer.lr * q * most * (noise / n + alpha * alpha);
  const high = then.own + rate * integerPower(then.all, q - 1);
  return beyondRounding(now.own - high, high) ? `Gamma goes from ${then.own} to ${now.own}, above ${high}` : undefined;
}

/** A step in which Gamma grows by more than eta (q/2) (log n) (s sigmaP^2/n) Gamma^(q-1): the statement without the feature noise. */
function beyondStated(run: RunInput, { level }: Context): string | undefined {
  const { n, s, sigmaP, q } = run.setting;
  const { problem, moments } = observe(runOf(run), level, "step");
  const rate = (run.optimizer.lr * q * log(n) * s * sigmaP * sigmaP) / (2 * n);
  let before: number | undefined;
  for (const moment of moments) {
    const { own } = largestOf(problem, moment);
    if (before !== undefined && before > 0) {
      const due = rate * integerPower(before, q - 1);
      const grown = own - before;
      if (beyondRounding(grown - due, before)) {
        return `step ${moment.step}: Gamma = ${before} grows by ${grown}, ${grown / due} of the most`;
      }
    }
    before = own;
  }
  return undefined;
}

/** The first step at which Gamma is more than so many times its start, before both features are 1/m. */
function grows(run: RunInput, { level }: Context, times: number): string | undefined {
  const { problem, moments } = observe(runOf(run), level, "step");
  let start: number | undefined;
  for (const moment of moments) {
    const largest = largestOf(problem, moment);
    start ??= largest.own;
    const ratio = largest.own / start;
    if (ratio > times) {
      return `step ${moment.step}: Gamma is ${ratio} times its start, features ${largest.feature.join(" and ")}`;
    }
    if (largest.feature.every((L) => L >= 1 / run.setting.m)) return undefined;
  }
  return undefined;
}

/** How the largest Gamma of whole trainings depends on the size of the start. */
const sizeOver = (whose: "own" | "all", exponent: number) =>
  scaling({
    name: `size over sigma0, ${whose}`,
    ...(whose === "all" && { reading: EITHER }),
    part: "stays",
    about: `the largest Gamma over ${whose === "all" ? EITHER : "neurons of the example's own class"} until the feature of class +1 is 1/m, no decay`,
    at: gdSizes({ q: 3, eta: 0.3 }),
    levels: [1],
    over: "sigma0",
    grid: [0.0025, 0.005, 0.01],
    quantity: (sigma0, seed, context) => learnt(gdFamily({ lr: 0.3, sigma0, q: 3, seed }), context)?.[whose] ?? null,
    least: SEEDS,
    claimed: [exponent, Infinity],
    slack: { exponent: 0.1, because: "noise that grows by a part of itself while the feature is learnt" },
  });

/**
 * Under full-batch GD the noise stays at its initial size while the feature is learnt.
 *
 * Gamma = max_i max_r <w_{j,r}, xi_i>:  Gamma' <= Gamma + O~(eta s sigmaP^2/n) Gamma^(q-1),  Gamma = O~(sigma0) until L_j = Theta~(1/m)
 *
 * With constants, j = y_i:  Gamma' <= Gamma + eta q |l| (max |zeta_i|^2/n + alpha^2) G^(q-1), G the largest over all neurons; alpha^2, which the
 * statement leaves out, is the feature noise acting through the feature coordinate.
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [Z21]; constants ours.
 */
export const gdNoise = ({ pull = 1, times = 2, exponent = 1 }: GdNoiseNumbers = {}): Claim =>
  defineClaim({
    id: "gd-noise",
    source: "Z21",
    kind: "rate",
    statement:
      "under full-batch GD the largest noise coefficient Gamma grows by at most O~(eta s sigmaP^2/n) Gamma^(q-1) a step, and so stays O~(sigma0) while the feature is learnt",
    latex: String.raw`\Gamma^{(t+1)} \le \Gamma^{(t)} + \tilde O\bigl(\tfrac{\eta s\sigma_p^2}{n}\bigr)(\Gamma^{(t)})^{q-1},\quad \Gamma^{(t)} = \tilde O(\sigma_0)`,
    hypotheses: hypothesesOf("gd-noise"),
    restsOn: ["gradient", "residual-sign", "init-scale", "disjoint-supports", "gd-signal"],
    checks: [
      noiseGrowsLittle(),
      property({
        name: "one step",
        reading: WITH_ALPHA,
        part: "growth",
        about:
          "from weights of any size, one step of GD raises Gamma by at most eta q |l| (max |zeta_i|^2/n + alpha^2) G^(q-1), |l| at most 1/(1 + e^-M) of margins up to M",
        levels: [1, 0],
        cases: gdSteps,
        block: 40,
        violation: (run, context) => beyond(run, context, pull),
        run: (run) => run,
      }),
      property({
        name: "constants 1",
        reading: STATED,
        part: "growth",
        about: `with every hypothesis read with the constant 1, Gamma grows by at most eta (q/2) (log n) (s sigmaP^2/n) Gamma^(q-1) in each of the first ${FEW} steps`,
        levels: [1, 0],
        asymptotic: true,
        cases: meeting({ hypotheses: hypothesesOf("gd-noise"), optimizer: "sgd", n: [8, 12, 16], epochs: () => FEW }),
        block: 5,
        least: 2,
        violation: beyondStated,
        run: (run) => run,
      }),
      property({
        name: "stays",
        part: "stays",
        about: `Gamma stays below ${times} times its start until both features are 1/m, where at the start decay and feature noise take at most ${PLACED.slowed} of the feature's pull and the noise's own growth rate is at most ${PLACED.raced} of the feature's`,
        levels: [1],
        cases: gdRaces(PLACED),
        least: 4,
        violation: (run, context) => grows(run, context, times),
        run: (run) => run,
      }),
      sizeOver("own", exponent),
      sizeOver("all", exponent),
      certifiedNoise(times),
    ],
  });
