import { type Choice, type DrawnRun, runOf } from "../choice/state.ts";
import { newTraining, type Training, type Watched } from "./training.ts";

/** Told of what happens to trainings. */
export interface SessionEvents {
  /** There is something new to be drawn. */
  onReport(): void;
  /** A worker failed. */
  onFault(message: string): void;
}

/** What is on screen: a choice, its run, and the trainings of it. */
export interface Session {
  readonly choice: Choice;
  readonly run: DrawnRun;
  readonly playing: boolean;
  readonly network: Watched;
  /** The level that is laid over the network, if one is. */
  readonly beside: Watched | undefined;
  /**
   * Puts a choice in the place of the last one; its trainings begin anew unless it is drawn differently only.
   *
   * @returns whether they do
   * @throws InputError where the choice cannot be trained; everything is then as before
   */
  choose(choice: Choice): boolean;
  /** Goes on, at so many records a second. */
  play(recordsPerSecond: number): void;
  pause(): void;
  /** Goes on to the next record. */
  step(): void;
  /** Puts the trainings back to their start. */
  reset(): void;
}

const sameTraining = (a: Choice, b: Choice) =>
  (Object.keys(a) as (keyof Choice)[]).every((name) => name === "time" || a[name] === b[name]);

/**
 * A session with a first choice; nothing is trained before `play` or `step`.
 *
 * @param first a choice that can be trained
 * @param events told of what happens
 * @returns the session
 */
export function newSession(first: Choice, { onReport, onFault }: SessionEvents): Session {
  const network = newTraining("network", onReport, onFault);
  /** Made when they are asked for. */
  const others = new Map<Choice["beside"], Training>();
  let choice = first;
  let run = runOf(first);
  let playing = false;

  const besideOf = ({ beside }: Choice): Training | undefined => {
    if (beside === "none") return undefined;
    const made = others.get(beside) ?? newTraining(beside, onReport, onFault);
    others.set(beside, made);
    return made;
  };
  const shown = () => [network, besideOf(choice)].filter((training) => training !== undefined);
  const begin = () => {
    playing = false;
    for (const training of shown()) training.begin(run);
  };
  begin();

  return {
    get choice() {
      return choice;
    },
    get run() {
      return run;
    },
    get playing() {
      return playing && shown().some(({ watched }) => !watched.ended);
    },
    get network() {
      return network.watched;
    },
    get beside() {
      return besideOf(choice)?.watched;
    },
    choose(next) {
      const checked = runOf(next);
      const before = choice;
      const left = besideOf(before);
      if (next.beside !== before.beside) left?.pause();
      choice = next;
      run = checked;
      const anew = !sameTraining(before, next);
      if (anew) begin();
      return anew;
    },
    play(recordsPerSecond) {
      playing = true;
      for (const training of shown()) training.play(recordsPerSecond);
    },
    pause() {
      playing = false;
      for (const training of shown()) training.pause();
    },
    step() {
      playing = false;
      for (const training of shown()) training.step();
    },
    reset: begin,
  };
}
