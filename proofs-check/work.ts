import type { Failure, Task } from "./tasks.ts";

/** Share of a case's expected time that may lie beyond the deadline. */
const LATE = 0.5;

/** A task under way. */
export interface Work {
  readonly task: Task;
  readonly samples: unknown[];
  /** Cases begun, cases ended. */
  begun: number;
  ended: number;
  /** Milliseconds spent on the cases ended. */
  spent: number;
  /** The first case that failed, in their order, and how: no further one is begun. */
  failure?: Failure;
}

/** Nothing done yet. */
export const newWork = (task: Task): Work => ({ task, samples: [], begun: 0, ended: 0, spent: 0 });

/** Cases that a task is given whatever the time. */
export const goalOf = ({ task: { check } }: Work, cases: number): number =>
  Math.min(check.most, Math.max(check.least, cases));

/** Expected milliseconds of a task's next case; nothing is known of a first one. */
const expected = ({ spent, ended }: Work) => (ended === 0 ? 0 : spent / ended);

/** The first member with the least value. */
const leastBy = <T>(all: readonly T[], value: (member: T) => number): T | undefined =>
  all.reduce<T | undefined>(
    (best, next) => (best !== undefined && value(best) <= value(next) ? best : next),
    undefined,
  );

/**
 * The task whose next case is to be begun.
 *
 * First what is short of its goal, the longest cases first as far as is known; then, while there is time, what has had the least of it.
 *
 * @param works all that is under way
 * @param cases of every task, where it has as many
 * @param left milliseconds
 * @returns one of the works; undefined where nothing is left to begin
 */
export function nextWork(works: readonly Work[], cases: number, left: number): Work | undefined {
  const able = works.filter(({ failure }) => failure === undefined);
  const short = able.filter((work) => work.begun < goalOf(work, cases));
  if (short.length > 0) return leastBy(short, (work) => -expected(work));
  if (left <= 0) return undefined;
  const open = able.filter((work) => work.begun < work.task.check.most && expected(work) * (1 - LATE) < left);
  return leastBy(open, (work) => work.begun * expected(work));
}
