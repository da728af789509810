import { newOwnRegistry } from "../../setting/ownRegistry.ts";
import type { Trial } from "./trial.ts";

/** Something that a run shows at its end or not. */
export interface RunEvent {
  readonly name: string;
  readonly about: string;
  /** Whether a run shows it. */
  holds(trial: Trial): boolean;
}

/** A network that is wrong on at most this share of fresh examples has learnt the feature. */
export const LEARNT = 0.01;

/** No better than a coin on fresh examples. */
export const COIN = 0.5;

/** Whether a run left the finite numbers, or was ended because it was on its way there (the plan's stop.diverged). */
export const isDiverged = ({ diverged, stopped }: Pick<Trial, "diverged" | "stopped">): boolean =>
  diverged !== undefined || stopped?.rule === "diverged";

const fits = (trial: Trial) => !isDiverged(trial) && trial.final.trainError === 0;

/** What `summary` counts. Adding one is one entry here. */
export const EVENTS: readonly RunEvent[] = [
  { name: "fits", about: "training error 0 at the last record", holds: fits },
  {
    name: "generalizes",
    about: `fits, and test error at most ${LEARNT}`,
    holds: (trial) => fits(trial) && trial.final.testError <= LEARNT,
  },
  {
    name: "memorizes",
    about: `fits, and test error at least ${COIN}`,
    holds: (trial) => fits(trial) && trial.final.testError >= COIN,
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
