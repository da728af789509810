import { clopperPearson } from "../../statistics/clopperPearson.ts";
import { type MedianWithInterval, medianWithInterval } from "../../statistics/medianWithInterval.ts";
import type { Cell } from "./column.ts";
import { isDiverged, knownEvents } from "./events.ts";
import { type Group, groupsIn } from "./groups.ts";

/** What came out where the columns asked for have given values. */
export interface SummaryRow {
  /** Values of the columns asked for, in their order. */
  readonly at: readonly Cell[];
  /** Runs that finished, diverged ones among them; all frequencies are of these. */
  readonly runs: number;
  /** Different seeds of them. Where they are fewer than the runs, these are not independent, and every interval is null. */
  readonly seeds: number;
  /** Runs without an outcome. */
  readonly failed: number;
  /** By the name of an event: how often, and its 95% interval; null without runs. */
  readonly frequencies: Readonly<Record<string, CountedFrequency | null>>;
  /** Median of the test errors of the runs that did not diverge, with its distribution-free interval where there are 2 to 1000; null without one. */
  readonly testError: MedianWithInterval | null;
  /** The different numbers of classes of the runs, rising; absent where all have two, as in the papers. */
  readonly classes?: readonly number[];
}

/** How often of how many, with its exact 95% interval. */
export interface CountedFrequency {
  readonly count: number;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What is counted of a group's runs. */
interface Counted {
  runs: number;
  failed: number;
  readonly seeds: Set<unknown>;
  readonly counts: Map<string, number>;
  readonly testErrors: number[];
  readonly classes: Set<number>;
}

function countedFrequency(count: number, runs: number, independent: boolean): CountedFrequency | null {
  if (runs === 0) return null;
  return { count, ...(independent ? clopperPearson(count, runs) : { share: count / runs, low: null, high: null }) };
}

function rowOf({ at, made }: Group<Counted>): SummaryRow {
  const { runs, failed, seeds, counts, testErrors, classes } = made;
  const independent = seeds.size === runs;
  const frequencies = knownEvents().map(({ name }) => [
    name,
    countedFrequency(counts.get(name) ?? 0, runs, independent),
  ]);
  return {
    ...{ at, runs, seeds: seeds.size, failed },
    frequencies: Object.fromEntries(frequencies),
    testError: testErrors.length === 0 ? null : medianWithInterval(testErrors, independent),
    ...([...classes].some((count) => count > 2) && { classes: rising(classes) }),
  };
}

const rising = (counts: Iterable<number>): number[] => [...new Set(counts)].sort((a, b) => a - b);

/** The different numbers of classes of the runs of several rows, rising; undefined where all have two. */
export function classesIn(rows: readonly Pick<SummaryRow, "classes">[]): readonly number[] | undefined {
  if (rows.every(({ classes }) => classes === undefined)) return undefined;
  return rising(rows.flatMap(({ classes }) => classes ?? 2));
}

/**
 * How often the runs of a sweep end in each way, by values of columns.
 *
 * @param folder that a sweep has written
 * @param by names of columns, such as ["batchSize", "weightDecay"]; none for all runs together
 * @returns a row for every combination of values that occurs, in rising order
 * @throws InputError for an unknown column or one named twice, or where there is no sweep
 * Source: ours; the intervals are Clopper-Pearson's and `medianInterval`'s, of independent runs: those of different seeds.
 */
export function summary(folder: string, by: readonly string[]): SummaryRow[] {
  const events = knownEvents();
  const begin = (): Counted => ({
    ...{ runs: 0, failed: 0, seeds: new Set(), counts: new Map(), testErrors: [], classes: new Set() },
  });
  return groupsIn(folder, by, begin, (group, finished) => {
    if ("failed" in finished) {
      group.failed++;
      return;
    }
    group.runs++;
    const { seed, setting } = finished.outcome.config;
    group.seeds.add(seed);
    group.classes.add(setting.classes ?? 2);
    for (const event of events) {
      if (event.holds(finished.outcome)) group.counts.set(event.name, (group.counts.get(event.name) ?? 0) + 1);
    }
    if (!isDiverged(finished.outcome)) group.testErrors.push(finished.outcome.final.testError);
  }).map(rowOf);
}
