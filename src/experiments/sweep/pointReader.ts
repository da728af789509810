import { clopperPearson, type Frequency } from "../../statistics/clopperPearson.ts";
import { sequentialInterval } from "../../statistics/sequentialInterval.ts";
import type { SequentialTest } from "../../statistics/sequentialTest.ts";
import type { Journal } from "../journal/journal.ts";
import type { RunEvent } from "./events.ts";
import { type FateCounts, fateOf } from "./fates.ts";
import type { Trial } from "./trial.ts";
import type { Trials } from "./trials.ts";

/** What came out at a combination of a plan, over its seeds. */
export interface PointCount {
  /** Runs that finished. */
  readonly runs: number;
  /** Runs without an outcome. */
  readonly failed: number;
  /** Of those that finished, how many show the event. */
  readonly count: number;
  /** Of those that finished, how many end how; absent in diagrams of before they were counted. */
  readonly fates?: FateCounts;
  /** Where seeds are given until it is decided: whether it is. */
  readonly decided?: boolean;
}

/** What is known of the combinations of a plan. */
export interface PointReader {
  /** What came out; undefined where not all of the seeds that count are known. */
  at(point: number): PointCount | undefined;
  /** How many of its seeds, from the first one on, are wanted as far as is known. */
  wanted(point: number): number;
}

/**
 * Reads what is known of combinations from a journal, each once. Seeds count in their order: where a test ends them, what came out at a
 * later seed changes nothing, so that it does not matter how many at a time were run.
 *
 * @param trials of the plan
 * @param seeds how many a combination has
 * @param journal that they are recorded in; undefined where there is none yet
 * @param event that is counted
 * @param test that ends the seeds; all of them count without one
 * @returns the reader
 */
export function pointReader(
  trials: Trials,
  seeds: number,
  journal: Pick<Journal<Trial>, "get" | "state"> | undefined,
  event: RunEvent,
  test?: SequentialTest,
): PointReader {
  const known = new Map<number, { readonly found: PointCount | undefined; readonly wanted: number }>();
  function read(point: number) {
    const keys = Array.from({ length: seeds }, (_, k) => trials.keyAt(point * seeds + k));
    let [runs, count, failed] = [0, 0, 0];
    const fates = { learns: 0, memorizes: 0, stuck: 0 };
    const ended = () => test?.verdict(count, runs) !== undefined;
    // Asked before any line is read: most of what is looked at in vain lacks all of its runs.
    if (!test && (!journal || keys.some((key) => journal.state(key) === undefined)))
      return { found: undefined, wanted: seeds };
    for (const key of keys) {
      if (ended()) break;
      const finished = journal?.get(key);
      if (!finished) return { found: undefined, wanted: Math.min(seeds, failed + (test?.next(count, runs) ?? seeds)) };
      if ("failed" in finished) failed++;
      else {
        runs++;
        fates[fateOf(finished.outcome)]++;
        if (event.holds(finished.outcome)) count++;
      }
    }
    return { found: { runs, failed, count, fates, ...(test && { decided: ended() }) }, wanted: runs + failed };
  }
  const of = (point: number) => {
    const before = known.get(point) ?? read(point);
    known.set(point, before);
    return before;
  };
  return { at: (point) => of(point).found, wanted: (point) => of(point).wanted };
}

/** How often, with the exact 95% interval of the probability; null where no run has finished. */
export function frequencyOf({ runs, count }: PointCount, test?: SequentialTest): Frequency | null {
  if (runs === 0) return null;
  return test ? sequentialInterval(test, count, runs) : clopperPearson(count, runs);
}
