import { integerPower } from "../../src/numeric/integerPower.ts";
import { featureGrows } from "../boxes/proofs/firstStage.ts";
import { property } from "../checks/property.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim, Context } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, meeting, type RunInput, runOf } from "../meeting.ts";
import { observe } from "../observe.ts";
import { certifiedGrowth } from "../support/gd/certifiedRace.ts";
import { gdRaces, gdSteps } from "../support/gd/gdSettings.ts";
import { featurePulls, largestOf, residualBounds, sizesOf } from "../support/gd/gdStep.ts";
import { gdFamily, gdSizes, learnt } from "../support/gd/gdTraining.ts";
import { beyondRounding } from "../support/gd/rounding.ts";

/** What may slow the feature, and what may let the noise win, as shares of the feature's own pull at the start. */
const PLACED = { slowed: 0.25, raced: 0.25 };

/** Six that learn the feature, though now and then a class has hardly a neuron on the feature's side. */
const SEEDS = 7;

/** Steps in which the hypotheses read with constants 1 are looked at: at their learning rates a feature is learnt after 10^5 and more. */
const FEW = 3;

const CLASSES = ["+1", "-1"] as const;

/**
 * From the grid's first sigma0 to its last one, f times as large, the steps, of U^(2-q) - m^(q-2), fall by
 * ln((1 - (m U)^(q-2))/(1 - (f m U)^(q-2)))/ln f more than the power of sigma0 has it, m = 8: 0.153 and 0.292 at U = 3 sigma0.
 * Learning rates are such that a class that learnt its feature first does not diverge.
 */
const SIGMA0_STUDIES = [
  { q: 3, lr: 0.3, grid: [0.0025, 0.005, 0.01], slack: 0.16 },
  { q: 4, lr: 2, grid: [0.01, 0.02], slack: 0.3 },
] as const;

/** The numbers of the claim. */
export interface GdSignalNumbers {
  /** Multiplies the constant q p_j of one step, in both bounds. */
  readonly pull?: number;
  /** Share of eta (q p_j/2) L^(q-1) by which L grows at least, in every step until it is learnt. */
  readonly share?: number;
  /** Exponents of the steps until it is learnt: of eta, and of sigma0, by q. */
  readonly etaExponent?: number;
  readonly sigma0Exponent?: (q: number) => number;
}

/** How a step's growth lies outside its explicit bounds. */
function outside(run: RunInput, { level }: Context, pull: number): string | undefined {
  const { problem, moments } = observe(runOf(run), level, "step");
  const [before, after] = [...moments];
  if (!before || !after) return undefined;
  const { lr: eta, weightDecay: lambda } = run.optimizer;
  const { alpha } = sizesOf(problem);
  const [least, most] = residualBounds(problem, before);
  const [then, now] = [largestOf(problem, before), largestOf(problem, after)];
  const { neurons } = problem.network;
  for (const side of [0, 1] as const) {
    const L = then.feature[side];
    if (!(L > 0)) continue;
    /** Where neuron r goes, with the residuals that let it go least (low) or furthest. */
    const to = (r: number, low: boolean) => {
      const { toward, against } = featurePulls(problem, before, r);
      const [up, down] = low ? [least, most] : [most, least];
      const v = (side === 0 ? 1 : -1) * (before.signal[r] as number);
      return (1 - eta * lambda) * v + eta * (pull * up * toward - alpha * down * against);
    };
    const lanes = Array.from({ length: neurons }, (_, r) => side * neurons + r);
    const [low, high] = [to(then.lanes[side], true), Math.max(...lanes.map((r) => to(r, false)))];
    const reached = now.feature[side];
    const text = `class ${CLASSES[side]}: L goes from ${L} to ${reached}`;
    if (beyondRounding(low - reached, L)) return `${text}, below ${low}`;
    if (beyondRounding(reached - high, L)) return `${text}, above ${high}`;
  }
  return undefined;
}

/** The first step, before L reaches 1/m, that does not grow L by the share of eta (q p_j/2) L^(q-1); or that it takes too many. */
function slow(run: RunInput, { level }: Context, share: number, steps?: number): string | undefined {
  const { q, m } = run.setting;
  const { problem, moments } = observe(runOf(run), level, "step");
  const { shares } = sizesOf(problem);
  let before: readonly number[] | undefined;
  for (const moment of moments) {
    const { feature } = largestOf(problem, moment);
    for (const side of [0, 1] as const) {
      const L = before?.[side] ?? 0;
      if (!(L > 0 && L < 1 / m)) continue;
      const due = (share * run.optimizer.lr * q * shares[side] * integerPower(L, q - 1)) / 2;
      const grown = feature[side] - L;
      if (beyondRounding(due - grown, L)) {
        return `class ${CLASSES[side]}, step ${moment.step}: L = ${L} grows by ${grown}, ${grown / due} of the least`;
      }
    }
    before = feature;
    if (feature.every((L) => L >= 1 / m)) return undefined;
  }
  if (steps === undefined) return undefined;
  return `after ${steps} steps the features are ${before?.join(" and ")}, below 1/m = ${1 / m}`;
}

/**
 * Under full-batch GD the feature grows like a tensor power until it is of order 1/m.
 *
 * L_j = max_r <w_{j,r}, jv>:  L_j' >= L_j + Theta(eta) L_j^(q-1) until L_j = Theta~(1/m), after Theta~(1/(eta sigma0^(q-2))) steps
 *
 * With the constant of the start: L' >= L + eta [ q p_j |l| L^(q-1) - lambda L - alpha |l| (q/n) sum_i (x_i)_+^(q-1) ], |l| = 1/2 up to margins.
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [Z21]; constants ours (docs/theory.md 5.1).
 */
export const gdSignal = ({
  pull = 1,
  share = 1 / 2,
  etaExponent = -1,
  sigma0Exponent = (q) => 2 - q,
}: GdSignalNumbers = {}): Claim =>
  defineClaim({
    id: "gd-signal",
    source: "Z21",
    kind: "rate",
    statement:
      "under full-batch GD the largest feature coefficient L of a class grows by at least Theta(eta) L^(q-1) a step until it is of order 1/m, after Theta~(1/(eta sigma0^(q-2))) steps",
    latex: String.raw`L_j^{(t+1)} \ge L_j^{(t)} + \Theta(\eta)\,(L_j^{(t)})^{q-1} \text{ until } \tilde\Theta(1/m),\ t = \tilde\Theta\bigl(1/(\eta\sigma_0^{q-2})\bigr)`,
    hypotheses: hypothesesOf("gd-signal"),
    restsOn: ["gradient", "residual-sign", "init-scale"],
    checks: [
      featureGrows(),
      property({
        name: "one step",
        part: "growth",
        about:
          "from weights of any size, one step of GD takes L between the bounds with constant q p_j |l| for the feature, lambda L for decay and alpha |l| for the feature noise, |l| within 1/(1 + e^M) of margins up to M",
        levels: [1, 0],
        cases: gdSteps,
        block: 40,
        violation: (run, context) => outside(run, context, pull),
        run: (run) => run,
      }),
      property({
        name: "until learnt",
        part: "growth",
        about: `L grows by ${share} eta (q p_j/2) L^(q-1) in every step until 1/m, and gets there within 2/((q-2) eta (q p_j/2) U^(q-2)) steps, where at the start decay and feature noise take at most ${PLACED.slowed} of the feature's pull and the noise's own growth rate is at most ${PLACED.raced} of the feature's`,
        levels: [1],
        cases: gdRaces(PLACED),
        least: 4,
        violation: (run, context) => slow(run, context, share, run.epochs),
        run: (run) => run,
      }),
      property({
        name: "constants 1",
        part: "growth",
        about: `with every hypothesis read with the constant 1, L grows by ${share} eta (q p_j/2) L^(q-1) in each of the first ${FEW} steps`,
        levels: [1, 0],
        asymptotic: true,
        cases: meeting({ hypotheses: hypothesesOf("gd-signal"), optimizer: "sgd", n: [8, 12, 16], epochs: () => FEW }),
        block: 5,
        least: 2,
        violation: (run, context) => slow(run, context, share),
        run: (run) => run,
      }),
      scaling({
        name: "steps over eta",
        part: "time: exponent of eta",
        about: "steps until the feature of class +1 is 1/m, no decay",
        at: gdSizes({ q: 3, sigma0: 0.01 }),
        levels: [1],
        over: "eta",
        grid: [0.1, 0.2, 0.4],
        quantity: (lr, seed, context) => learnt(gdFamily({ lr, sigma0: 0.01, q: 3, seed }), context)?.step ?? null,
        least: SEEDS,
        claimed: etaExponent,
        slack: { exponent: 0.05, because: "records of a thousandth, and a step's own growth eta q L of at most 0.25" },
      }),
      ...SIGMA0_STUDIES.map(({ q, lr, grid, slack }) =>
        scaling({
          name: `steps over sigma0, q = ${q}`,
          part: `time: exponent of sigma0, q = ${q}`,
          about: "steps until the feature of class +1 is 1/m, no decay",
          at: gdSizes({ q, eta: lr }),
          levels: [1],
          over: "sigma0",
          grid,
          quantity: (sigma0, seed, context) => learnt(gdFamily({ lr, sigma0, q, seed }), context)?.step ?? null,
          least: SEEDS,
          claimed: sigma0Exponent(q),
          slack: {
            exponent: slack,
            because: "the end 1/m: the slope of U^(2-q) - m^(q-2) in place of U^(2-q), up to U = 3 sigma0",
          },
        }),
      ),
      certifiedGrowth(share),
    ],
  });
