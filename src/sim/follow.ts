import { InputError } from "../setting/inputError.ts";
import type { Batches } from "./batches.ts";
import type { Keeper } from "./checkpoint/snapshot.ts";
import { divergence, notFiniteMetric } from "./divergence.ts";
import type { Training } from "./engine.ts";
import type { Seen } from "./metrics.ts";
import { measureOwn } from "./ownMetrics.ts";
import type { Run } from "./run.ts";
import { schedule } from "./schedule.ts";
import type { State } from "./state.ts";
import type { Divergence, Metrics, Moment, Trajectory } from "./trajectory.ts";

/** A training of any level, as it is followed. */
export interface Subject {
  /** Steps done. */
  readonly step: number;
  /** Takes one step a batch; false if after `step` steps an output was not finite. */
  run(batches: Batches): boolean;
  measure(): Metrics & Pick<Moment, "metrics">;
  /** The network on its training set, of which users' metrics are recorded; absent where none are. */
  seen?(): Seen;
  /** Whether its own numbers are finite; if not, what they are called. */
  notFinite(): string | undefined;
  /** Called at every recorded moment. */
  onRecord?(moment: Moment): void;
  /** All that it goes on from, and going on from there; absent where it cannot be kept. */
  readonly training?: Pick<Training, "state" | "restore">;
  /** Whether its state at the last record is wanted. */
  readonly keepLast?: boolean;
  /** Numbers that a step moves at least. */
  readonly moved?: number;
  /** Whether nobody looks, keeps or stops it between two records, so that a leg may be several epochs. */
  readonly unwatched?: boolean;
}

/** What is followed to its end, without the name of the engine; with the state at the last record, where it is wanted. */
export type Followed = Omit<Trajectory, "engine"> & { last?: State };

/**
 * Follows a training along the schedule of its run, leg by leg, and records its metrics.
 *
 * @param run a checked run
 * @param subject the training, at its start
 * @param keeper where the run goes on from, if it has begun before: no moment of the history is recorded again; and who keeps it on its way
 * @returns a generator: yields the share of the training done after every leg, in (0, 1], and stops early when `next(true)` is called;
 *   its value: moments at epoch 0, at every `recordEvery` and at the end; with `diverged` if a number was not finite, in which case
 *   `final` is the last moment that was; with `interrupted` if it was stopped
 * @throws InputError if the start itself gives numbers that are not finite
 * Source: ours.
 */
export function* follow(run: Run, subject: Subject, keeper?: Keeper): Generator<number, Followed, boolean | undefined> {
  const { training, keepLast } = subject;
  const from = training && keeper?.from;
  const history: Moment[] = [...(from?.history ?? [])];
  let seen = from?.seen ?? 0;
  let last = from?.last;
  let diverged: Divergence | undefined;
  let interrupted = false;

  const record = (): boolean => {
    const epoch = seen / run.setting.n;
    const moment = { epoch, step: subject.step, ...subject.measure() };
    const metric = notFiniteMetric(moment) ?? subject.notFinite();
    if (metric) diverged = divergence(run, metric, subject.step, epoch);
    else {
      const own = subject.seen && measureOwn(run, moment, subject.seen());
      const recorded = own ? { ...moment, metrics: { ...moment.metrics, ...own } } : moment;
      history.push(recorded);
      if (keepLast) last = training?.state();
      subject.onRecord?.(recorded);
    }
    return !metric;
  };

  if (from) training.restore(from.state);
  else if (!record()) {
    throw new InputError(
      `the start must give finite numbers, but its ${diverged?.metric} is not finite; lower setting.sigma0 and setting.sigmaP, or correct start`,
    );
  }
  for (const leg of schedule(run, subject.step, subject.moved, subject.unwatched)) {
    const before = subject.step;
    const finite = subject.run(leg.batches);
    const { offsets } = leg.batches;
    seen += (offsets[subject.step - before] as number) - (offsets[0] as number);
    if (!finite) {
      diverged = divergence(run, "trainLoss", subject.step, seen / run.setting.n);
      break;
    }
    if (leg.record && !record()) break;
    interrupted = (yield leg.done) === true;
    if (training) {
      const take = () => ({ seen, history: [...history], state: training.state(), ...(last && { last }) });
      keeper?.offer(take, interrupted);
    }
    if (interrupted) {
      if (!leg.record) record();
      break;
    }
  }
  return {
    history,
    final: history.at(-1) as Moment,
    ...(diverged && { diverged }),
    ...(interrupted && { interrupted }),
    ...(last && { last }),
  };
}

/**
 * Runs a generator that can be stopped to its end.
 *
 * @param legs what `follow` and what is built on it return
 * @param onProgress told the share of the training done, in (0, 1]
 * @returns its value
 */
export function finish<T>(legs: Generator<number, T, boolean | undefined>, onProgress?: (done: number) => void): T {
  for (;;) {
    const { value, done } = legs.next();
    if (done) return value;
    onProgress?.(value);
  }
}
