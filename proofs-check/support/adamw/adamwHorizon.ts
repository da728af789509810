import { log } from "../../../src/numeric/log.ts";
import { property } from "../../checks/property.ts";
import { scaling } from "../../checks/scaling.ts";
import type { Check, Level } from "../../claim.ts";
import { hypothesesOf, meeting, type RunInput } from "../../meeting.ts";
import { lettersSizes, sizesOver } from "../choices/sizes.ts";
import { noiseGrowth, sightOf } from "../evidence/sight.ts";
import { statedFor } from "../evidence/statedFor.ts";
import { flipLetters, flipRuns, flipSight, SLACK, type TIMES } from "./adamwFlip.ts";
import { halved } from "./halved.ts";

const ID = "adamw-large-stage1";
/** Longer runs are not tried. */
const MOST = 10000;
/** At lambda = 1; with b = n the lemmas leave lambda the one order Theta~(1). */
const S = [16, 36, 81];
/** Of lambda eta: with more, eps outweighs the first gradients here. */
const EPS = 1e-4;

/** A length of the first stage, as one of [T25]'s lemmas has it. */
export interface AdamwHorizon {
  readonly reading: string;
  readonly words: string;
  readonly when: keyof typeof TIMES;
  /** Whether it bounds the growth from above alone. */
  readonly atMost?: true;
  /** T0 in steps of a full batch, which are epochs. */
  epochs(run: Pick<RunInput, "setting" | "optimizer" | "batchSize">): number;
}

/** The two that [T25] gives; of B.6 it says that it "provides upper bounds", and its display is not in the text that we have. */
export const ADAMW_HORIZONS: readonly AdamwHorizon[] = [
  {
    ...{ reading: "B.6, of signs, T0 = b/(lambda eta n)", words: "b/(lambda eta n)", when: "decayed", atMost: true },
    epochs: ({ setting: { n }, optimizer: { lr, weightDecay }, batchSize }) => batchSize / (weightDecay * lr * n),
  },
  {
    ...{ reading: "C.12, of AdamW, T0 = 1/(eta s sigmaP)", words: "1/(eta s sigmaP)", when: "begun" },
    epochs: ({ setting: { s, sigmaP }, optimizer: { lr } }) => 1 / (lr * s * sigmaP),
  },
];

/** Growth of the noise per epoch in the two halves of T0, in units of eta s sigmaP. */
function halves(run: RunInput, level: Level): readonly number[] {
  const { s, sigmaP } = run.setting;
  const sight = sightOf(run, level);
  return [0, 1].flatMap((half) => {
    const growth = noiseGrowth(sight, half, half + 1);
    return growth === null ? [] : [growth / (run.optimizer.lr * s * sigmaP)];
  });
}

/**
 * That an epoch moves the noise by Theta~(eta s sigmaP) for as long as a lemma says.
 *
 * growth per epoch in both halves of T0 between 1/(4 log n) and 4 log n of eta s sigmaP, wherever;  at the sizes chosen, growth per epoch up to T0
 * over eta s sigmaP does not depend on s;  where a lemma gives an upper bound, the upper half of both
 *
 * @param horizon how long
 * @param numbers a factor on eta s sigmaP, and the exponent of s in what is left
 * @returns the checks
 * Source: [T25] Lemmas B.6, C.12; ours.
 */
export function noiseUpTo(horizon: AdamwHorizon, { growth, overS }: { growth: number; overS: number }): Check[] {
  const { reading, words, when, atMost = false, epochs } = horizon;
  const levels = statedFor(reading);
  return [
    scaling({
      ...{ name: `noise up to T0 over s, ${reading}`, part: "noise up to T0: exponent of s", reading },
      about: `growth of <w_(y_i,r), xi_i> per epoch up to T0 = ${words}, over eta s sigmaP, mean over what is positive at the start; ${flipRuns()}`,
      at: sizesOver(
        S.map((s) => lettersSizes(flipLetters({ s, cEps: EPS }))),
        "s",
      ),
      ...{ over: "s", grid: S, claimed: atMost ? [-Infinity, overS] : overS, slack: SLACK, levels },
      quantity(s, seed, { level }) {
        const { eta, sigmaP } = flipLetters({ s });
        const grown = noiseGrowth(flipSight({ s, cEps: EPS }, when, seed, level));
        return grown === null ? null : grown / (eta * s * sigmaP);
      },
    }) as Check,
    property({
      ...{ name: `noise up to T0, ${reading}`, part: "noise up to T0: size", reading, levels },
      about: `in runs that meet the hypotheses with constants 1, <w_(y_i,r), xi_i> grows per epoch, in both halves of T0 = ${words} epochs, by ${atMost ? "at most " : ""}eta s sigmaP up to a factor 4 log n: Theta with the constant 4 and one power of log n for its tilde; mean over the pairs positive at the start; runs of at most ${MOST} steps`,
      cases: meeting({ hypotheses: hypothesesOf(ID), optimizer: "adamw", n: [8, 12], q: [3], epochs: () => 1 })
        .map((run) => halved(run, epochs(run)))
        .filter((run) => (run.epochs * run.setting.n) / run.batchSize <= MOST),
      violation: (run, { level }) => {
        const most = 4 * log(run.setting.n);
        const least = atMost ? -Infinity : 1 / most;
        const wrong = halves(run, level).find((ratio) => !(ratio / growth >= least && ratio / growth <= most));
        return wrong === undefined
          ? undefined
          : `in one half of T0 noise grows by ${wrong.toPrecision(4)} eta s sigmaP per epoch, not ${atMost ? "at most" : `between 1/${most.toPrecision(4)} and`} ${most.toPrecision(4)} of it`;
      },
      // One case that goes well says little.
      ...{ asymptotic: true, least: 4, shrinks: 3 },
      run: (run) => run,
    }) as Check,
  ];
}
