import { clopperPearson, type Frequency } from "../../bounds/clopperPearson.ts";
import { median } from "../../bounds/median.ts";
import { medianInterval } from "../../bounds/medianInterval.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { type Cell, COLUMNS, type Column } from "./columns.ts";
import { EVENTS, isDiverged } from "./events.ts";
import { readSweep } from "./folder.ts";

/** Beyond this many values `medianInterval` would leave the doubles. */
const INTERVAL_LIMIT = 1000;

/** What came out where the columns asked for have given values. */
export interface SummaryRow {
  /** Values of the columns asked for, in their order. */
  readonly at: readonly Cell[];
  /** Runs that finished, diverged ones among them; all frequencies are of these. */
  readonly runs: number;
  /** Runs without an outcome. */
  readonly failed: number;
  /** By the name of an event: how often, and its 95% interval; null without runs. */
  readonly frequencies: Readonly<Record<string, (Frequency & { readonly count: number }) | null>>;
  /** Median of the test errors of the runs that did not diverge, with its distribution-free interval where there are 2 to 1000; null without one. */
  readonly testError: {
    readonly median: number;
    readonly low?: number;
    readonly high?: number;
    readonly coverage?: number;
  } | null;
}

interface Group {
  readonly at: readonly Cell[];
  runs: number;
  failed: number;
  readonly counts: Map<string, number>;
  readonly testErrors: number[];
}

function columnsNamed(names: readonly string[]): Column[] {
  return names.map((name) => {
    const column = COLUMNS.find((candidate) => candidate.name === name);
    if (column) return column;
    const known = COLUMNS.map((candidate) => candidate.name).join(", ");
    throw new InputError(`--by must name columns out of ${known}, but names ${show(name)}; correct it`);
  });
}

function compare(a: Cell, b: Cell): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : Number(a !== b);
}

const inOrder = (a: readonly Cell[], b: readonly Cell[]) =>
  a.map((cell, k) => compare(cell, b[k] as Cell)).find((order) => order !== 0) ?? 0;

function testErrorOf(values: readonly number[]): SummaryRow["testError"] {
  if (values.length === 0) return null;
  if (values.length === 1 || values.length > INTERVAL_LIMIT) return { median: median([...values]) };
  const { median: middle, low, high, coverage } = medianInterval(values, values);
  return { median: middle, low, high, coverage };
}

const rowOf = ({ at, runs, failed, counts, testErrors }: Group): SummaryRow => ({
  at,
  runs,
  failed,
  frequencies: Object.fromEntries(
    EVENTS.map(({ name }) => {
      const count = counts.get(name) ?? 0;
      return [name, runs > 0 ? { count, ...clopperPearson(count, runs) } : null];
    }),
  ),
  testError: testErrorOf(testErrors),
});

/**
 * How often the runs of a sweep end in each way, by values of columns.
 *
 * @param folder that a sweep has written
 * @param by names of columns, such as ["batchSize", "weightDecay"]; none for all runs together
 * @returns a row for every combination of values that occurs, in rising order
 * @throws InputError for an unknown column, or where there is no sweep
 * Source: ours; the intervals are Clopper-Pearson's and `medianInterval`'s.
 */
export function summary(folder: string, by: readonly string[]): SummaryRow[] {
  const columns = columnsNamed(by);
  const groups = new Map<string, Group>();
  for (const [key, finished] of readSweep(folder).entries()) {
    const at = columns.map(({ of }) => of(key, finished));
    const name = JSON.stringify(at);
    const group: Group = groups.get(name) ?? { at, runs: 0, failed: 0, counts: new Map(), testErrors: [] };
    groups.set(name, group);
    if ("failed" in finished) {
      group.failed++;
      continue;
    }
    group.runs++;
    for (const event of EVENTS) {
      if (event.holds(finished.outcome)) group.counts.set(event.name, (group.counts.get(event.name) ?? 0) + 1);
    }
    if (!isDiverged(finished.outcome)) group.testErrors.push(finished.outcome.final.testError);
  }
  return [...groups.values()].sort((a, b) => inOrder(a.at, b.at)).map(rowOf);
}
