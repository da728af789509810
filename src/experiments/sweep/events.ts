import { newOwnRegistry } from "../../setting/ownRegistry.ts";
import type { Trial } from "./trial.ts";

/** Something that a run shows at its end or not. */
export interface RunEvent {
  readonly name: string;
  readonly about: string;
  /** Whether a run shows it. */
  holds(trial: Trial): boolean;
}

/** An event of ours. */
interface OurEvent extends RunEvent {
  /** What it is of so many classes, where that depends on them; `about` is of two. */
  readonly aboutAmong?: (classes: readonly number[]) => string;
}

/** A network that is wrong on at most this share of fresh examples has learnt the feature. */
export const LEARNT = 0.01;

/**
 * How often one is wrong on fresh examples who guesses among classes that are as frequent: of two, as a coin.
 *
 * (K - 1)/K, which is the double that a share of so many wrong has; 1 - 1/K is not, of three
 *
 * @param classes K; 2 unless given
 * @returns the share
 * @example
 * chanceOf(10) // => 0.9
 */
export const chanceOf = (classes = 2): number => (classes - 1) / classes;

const DIGITS = 4;

function memorizesAmong(classes: readonly number[]): string {
  const shares = classes.map((count) => Number(chanceOf(count).toPrecision(DIGITS))).join(" or ");
  const guess = classes.every((count) => count === 2) ? "" : `, as who guesses among ${classes.join(" or ")} classes`;
  return `fits, and test error at least ${shares}${guess}`;
}

/** Whether a run left the finite numbers, or was ended because it was on its way there (the plan's stop.diverged). */
export const isDiverged = ({ diverged, stopped }: Pick<Trial, "diverged" | "stopped">): boolean =>
  diverged !== undefined || stopped?.rule === "diverged";

const fits = (trial: Trial) => !isDiverged(trial) && trial.final.trainError === 0;

/** What `summary` counts. Adding one is one entry here. */
export const EVENTS: readonly OurEvent[] = [
  { name: "fits", about: "training error 0 at the last record", holds: fits },
  {
    name: "generalizes",
    about: `fits, and test error at most ${LEARNT}`,
    holds: (trial) => fits(trial) && trial.final.testError <= LEARNT,
  },
  {
    name: "memorizes",
    about: memorizesAmong([2]),
    aboutAmong: memorizesAmong,
    holds: (trial) => fits(trial) && trial.final.testError >= chanceOf(trial.config.setting.classes),
  },
  {
    name: "diverges",
    about: "a number was not finite, or the training loss went above the plan's stop.diverged",
    holds: isDiverged,
  },
];

/** What a phase diagram asks for unless told otherwise. */
export const USUAL_EVENT = "generalizes";

/** Those that users have defined in this process. */
export const OWN_EVENTS = newOwnRegistry<RunEvent>("an event");

/** Every event that may be asked for now. */
export const knownEvents = (): readonly RunEvent[] => [...EVENTS, ...OWN_EVENTS.known()];

/**
 * What an event is, of runs with these classes.
 *
 * @param event ours or a user's
 * @param classes the different K of the runs, rising; of two unless given
 * @returns the words
 */
export const aboutEvent = ({ about, aboutAmong }: OurEvent, classes?: readonly number[]): string =>
  (classes && aboutAmong?.(classes)) ?? about;
