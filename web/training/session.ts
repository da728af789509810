import type { Run } from "../../src/sim/run.ts";
import { type Choice, runOf } from "../choice/state.ts";
import { newTraining, type Training } from "./training.ts";
import { type Watched } from "./watched.ts";

/** Told of what happens to trainings. */
export interface SessionEvents {
  /** There is something new to be drawn. */
  onReport(): void;
  /** A worker failed. */
  onFault(message: string): void;
}

/** A run, and what is known of its training. */
export interface Trained {
  readonly choice: Choice;
  readonly run: Run;
  readonly network: Watched;
}

/** What is on screen: a choice, its run, and the trainings of it. */
export interface Session {
  readonly choice: Choice;
  readonly run: Run;
  readonly playing: boolean;
  /** What is drawn: while a slider is dragged, its run may be one or two stops behind the choice. */
  readonly drawn: Trained;
  readonly network: Watched;
  /** The level that is laid over the network, if one is. */
  readonly beside: Watched | undefined;
  /** The run that was on screen before this one, of the same preset. */
  readonly ghost: Trained | undefined;
  /** The run that stays beside whatever is on screen. */
  readonly pinned: Trained | undefined;
  /**
   * Puts a choice in the place of the last one; its trainings begin anew unless it is drawn differently only.
   *
   * @param choice any
   * @param dragging whether a slider is on its way: the trainings go on at once, as fast as they can, and those passed over are no ghosts
   * @returns whether its trainings begin anew
   * @throws InputError where the choice cannot be trained; everything is then as before
   */
  choose(choice: Choice, dragging?: boolean): boolean;
  /** Goes on, at so many records a second. */
  play(recordsPerSecond: number): void;
  pause(): void;
  /** Goes on to the next record. */
  step(): void;
  /** Puts the trainings back to their start. */
  reset(): void;
  /** Keeps a run beside whatever is on screen; trains it to its end where it has not been. */
  pin(choice: Choice): void;
  unpin(): void;
}

/** Parts of a choice that change no number. */
const DRAWING: readonly (keyof Choice)[] = ["time", "shown"];

export const sameTraining = (a: Choice, b: Choice) =>
  (Object.keys(a) as (keyof Choice)[]).every((name) => DRAWING.includes(name) || a[name] === b[name]);

const AS_FAST_AS_IT_CAN = 1e6;

/**
 * A session with a first choice; nothing is trained before `play` or `step`.
 *
 * @param first a choice that can be trained
 * @param events told of what happens
 * @returns the session
 */
export function newSession(first: Choice, { onReport, onFault }: SessionEvents): Session {
  /** Whether the choice has yet to be begun: the newest of a drag waits until the last one has been heard of. */
  let waiting = false;
  const heard = () => {
    if (waiting) {
      begin();
      play(AS_FAST_AS_IT_CAN);
    }
    onReport();
  };
  const network = newTraining("network", heard, onFault);
  /** Made when they are asked for. */
  const others = new Map<Choice["beside"], Training>();
  let aside: Training | undefined;
  let choice = first;
  let run = runOf(first);
  let drawn: Trained = { choice, run, network: network.watched };
  let playing = false;
  let dragged = false;
  let ghost: Trained | undefined;
  let pinned: Trained | undefined;

  const besideOf = ({ beside }: Choice): Training | undefined => {
    if (beside === "none") return undefined;
    const made = others.get(beside) ?? newTraining(beside, onReport, onFault);
    others.set(beside, made);
    return made;
  };
  const shown = () => [network, besideOf(choice)].filter((training) => training !== undefined);
  const begin = () => {
    waiting = false;
    playing = false;
    for (const training of shown()) training.begin(run);
    drawn = { choice, run, network: network.watched };
  };
  const play = (recordsPerSecond: number) => {
    playing = true;
    for (const training of shown()) training.play(recordsPerSecond);
  };
  const unheard = () => playing && network.watched.history.length === 0 && !network.watched.ended;
  begin();

  return {
    get choice() {
      return choice;
    },
    get run() {
      return run;
    },
    get drawn() {
      return drawn;
    },
    get playing() {
      return playing && (waiting || shown().some(({ watched }) => !watched.ended));
    },
    get network() {
      return network.watched;
    },
    get beside() {
      return besideOf(choice)?.watched;
    },
    get ghost() {
      return ghost;
    },
    get pinned() {
      return pinned;
    },
    choose(next, dragging = false) {
      const checked = runOf(next);
      const before = choice;
      const left = besideOf(before);
      if (next.beside !== before.beside) left?.pause();
      const anew = !sameTraining(before, next);
      // Beside a run of another preset it would say nothing.
      if (next.preset !== before.preset) ghost = undefined;
      else if (anew && !dragged && drawn.network.history.length > 1) ghost = drawn;
      dragged = dragging;
      choice = next;
      run = checked;
      if (!anew) drawn = { ...drawn, choice };
      else if (dragging && unheard()) waiting = true;
      else begin();
      if (anew && dragging && !waiting) play(AS_FAST_AS_IT_CAN);
      return anew;
    },
    play,
    pause() {
      playing = false;
      for (const training of shown()) training.pause();
    },
    step() {
      playing = false;
      for (const training of shown()) training.step();
    },
    reset: begin,
    pin(kept) {
      if (sameTraining(kept, drawn.choice) && drawn.network.ended) {
        pinned = drawn;
        return;
      }
      const keptRun = runOf(kept);
      aside ??= newTraining("network", onReport, onFault);
      aside.begin(keptRun);
      aside.play(AS_FAST_AS_IT_CAN);
      pinned = { choice: kept, run: keptRun, network: aside.watched };
    },
    unpin() {
      pinned = undefined;
      aside?.pause();
    },
  };
}
