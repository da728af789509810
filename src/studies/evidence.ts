import { isDiverged } from "../experiments/sweep/events.ts";
import { groupsIn } from "../experiments/sweep/groups.ts";
import type { Trial } from "../experiments/sweep/trial.ts";
import { clopperPearson } from "../statistics/clopperPearson.ts";
import { medianInterval } from "../statistics/medianInterval.ts";
import type { Agreement, Measure, Part, Predicted, Row, Study } from "./study.ts";

/** Of all intervals of a study together. */
const LEVEL = 0.95;

interface Point {
  readonly part: Part;
  readonly at: Row["at"];
  readonly trials: readonly Trial[];
  readonly failed: number;
}

/** The points of a part, in rising order of its columns. */
function pointsIn(part: Part, folder: string): Point[] {
  const begin = () => ({ trials: [] as Trial[], failed: 0 });
  const groups = groupsIn(folder, part.by, begin, (made, finished) => {
    if ("failed" in finished || isDiverged(finished.outcome)) made.failed++;
    else made.trials.push(finished.outcome);
  });
  return groups.map(({ at, made }) => ({
    part,
    at: Object.fromEntries(at.map((cell, k) => [part.by[k] as string, cell])),
    ...made,
  }));
}

/** A share, or a median, with its interval. */
function estimate(values: readonly (boolean | number)[], level: number): Pick<Row, "value" | "low" | "high"> {
  if (values.length === 0) return { value: null, low: null, high: null };
  if (typeof values[0] === "boolean") {
    const { share, low, high } = clopperPearson(values.filter(Boolean).length, values.length, level);
    return { value: share, low, high };
  }
  const numbers = values as readonly number[];
  const { median, low, high, coverage } = medianInterval(numbers, numbers, level);
  // Too few seeds for the level: an interval that holds with less would be said to hold with it.
  return coverage < level ? { value: median, low: null, high: null } : { value: median, low, high };
}

function agreement({ value, low, high }: Pick<Row, "value" | "low" | "high">, said: Predicted): Agreement {
  if (value === null || low === null || high === null) return "open";
  if (high < said.least || low > said.most) return "no";
  return low >= said.least && high <= said.most ? "yes" : "open";
}

/** A point, a measure, and what was predicted of it. */
interface Asked {
  readonly point: Point;
  /** Whose runs' numbers are taken off. */
  readonly other: Point | undefined;
  readonly measure: Measure;
  readonly predicted: Predicted | undefined;
}

const nameOf = (part: Part, at: Row["at"]): string => JSON.stringify([part.name, at]);

/** The point that a measure's numbers are told less of; the same where it is itself, undefined where there is none. */
const otherOf = (points: ReadonlyMap<string, Point>, { part, at }: Point, { less }: Measure): Point | undefined =>
  points.get(nameOf(part, { ...at, ...less }));

/** What every run of a point says; of two runs of one seed by how much the first has more. */
function saidBy({ trials }: Point, { of, less }: Measure, other: Point | undefined): (boolean | number | null)[] {
  if (less === undefined) return trials.map(of);
  return trials.map((trial) => {
    const beside = other?.trials.find(({ config }) => config.seed === trial.config.seed);
    const [one, two] = [of(trial), beside ? of(beside) : null];
    return typeof one === "number" && typeof two === "number" ? one - two : null;
  });
}

type Kind = Row["kind"];

/** What each measure is of the seeds, as told by the first run that says anything. */
function kindsOf(asked: readonly Asked[]): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const { point, measure } of asked) {
    if (kinds.has(measure.name)) continue;
    const first = point.trials.map(measure.of).find((value) => value !== null);
    if (first !== undefined) kinds.set(measure.name, typeof first === "boolean" ? "share" : "median");
  }
  return kinds;
}

function rowOf({ point, other, measure, predicted }: Asked, kind: Kind, level: number): Row {
  const { part, at, failed } = point;
  const { published } = measure;
  const said = saidBy(point, measure, other);
  const values = said.filter((value) => value !== null);
  const found = estimate(values, level);
  return {
    ...{ part: part.name, at, ...(part.called && { called: part.called(at) }) },
    ...{ measure: measure.name, ...(kind && { kind }), seeds: values.length },
    ...{ silent: failed + said.length - values.length, ...found },
    ...(predicted && { predicted, agrees: agreement(found, predicted) }),
    ...(published !== undefined && { published }),
  };
}

/**
 * What the runs of a study say at every point.
 *
 * Intervals are Clopper-Pearson's of shares and `medianInterval`'s of medians; with k of them where something was predicted each has level 1 - 0.05/k, so that all hold together with 95%.
 *
 * @param study whose runs they are
 * @param parts of it, and the folder of each
 * @returns a row a point and measure, part by part, in rising order
 * @throws InputError where a folder holds no sweep
 * Source: ours; Bonferroni.
 */
export function evidence(study: Study, parts: readonly { readonly part: Part; readonly folder: string }[]): Row[] {
  const points = parts.flatMap(({ part, folder }) => pointsIn(part, folder));
  const known = new Map(points.map((point) => [nameOf(point.part, point.at), point]));
  const asked = points.flatMap((point): Asked[] =>
    study.measures.flatMap((measure) => {
      const [first] = point.trials;
      const other = otherOf(known, point, measure);
      if (measure.less && other === point) return [];
      return { point, other, measure, predicted: first && measure.predicted(first.config, point.part.name) };
    }),
  );
  const predictions = asked.filter(({ predicted }) => predicted).length;
  const level = 1 - (1 - LEVEL) / Math.max(1, predictions);
  const kinds = kindsOf(asked);
  const rows = asked.map((one) => rowOf(one, kinds.get(one.measure.name), level));
  return rows.map((row) => (study.overturns(row, rows) ? { ...row, overturns: true } : row));
}
