import type { EngineId } from "../sim/engine.ts";
import type { Checkpoints } from "./checkpoint/checkpoints.ts";
import type { Job, OutcomeOf } from "./job.ts";

/** A job that waits for its turn. */
export interface Task<J extends Job> {
  /** The caller's number of it. */
  readonly index: number;
  readonly job: J;
  /** In the units of `jobCost`. */
  readonly cost: number;
}

/** What those who ask for work to be done say about it, wherever it is done. */
export interface ExecuteOptions<J extends Job> {
  /** How many jobs at a time, where they run in this process. */
  readonly workers: number;
  readonly engine: EngineId;
  /** Seconds that a job may take. */
  readonly timeout?: number;
  /** Where jobs are kept on their way, in this process. */
  readonly checkpoints?: Checkpoints;
  /** Once aborted, no further job is begun; those that run come to their end. */
  readonly signal?: AbortSignal;
  /** Told the cost of all work done, that of jobs under way in this process by their share. */
  readonly onProgress?: (cost: number) => void;
  /** Told each outcome as it comes; the order depends on the workers. */
  readonly onFinished: (index: number, outcome: OutcomeOf<J>) => void;
  /** Told of a job that failed at every attempt. */
  readonly onFailed: (index: number, reason: string, attempts: number) => void;
}

/**
 * How runs are executed: takes tasks in their order, each when there is room for it, and is done when all are. What it is told of a job
 * depends on the job and the engine's version alone, wherever it ran.
 *
 * @throws what onFinished and onFailed throw; jobs under way are dropped then
 */
export type Execute = <J extends Job>(tasks: Iterable<Task<J>>, options: ExecuteOptions<J>) => Promise<void>;

/**
 * The same jobs with equally long ones gone through from another one on: processes that share the work without a word between them do not meet then.
 *
 * @param order of indices, equal costs side by side
 * @param costs by index
 * @param from where to begin in each group of equals, in [0, 1)
 * @returns the order
 * @example
 * turned([3, 0, 1, 2], [1, 1, 1, 5], 0.5) // => [3, 1, 2, 0]
 */
export function turned(order: readonly number[], costs: ArrayLike<number>, from: number): number[] {
  const groups: number[][] = [];
  for (const index of order) {
    const group = groups.at(-1);
    if (group && costs[group[0] as number] === costs[index]) group.push(index);
    else groups.push([index]);
  }
  return groups.flatMap((group) => {
    const first = Math.floor(from * group.length);
    return [...group.slice(first), ...group.slice(0, first)];
  });
}

/** How often a job is tried: a worker may have died of what has passed by then. */
export const ATTEMPTS = 2;

/**
 * Indices by falling cost, so that no long job is left for the end; equal ones in their order.
 *
 * @param costs by index
 * @returns a permutation of the indices
 * @example
 * [...longestFirst([1, 3, 2, 3])] // => [1, 3, 2, 0]
 */
export const longestFirst = (costs: ArrayLike<number>): Int32Array =>
  Int32Array.from(costs, (_, index) => index).sort((a, b) => (costs[b] as number) - (costs[a] as number) || a - b);
