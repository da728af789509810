import { jobAt, type Plan, parsePlan, pointAt, pointCount } from "../../../experiments/sweep/plan.ts";
import type { SummaryRow } from "../../../experiments/sweep/summary.ts";
import { InputError, show } from "../../../setting/inputError.ts";
import { commandFor, type Source } from "../figure.ts";
import { numberText, optimizerText, settingText, symbolOf, trainingText } from "../sheet/words.ts";
import type { Beside } from "./beside.ts";

type Cell = SummaryRow["at"][number];

/** What a sweep's runs came to where its plan has several values. */
export interface SweepTable extends Beside {
  /** Columns asked for, all numbers. */
  readonly axes: readonly string[];
  readonly form: SweepForm;
  readonly points: readonly SweepPoint[];
  /** What does not vary. */
  readonly about: string;
  readonly command: string;
}

/** What is told of the seeds at a point: their median with its interval, or, as papers do, their mean, and from it a standard deviation down and up. */
export type SweepForm = "median" | "mean";

/** The runs of one combination of values. */
export interface SweepPoint {
  /** Values of the columns asked for. */
  readonly at: readonly number[];
  /** The other columns that vary, in words: "Adam, λ = 10⁻⁵"; "" where none does. */
  readonly series: string;
  /** Of the runs that finished, diverged ones among them. */
  readonly seeds: number;
  /** Runs that diverged. */
  readonly diverged: number;
  /** Median or mean of the test errors of those that did not diverge; null where every run diverged or failed. */
  readonly middle: number | null;
  /** Null where there is no interval, or deviation. */
  readonly low: number | null;
  readonly high: number | null;
  /** Probability that [low, high] holds the median, at least; null of a mean. */
  readonly coverage: number | null;
}

/** What figures of sweeps are made from. */
export const SWEEP_FOLDER = 'the folder of a sweep ("sweep --out")';

type Told = Omit<SweepPoint, "at" | "series">;

/** A row of a folder's table: what its points say, by form. */
const ROWS: Readonly<
  Record<SweepForm, (source: Source, by: readonly string[]) => (Told & { readonly cells: readonly Cell[] })[]>
> = {
  median: (source, by) =>
    source.summary(by).map(({ at: cells, seeds, frequencies, testError }) => ({
      ...{ cells, seeds, diverged: frequencies.diverges?.count ?? 0 },
      ...{ middle: testError?.median ?? null, low: testError?.low ?? null, high: testError?.high ?? null },
      coverage: testError?.coverage ?? null,
    })),
  mean: (source, by) =>
    source.spread(by).map(({ at: cells, seeds, diverged, mean, deviation }) => ({
      ...{ cells, seeds, diverged, middle: mean, coverage: null },
      low: mean === null || deviation === null ? null : mean - deviation,
      high: mean === null || deviation === null ? null : mean + deviation,
    })),
};

const wordOf = (column: string, cell: Cell): string => {
  if (column === "optimizer") return optimizerText(String(cell));
  return `${symbolOf(column)} = ${typeof cell === "number" ? numberText(cell) : String(cell)}`;
};

/** The value of an axis; a journal that somebody has changed may have text there. */
function numberAt(name: string, cell: Cell | undefined): number {
  if (typeof cell === "number") return cell;
  throw new InputError(`${name} must be a number in every run of a sweep, but is ${show(cell)}; correct the journal`);
}

/** Columns that change what is looked at, not what is trained. */
const UNIMPORTANT = ["recordEvery", "testSize"];

/** What a plan varies, column by column. */
function variedIn(plan: Plan) {
  const values: Readonly<Record<string, readonly unknown[]>> = Object.assign({}, plan.axes, ...plan.zip);
  const countOf = (name: string) => new Set(values[name]).size;
  const names = Object.keys(values).filter((name) => countOf(name) > 1 && !UNIMPORTANT.includes(name));
  const points = Array.from({ length: pointCount(plan) }, (_, k) => pointAt(plan, k));
  return {
    names,
    /** The one of numbers alone with most values. */
    longest: () =>
      names
        .filter((name) => values[name]?.every((value) => typeof value === "number"))
        .toSorted((a, b) => countOf(b) - countOf(a))
        .slice(0, 1),
    /** Its name with its least and largest value, where it has numbers. */
    rangeOf(name: string): string {
      const numbers = (values[name] ?? []).filter((value): value is number => typeof value === "number");
      if (numbers.length === 0) return name;
      return `${symbolOf(name)} from ${numberText(Math.min(...numbers))} to ${numberText(Math.max(...numbers))}`;
    },
    /** Whether others tell its value, as a batch size may tell the epochs. */
    told(name: string, others: readonly string[]): boolean {
      const seen = new Map<string, unknown>();
      return points.every((point) => {
        const key = JSON.stringify(others.map((other) => point[other]));
        if (!seen.has(key)) seen.set(key, point[name]);
        return seen.get(key) === point[name];
      });
    },
  };
}

/** The plan of a sweep's folder. */
function planOf(source: Source): Plan {
  const file = source.json("plan.json");
  if (file !== undefined) return parsePlan(file);
  throw new InputError(`from must name ${SWEEP_FOLDER}, but ${source.path} has no plan.json; check the path`);
}

/**
 * Medians, or means, of a sweep over some of the columns that its plan varies.
 *
 * @param source that `--from` names
 * @param figure for the command
 * @param axes columns; absent: the number that has most values
 * @param form what is told of the seeds at a point
 * @returns a point for each combination that has been run; columns that others tell are not named
 * @throws InputError where it is no sweep over these columns
 */
export function sweepFrom(
  source: Source,
  figure: string,
  axes?: readonly string[],
  form: SweepForm = "median",
): SweepTable {
  const plan = planOf(source);
  const { names, longest, told, rangeOf } = variedIn(plan);
  const asked = axes ?? longest();
  const absent = asked.find((name) => !names.includes(name)) ?? (asked.length === 0 ? "a number" : undefined);
  if (absent !== undefined) {
    throw new InputError(
      `from must name the folder of a sweep over ${absent}, but that of ${source.path} varies ${names.join(", ") || "nothing"}; choose another figure or folder`,
    );
  }
  const free = names.filter((name) => !asked.includes(name) && !told(name, asked));
  const others = free.filter((name) => {
    const rest = free.filter((other) => other !== name);
    // A learning rate that was chosen along the axis is no other curve; one that belongs to an optimizer names it.
    const chosen = name === "epochs" || (name === "lr" && !told(name, rest));
    return !chosen || !told(name, [...asked, ...rest]);
  });
  const seriesOf = (cells: readonly Cell[]) => others.map((name, k) => wordOf(name, cells[k] as Cell)).join(", ");
  const points = ROWS[form](source, [...asked, ...others]).map(({ cells, ...told }): SweepPoint => {
    const series = seriesOf(others.map((_, k) => cells[asked.length + k] as Cell));
    return { at: asked.map((name, k) => numberAt(name, cells[k])), series, ...told };
  });
  if (points.length === 0) {
    throw new InputError(
      `from must name the folder of a sweep with runs, but in ${source.path} none has finished; run it first`,
    );
  }
  const left = new Set(names);
  const { run } = jobAt(plan, 0);
  const silent = names.filter((name) => !asked.includes(name) && !others.includes(name));
  const outside = plan.method === "trainer";
  const about = [
    outside ? "by a trainer of one's own" : "",
    settingText(run.setting, left),
    trainingText(run, left),
    silent.length === 0 ? "" : `${silent.map(rangeOf).join(", ")} as the plan says for each point`,
  ].filter((text) => text !== "");
  // Of a problem that is not ours nothing is predicted.
  const beside = outside
    ? { published: [], thresholds: [] }
    : source.beside(plan, asked[0] as string, (point) => seriesOf(others.map((name) => point[name] as Cell)));
  return { axes: asked, form, points, ...beside, about: about.join("; "), command: commandFor(figure, source) };
}

/** Seeds of the points, as "10 seeds a point" or "3 to 10 seeds a point". */
export function seedsOfPoints(points: readonly SweepPoint[]): string {
  const seeds = points.map((point) => point.seeds);
  const [least, most] = [Math.min(...seeds), Math.max(...seeds)];
  return `${least === most ? most : `${least} to ${most}`} seed${most === 1 ? "" : "s"} a point`;
}

/** How many runs diverged, and what becomes of them, in words; "" where none has. */
export function divergedText(points: readonly SweepPoint[], form: SweepForm = "median"): string {
  const [diverged, places] = [
    points.reduce((sum, point) => sum + point.diverged, 0),
    points.filter((p) => p.diverged > 0),
  ];
  return diverged === 0 ? "" : `runs that diverged, ${diverged} at ${places.length} of the points, are in no ${form}`;
}

/** What the intervals are, in words; "" where there are none. */
export function intervalText(points: readonly SweepPoint[]): string {
  const coverages = points.flatMap(({ coverage }) => coverage ?? []);
  if (coverages.length === 0) return "";
  return `distribution-free intervals that hold the median with probability ${numberText(Math.min(...coverages))} or more`;
}
