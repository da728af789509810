import { frequency } from "../../checks/frequency.ts";
import { type ScalingOptions, scaling } from "../../checks/scaling.ts";
import type { Check, Level } from "../../claim.ts";
import type { RunInput } from "../../meeting.ts";
import type { Letters } from "../choices/adamwStudy.ts";
import { studyRun } from "../choices/adamwStudy.ts";
import { lettersSizes, sizesOver, sizesText } from "../choices/sizes.ts";
import { features, flipped, memorized, type Sight, sightOf } from "../evidence/sight.ts";
import { statedFor } from "../evidence/statedFor.ts";

/** What varies in a study of the flip; the rest of its letters are fixed or follow. */
export interface FlipLetters {
  /** Batch size. */
  readonly b: number;
  readonly s: number;
  readonly alpha: number;
  readonly lambda: number;
  readonly cEps: number;
}

/** sqrt(s) sigmaP of every study of the flip: O~(1) with one log n granted (log 16 = 2.8). */
const LENGTH = 1.6;

const N = 16;
const MIDDLE: FlipLetters = { b: N, s: 36, alpha: 0.4, lambda: 1, cEps: 0.01 };

/** Letters at which both classes flip in most starts; sigma0 and eta are small beside 1/(s sigmaP). */
export function flipLetters(given: Partial<FlipLetters> = {}): Letters {
  const { b, s, alpha, lambda, cEps } = { ...MIDDLE, ...given };
  const path = LENGTH * Math.sqrt(s);
  return {
    ...{ n: N, b, m: 3, s, alpha, lambda, cEps, betas: [0.5, 0.9] },
    ...{ sigmaP: LENGTH / Math.sqrt(s), sigma0: 0.1 / path, eta: 0.08 / path },
  };
}

/** For `about`: what these runs share, and which hypotheses they stretch. */
export const flipRuns = ({ b = N }: Partial<FlipLetters> = {}): string =>
  `${b === N ? "full batch" : `b = ${b}`}, n = ${N}, m = 3, q = 3, sqrt(s) sigmaP = 1.6 (O~(1) with one log n), eta s sigmaP = 0.08, sigma0 s sigmaP = 0.1, betas (0.5, 0.9); the start is crossed in a few steps (eta s > sigma0^(q-1), against the hypothesis), which an end state does not remember`;

/** When a state is looked at, in steps. */
export const TIMES = {
  /** What |zeta_i|_1 = s sigmaP would need to carry x_i to 1: Lemma C.12's T0. */
  begun: ({ n, b, eta, s, sigmaP }: Letters) => n / (b * eta * s * sigmaP),
  /** 1.5 times what |zeta_i|_1 = sqrt(2/pi) s sigmaP needs to carry x_i to 1. */
  fitted: ({ n, b, eta, s, sigmaP }: Letters) => (1.5 * n) / (0.8 * b * eta * s * sigmaP),
  /** One time constant of decay. */
  decayed: ({ eta, lambda }: Letters) => 1 / (eta * lambda),
  /** Two of them. */
  settled: ({ eta, lambda }: Letters) => 2 / (eta * lambda),
} as const;

export const TIME_WORDS = {
  begun: "after 1/(eta s sigmaP) epochs",
  fitted: "after 1.9/(eta s sigmaP) epochs",
  decayed: "after 1/(eta lambda) steps",
  settled: "after 2/(eta lambda) steps",
} as const;

const QUANTITIES = {
  feature: { of: flipped, words: "-max_r <w_jr, jv> of the class where it is largest, if one has flipped" },
  noise: { of: memorized, words: "max_r <w_(y_i,r), xi_i>, mean over the examples" },
} as const;

const LEVELS: readonly Level[] = [1, 2];
/** A start gives a slope where a class flips at all three values: about 0.6 of the starts. From 9 slopes on the interval leaves the outermost ones out. */
export const SEEDS = 15;

/** A study of where the flip leads. */
export interface FlipStudy extends Pick<ScalingOptions, "grid" | "claimed"> {
  /** The lemma, whose number begins it. */
  readonly reading: string;
  readonly part: keyof typeof QUANTITIES;
  readonly over: keyof FlipLetters;
  readonly when: keyof typeof TIMES;
  /** Letters that are not those of the middle, and what to call them. */
  readonly where?: Partial<FlipLetters>;
  readonly called?: string;
  /** Seeds; `SEEDS` unless given. */
  readonly least?: number;
}

/** The slack of every such study. */
export const SLACK = {
  exponent: 0.25,
  because: "the polylog of x^q ~ log(1/(lambda^2 eta)): (2/q)/log of it, with margins of 3 and more, is at most 0.23",
};

/** The run of a study at one value of its letter. */
export const flipRun = (given: Partial<FlipLetters>, when: keyof typeof TIMES, seed: number): RunInput => {
  const letters = flipLetters(given);
  return studyRun(letters, TIMES[when](letters), seed);
};

/** Its training. */
export const flipSight = (given: Partial<FlipLetters>, when: keyof typeof TIMES, seed: number, level: Level): Sight =>
  sightOf(flipRun(given, when, seed), level);

/**
 * A scaling study of the state after the flip.
 *
 * @param study which quantity, over which letter, when, and the exponent that the reading has
 * @returns the check
 * Source: ours.
 */
export const flipStudy = ({ part, over, when, where = {}, called, ...study }: FlipStudy): Check => {
  const at = called === undefined ? "" : `, ${called}`;
  return scaling({
    ...{ slack: SLACK, levels: statedFor(study.reading), least: SEEDS, ...study },
    ...{ part: `${part}: exponent of ${over}${at}`, over },
    name: `${part} over ${over} ${TIME_WORDS[when]}${at}, ${study.reading}`,
    about: `${QUANTITIES[part].words}, ${TIME_WORDS[when]}; ${flipRuns(where)}`,
    at: sizesOver(
      study.grid.map((x) => lettersSizes(flipLetters({ ...where, [over]: x }))),
      over,
    ),
    quantity: (x, seed, { level }) => QUANTITIES[part].of(flipSight({ ...where, [over]: x }, when, seed, level)),
  }) as Check;
};

/** Where the sign of the end is looked at: the middle of the studies, and s sigmaP = 32, which is cheap without eps. */
const PLACES: readonly FlipLetters[] = [MIDDLE, { ...MIDDLE, s: 400, cEps: 0 }];

/**
 * How often both classes end reversed, at s sigmaP = 9.6 and 32.
 *
 * @param claimed shares of starts that the claim leaves
 * @param when the state is looked at
 * @returns the checks, of the part "sign"
 * Source: ours.
 */
export const bothFlip = (claimed: readonly [number, number], when: keyof typeof TIMES): Check[] =>
  PLACES.map(
    (place) =>
      frequency({
        asymptotic: true,
        name: `both classes negative ${TIME_WORDS[when]}, s = ${place.s}, eps = ${place.cEps} lambda eta`,
        part: "sign",
        about: `max_r <w_jr, jv> < 0 for both classes ${TIME_WORDS[when]}; ${flipRuns()}`,
        at: sizesText(lettersSizes(flipLetters(place))),
        outcome: (seed, { level }) => Math.max(...features(flipSight(place, when, seed, level))) < 0,
        claimed,
        least: SEEDS,
        levels: LEVELS,
      }) as Check,
  );
