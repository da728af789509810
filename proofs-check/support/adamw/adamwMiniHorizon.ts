import { log } from "../../../src/numeric/log.ts";
import { property } from "../../checks/property.ts";
import { scaling } from "../../checks/scaling.ts";
import type { Check, Level } from "../../claim.ts";
import { hypothesesOf, meeting, type RunInput } from "../../meeting.ts";
import { type Letters, studyRun } from "../choices/adamwStudy.ts";
import { lettersSizes, sizesOver } from "../choices/sizes.ts";
import { featureGrowth, noiseGrowth, type Sight, sightOf } from "../evidence/sight.ts";
import { statedFor } from "../evidence/statedFor.ts";
import { TRAINED } from "./adamwMiniTrained.ts";
import { halved } from "./halved.ts";

const ID = "adamw-mini-stage1";
/** Longer runs are not tried. */
const MOST = 20000;
/** Of the noise: so that x_i is noise alone, and eps no part of its first gradients. */
const ALONE = { alpha: 1e-5, cEps: 0.01 };
const LAMBDA = [1 / 16, 1 / 8, 1 / 4];

type Part = Pick<RunInput, "setting" | "optimizer" | "batchSize">;

/** A length of the first stage, as one of [T25]'s lemmas has it. */
export interface AdamwMiniHorizon {
  readonly reading: string;
  /** T0 in epochs, in words. */
  readonly words: string;
  /** The same in steps: n/b to an epoch. */
  steps(run: Pick<Part, "optimizer">): number;
}

/** The two that [T25] gives, both in epochs: Lemma C.17 says w^(t n/B). */
export const ADAMW_MINI_HORIZONS: readonly AdamwMiniHorizon[] = [
  {
    ...{ reading: "B.10, of signs, T0 = b/(lambda eta n)", words: "b/(lambda eta n)" },
    steps: ({ optimizer: { lr, weightDecay } }) => 1 / (weightDecay * lr),
  },
  { ...{ reading: "C.17, of AdamW, T0 = b/(eta n)", words: "b/(eta n)" }, steps: ({ optimizer: { lr } }) => 1 / lr },
];

/** What grows by how much an epoch. */
const QUANTITIES = {
  feature: {
    ...{ growth: featureGrowth, of: "<w_jr, jv>", words: "eta n/b" },
    size: ({ setting: { n }, optimizer: { lr }, batchSize }: Part) => (lr * n) / batchSize,
  },
  noise: {
    ...{ growth: noiseGrowth, of: "<w_(y_i,r), xi_i>", words: "eta s sigmaP" },
    size: ({ setting: { s, sigmaP }, optimizer: { lr } }: Part) => lr * s * sigmaP,
  },
} as const;

type Quantity = keyof typeof QUANTITIES;

const inUnits = (part: Quantity, run: RunInput, sight: Sight, from: number, to: number) => {
  const { growth, size } = QUANTITIES[part];
  const grown = growth(sight, from, to);
  return grown === null ? null : grown / size(run);
};

/** The half of T0 in which a quantity does not grow as said, up to 4 log n. */
function outside(part: Quantity, run: RunInput, level: Level, factor: number): string | undefined {
  const most = 4 * log(run.setting.n);
  const sight = sightOf(run, level);
  const { words } = QUANTITIES[part];
  for (const half of [0, 1]) {
    const grown = inUnits(part, run, sight, half, half + 1);
    const ratio = grown === null ? null : grown / factor;
    if (ratio !== null && !(ratio >= 1 / most && ratio <= most))
      return `in half ${half + 1} of T0 it grows by ${ratio.toPrecision(4)} ${words} per epoch, not between 1/${most.toPrecision(4)} and ${most.toPrecision(4)} of it`;
  }
  return undefined;
}

/**
 * That an epoch moves the feature by Theta(eta n/b), or the noise by Theta~(eta s sigmaP), for as long as a lemma says.
 *
 * growth per epoch up to T0 in those units does not depend on lambda at the sizes chosen;  in both halves of T0 between 1/(4 log n) and 4 log n, wherever
 *
 * @param horizon how long
 * @param part which of the two
 * @param numbers a factor on the size, and the exponent of lambda in what is left
 * @returns the checks
 * Source: [T25] Lemmas B.10, C.17; ours.
 */
export function growsUpTo(
  { reading, words, steps }: AdamwMiniHorizon,
  part: Quantity,
  { factor = 1, overLambda = 0 } = {},
): Check[] {
  const { of, words: size } = QUANTITIES[part];
  const common = { reading, levels: statedFor(reading) };
  const letters = (lambda: number): Letters => ({ ...TRAINED, lambda, ...(part === "noise" && ALONE) });
  return [
    scaling({
      ...{ ...common, name: `${part} up to T0 over lambda, ${reading}`, part: `${part} up to T0: exponent of lambda` },
      about: `growth of ${of} per epoch up to T0 = ${words} epochs, over ${size}, mean over what is positive at the start`,
      at: sizesOver(
        LAMBDA.map((lambda) => lettersSizes(letters(lambda))),
        "lambda",
      ),
      ...{ over: "lambda", grid: LAMBDA, claimed: overLambda, least: 12 },
      slack: {
        exponent: 0.25,
        because: "decay takes up to 1 - exp(-1) of what has grown, and a class is learnt sooner or later",
      },
      quantity(lambda, seed, { level }) {
        const at = letters(lambda);
        const run = studyRun(
          at,
          steps({ optimizer: { lr: at.eta, weightDecay: lambda } as RunInput["optimizer"] }),
          seed,
        );
        return inUnits(part, run, sightOf(run, level), 0, 1);
      },
    }) as Check,
    property({
      ...{ ...common, name: `${part} up to T0, ${reading}`, part: `${part} up to T0: size` },
      about: `in runs that meet the hypotheses with constants 1, ${of} grows per epoch, in both halves of T0 = ${words} epochs, by ${size} up to a factor 4 log n; mean over what is positive at the start; runs of at most ${MOST} steps`,
      cases: meeting({ hypotheses: hypothesesOf(ID), optimizer: "adamw", n: [16, 24], q: [3], epochs: () => 1 })
        .filter((run) => steps(run) <= MOST)
        .map((run) => halved(run, (steps(run) * run.batchSize) / run.setting.n)),
      violation: (run, { level }) => outside(part, run, level, factor),
      ...{ asymptotic: true, least: 4, shrinks: 3 },
      run: (run) => run,
    }) as Check,
  ];
}
