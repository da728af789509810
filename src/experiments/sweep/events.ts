import type { Trial } from "./trial.ts";

/** Something that a run shows at its end or not. */
export interface RunEvent {
  readonly name: string;
  readonly about: string;
  holds(trial: Trial): boolean;
}

/** A network that is wrong on at most this share of fresh examples has learnt the feature. */
export const LEARNT = 0.01;

/** No better than a coin on fresh examples. */
export const COIN = 0.5;

const fits = ({ diverged, final: { trainError } }: Trial) => !diverged && trainError === 0;

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
  { name: "diverges", about: "a number was not finite", holds: ({ diverged }) => diverged !== undefined },
];
