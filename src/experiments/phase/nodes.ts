import { clopperPearson, type Frequency } from "../../statistics/clopperPearson.ts";
import type { Journal } from "../journal/journal.ts";
import type { RunEvent } from "../sweep/events.ts";
import type { Trial } from "../sweep/trial.ts";
import type { Trials } from "../sweep/trials.ts";
import { type FateCounts, fateOf } from "./fates.ts";
import type { Answer } from "./refine.ts";

/** What came out at a node, over its seeds. */
export interface NodeCount {
  /** Runs that finished. */
  readonly runs: number;
  /** Runs without an outcome. */
  readonly failed: number;
  /** Of those that finished, how many show the event. */
  readonly count: number;
  /** Of those that finished, how many end how; absent in diagrams of before they were counted. */
  readonly fates?: FateCounts;
}

/**
 * Reads what is known of nodes from a journal, each once.
 *
 * @param trials of the plane's plan
 * @param seeds how many a node has
 * @param journal that they are recorded in; undefined where there is none yet
 * @param event that is counted
 * @returns what came out at a node; undefined where not all of its seeds are known
 */
export function nodeReader(
  trials: Trials,
  seeds: number,
  journal: Pick<Journal<Trial>, "get" | "state"> | undefined,
  event: RunEvent,
): (node: number) => NodeCount | undefined {
  const known = new Map<number, NodeCount | undefined>();
  function read(node: number): NodeCount | undefined {
    const keys = Array.from({ length: seeds }, (_, k) => trials.keyAt(node * seeds + k));
    if (!journal || keys.some((key) => journal.state(key) === undefined)) return undefined;
    let [runs, count] = [0, 0];
    const fates = { learns: 0, memorizes: 0, stuck: 0 };
    for (const key of keys) {
      const finished = journal.get(key);
      if (!finished || "failed" in finished) continue;
      runs++;
      fates[fateOf(finished.outcome)]++;
      if (event.holds(finished.outcome)) count++;
    }
    return { runs, failed: seeds - runs, count, fates };
  }
  return (node) => {
    if (!known.has(node)) known.set(node, read(node));
    return known.get(node);
  };
}

/**
 * What a node says: yes where at least half of the runs that finished show the event.
 *
 * @param node what came out there; undefined where it is not known
 * @returns null where no run has finished
 * @example
 * answerOf({ runs: 3, failed: 0, count: 1 }) // => false
 * answerOf({ runs: 2, failed: 1, count: 1 }) // => true
 */
export const answerOf = (node: NodeCount | undefined): Answer =>
  node && (node.runs === 0 ? null : 2 * node.count >= node.runs);

/** How often, with the exact 95% interval of the probability; null where no run has finished. */
export const frequencyOf = ({ runs, count }: NodeCount): Frequency | null =>
  runs === 0 ? null : clopperPearson(count, runs);
