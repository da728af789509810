import { certifiedStarts, type KnownEnd } from "../../checks/certifiedStarts.ts";
import type { Check } from "../../claim.ts";
import type { RunInput } from "../../meeting.ts";
import { runFor } from "../choices/adamChoices.ts";
import { type Letters, studyRun } from "../choices/adamwStudy.ts";
import { type Choice, chosenRun } from "../choices/chosenRun.ts";
import { choiceSizes, lettersSizes, sizesText } from "../choices/sizes.ts";

/** Trainings small enough to be enclosed, and the sign in which both features are to end. */
export interface CertifiedPlace {
  readonly sign: 1 | -1;
  readonly when: string;
  readonly at: string;
  run(seed: number): RunInput;
}

/** 0.9 of what eta s = o(sigma0^(q-1)) leaves with the constant 1 at q = 3. */
const stepOf = (sigma0: number, s: number) => (0.9 * sigma0 * sigma0) / s;

/** s sigmaP = 4, full batches: every hypothesis of thm-4.1 is met with the constant 1. */
const LARGE: Choice = { n: 6, s: 16, m: 1, alpha: 0.2, sigma0: 0.1625 };

/** n/b = 16: every hypothesis of thm-4.2 is met with the constant 1. */
const MINI: Choice = {
  ...{ n: 16, s: 4, m: 3, alpha: 0.2, sigma0: 0.12, batchSize: 1, betas: [0.2, 0.2] },
  decay: ["adam-decay", 0.5],
};

/** s sigmaP = 3, full batches: every hypothesis of thm-4.4 is met with the constant 1, C.13's alpha too. */
const LARGE_W: Letters = {
  ...{ n: 6, b: 6, s: 9, sigmaP: 0.33, alpha: 0.4, m: 2, sigma0: 0.2, eta: stepOf(0.2, 9), lambda: 1, cEps: 0.25 },
  betas: [0.5, 0.9],
};

/** n/b = 16: every hypothesis of thm-4.5 is met with the constant 1. */
const MINI_W: Letters = {
  ...{ n: 16, b: 1, s: 4, sigmaP: 0.495, alpha: 0.2, m: 3, sigma0: 0.12, eta: stepOf(0.12, 4), lambda: 0.5, cEps: 1 },
  betas: [0.5, 0.9],
};

/** Full-batch GD on the setting of gd-generalizes with fewer neurons. */
const GD: Choice = { n: 10, s: 24, m: 4, alpha: 0.3, sigma0: 0.05, sigmaP: 0.2, weightDecay: 1e-4 };
const GD_EPOCHS = 600;

/** Sizes, and a training of the first stage: a share of 1/(eta s sigmaP) steps (Adam) or epochs (AdamW), recorded after every epoch. */
export interface StagePlace {
  readonly at: string;
  first(seed: number, share: number): RunInput;
}

const ofChoice = (choice: Choice): StagePlace => ({
  at: sizesText(choiceSizes(choice)),
  first(seed, share) {
    const { s, sigmaP } = chosenRun(choice, 1, seed).setting;
    return { ...chosenRun(choice, (lr) => Math.ceil(share / (lr * s * sigmaP)), seed), recordEvery: 1 };
  },
});

const ofLetters = (letters: Letters): StagePlace => ({
  at: sizesText(lettersSizes(letters)),
  first(seed, share) {
    const { n, b, s, sigmaP, eta } = letters;
    const epochs = Math.ceil(share / (eta * s * sigmaP));
    return { ...studyRun(letters, (epochs * n) / b, seed), recordEvery: 1 };
  },
});

/** Where first stages are certified; two neurons where every example is to have one that responds. */
export const LARGE_PLACE = ofChoice({ ...LARGE, m: 2 });
export const MINI_PLACE = ofChoice(MINI);
export const LARGE_W_PLACE = ofLetters(LARGE_W);
export const MINI_W_PLACE = ofLetters(MINI_W);

/** Where trainings are certified, by what trains. */
export const CERTIFIED_PLACES = {
  "adam, b = n": {
    ...{ sign: -1, when: "after 1/(2 eta) steps", at: sizesText(choiceSizes(LARGE)) },
    run: (seed) => runFor(LARGE, 0.5, seed),
  },
  "adam, b = 1": {
    ...{ sign: 1, when: "after 1/(2 eta) steps", at: sizesText(choiceSizes(MINI)) },
    run: (seed) => runFor(MINI, 0.5, seed),
  },
  "adamw, b = n": {
    ...{ sign: -1, when: "after 2/(eta lambda) steps", at: sizesText(lettersSizes(LARGE_W)) },
    run: (seed) => studyRun(LARGE_W, 2 / (LARGE_W.eta * LARGE_W.lambda), seed),
  },
  "adamw, b = 1": {
    ...{ sign: 1, when: "after 1/(2 eta lambda) steps", at: sizesText(lettersSizes(MINI_W)) },
    run: (seed) => studyRun(MINI_W, 0.5 / (MINI_W.eta * MINI_W.lambda), seed),
  },
  GD: {
    ...{ sign: 1, when: `after ${GD_EPOCHS} steps of lr 0.3`, at: sizesText({ ...choiceSizes(GD), betas: undefined }) },
    run(seed) {
      const { optimizer: _, ...run } = chosenRun(GD, GD_EPOCHS, seed);
      return { ...run, optimizer: { name: "sgd", lr: 0.3, weightDecay: 1e-4, convention: "pytorch" } };
    },
  },
} as const satisfies Record<string, CertifiedPlace>;

/**
 * Starts of a place from which both features certainly end in its sign, with every training margin above 0.
 *
 * @param name of the place
 * @returns a check of grade certified
 */
export function certifiedEnds(name: keyof typeof CERTIFIED_PLACES): Check {
  const { sign, when, at, run }: CertifiedPlace = CERTIFIED_PLACES[name];
  const surely = (end: KnownEnd, side: 1 | -1): boolean[] =>
    (["+1", "-1"] as const).map((j) => {
      const { lo, hi } = end.featureLearning[j];
      return side === 1 ? lo > 0 : hi < 0;
    });
  return certifiedStarts({
    ...{ name: `certified, ${name}`, at, run },
    about: `starts from which, in real arithmetic, both features are ${sign === 1 ? "positive" : "negative"} and every training margin is above 0 ${when}: enclosed at every step`,
    came: (end) => end.trainError.hi === 0 && surely(end, sign).every(Boolean),
    failed: (end) => end.trainError.lo > 0 || surely(end, sign === 1 ? -1 : 1).some(Boolean),
  }) as Check;
}
