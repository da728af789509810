import type { Divergence } from "../sim/trajectory.ts";
import {
  type Placement,
  type PredictionInterval,
  placeAmong,
  predictionInterval,
} from "../statistics/predictionInterval.ts";
import type { Outcome } from "./outcome.ts";
import { epochsOf, type Point, type Published, type Quantity, type Row, type Target } from "./target.ts";

/** What came out for one quantity of one row. */
export interface Finding {
  readonly quantity: string;
  readonly published: Published;
  /** The last value of every seed that did not diverge, in the order of the seeds. */
  readonly values: readonly { readonly seed: number; readonly value: number }[];
  /** The whole curve of every seed, in the targets that show curves. */
  readonly curves?: readonly { readonly seed: number; readonly points: readonly Point[] }[];
  readonly interval: PredictionInterval | null;
  /** Against a published number. */
  readonly placement?: Placement;
  /** Against published words: how many seeds lie in the range they are read as. */
  readonly inRange?: number;
}

/** A row of a paper beside what our runs gave. */
export interface RowReport {
  readonly target: string;
  readonly source: string;
  readonly title: string;
  readonly label: string;
  readonly optimizer: string;
  readonly batchSize: number;
  readonly epochs: number;
  readonly findings: readonly Finding[];
  readonly diverged: readonly (Divergence & { readonly seed: number })[];
}

function finding(
  { name, over, published }: Quantity,
  outcomes: readonly (readonly [number, Outcome])[],
  withCurves: boolean,
): Finding {
  const curves = outcomes.map(([seed, outcome]) => ({ seed, points: over(outcome) }));
  const values = curves.map(({ seed, points }) => ({ seed, value: (points.at(-1) as Point).value }));
  const numbers = values.map(({ value }) => value);
  const some = numbers.length > 0;
  return {
    quantity: name,
    published,
    values,
    ...(withCurves && { curves }),
    interval: some ? predictionInterval(numbers) : null,
    ...(some && published && "value" in published && { placement: placeAmong(published.value, numbers) }),
    ...(some &&
      published &&
      "range" in published && {
        inRange: numbers.filter((value) => value >= published.range[0] && value <= published.range[1]).length,
      }),
  };
}

/**
 * Sums up a row's outcomes.
 *
 * @param target whose row it is
 * @param row its quantities say what is looked at
 * @param quick as the outcomes were run
 * @param outcomes [seed, outcome], one a seed
 * @returns values, interval and placement of every quantity; diverged seeds apart
 */
export function rowReport(
  target: Target,
  row: Row,
  quick: boolean,
  outcomes: readonly (readonly [number, Outcome])[],
): RowReport {
  const stopped = ([, { results }]: readonly [number, Outcome]) => results.find(({ diverged }) => diverged)?.diverged;
  const finished = outcomes.filter((entry) => !stopped(entry));
  return {
    target: target.name,
    source: target.source,
    title: target.title,
    label: row.label,
    optimizer: row.optimizer,
    batchSize: row.batchSize,
    epochs: epochsOf(row, quick),
    findings: row.quantities.map((quantity) => finding(quantity, finished, target.curves)),
    diverged: outcomes.flatMap((entry) => {
      const divergence = stopped(entry);
      return divergence ? [{ seed: entry[0], ...divergence }] : [];
    }),
  };
}
