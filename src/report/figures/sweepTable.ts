import { jobAt, parsePlan } from "../../experiments/sweep/plan.ts";
import type { SummaryRow } from "../../experiments/sweep/summary.ts";
import { InputError } from "../../setting/inputError.ts";
import type { Source } from "./figure.ts";
import { equation, numberText, optimizerText, settingText, symbolOf, trainingText } from "./words.ts";

type Cell = SummaryRow["at"][number];

/** What a sweep's runs came to where its plan has several values. */
export interface SweepTable {
  /** Columns asked for, all numbers. */
  readonly axes: readonly string[];
  readonly points: readonly SweepPoint[];
  /** What does not vary. */
  readonly about: string;
  readonly command: string;
}

/** The runs of one combination of values. */
export interface SweepPoint {
  /** Values of the columns asked for. */
  readonly at: readonly number[];
  /** The other columns that vary, in words: "Adam, λ = 10⁻⁵"; "" where none does. */
  readonly series: string;
  /** Runs that finished. */
  readonly runs: number;
  /** Of their test errors; absent where every run diverged or failed. */
  readonly median?: number;
  readonly low?: number;
  readonly high?: number;
  /** Probability that [low, high] holds the median, at least. */
  readonly coverage?: number;
}

/** What figures of sweeps are made from. */
export const SWEEP_FOLDER = 'the folder of a sweep ("sweep --out")';

const wordOf = (column: string, cell: Cell): string => {
  if (column === "optimizer") return optimizerText(String(cell));
  return equation(symbolOf(column), typeof cell === "number" ? numberText(cell) : String(cell));
};

/** Whether a column's value is told by those of others. */
function determined(rows: readonly SummaryRow[], column: number, by: readonly number[]): boolean {
  const seen = new Map<string, Cell>();
  return rows.every(({ at }) => {
    const key = JSON.stringify(by.map((k) => at[k]));
    const cell = at[column] as Cell;
    if (!seen.has(key)) seen.set(key, cell);
    return seen.get(key) === cell;
  });
}

/**
 * Medians of a sweep over some of the columns that its plan varies.
 *
 * @param source that `--from` names
 * @param figure for the command
 * @param axes columns; absent: the number that has most values
 * @returns a point for each combination that has been run; columns that others tell are not named
 * @throws InputError where it is no sweep over these columns
 */
export function sweepFrom(source: Source, figure: string, axes?: readonly string[]): SweepTable {
  const file = source.json("plan.json");
  if (file === undefined)
    throw new InputError(`--from must name ${SWEEP_FOLDER}, but ${source.path} has no plan.json; check the path`);
  const plan = parsePlan(file);
  const { run } = jobAt(plan, 0);
  const groups = [plan.axes, ...plan.zip];
  const values = Object.assign({}, ...groups) as (typeof plan)["axes"];
  const varied = Object.keys(values);
  const countOf = (name: string) => new Set(values[name]).size;
  const numbers = varied.filter((name) => values[name]?.every((value) => typeof value === "number"));
  const most = numbers.toSorted((a, b) => countOf(b) - countOf(a)).slice(0, 1);
  const asked = axes ?? most;
  const absent = asked.find((name) => !varied.includes(name)) ?? (asked.length === 0 ? "a number" : undefined);
  if (absent !== undefined) {
    throw new InputError(
      `--from must name the folder of a sweep over ${absent}, but that of ${source.path} varies ${varied.join(", ") || "nothing"}; choose another figure or folder`,
    );
  }
  const columns = [...asked, ...varied.filter((name) => !asked.includes(name))];
  const rows = source.summary(columns);
  const places = asked.map((_, k) => k);
  const telling = columns.map((_, k) => k).filter((k) => k >= asked.length && !determined(rows, k, places));
  const points = rows.map(({ at, runs, testError }): SweepPoint => {
    const series = telling.map((k) => wordOf(columns[k] as string, at[k] as Cell)).join(", ");
    return { at: places.map((k) => at[k] as number), series, runs, ...testError };
  });
  if (points.length === 0)
    throw new InputError(
      `--from must name the folder of a sweep with runs, but in ${source.path} none has finished; run it first`,
    );
  const left = new Set(varied.filter((name) => countOf(name) > 1));
  const told = varied.filter(
    (name) =>
      left.has(name) && !asked.includes(name) && name !== "recordEvery" && !telling.includes(columns.indexOf(name)),
  );
  const about = [
    settingText(run.setting, left),
    trainingText(run, left),
    ...(told.length === 0 ? [] : [`${told.join(", ")} as the plan says for each point`]),
  ]
    .filter((text) => text !== "")
    .join("; ");
  return { axes: asked, points, about, command: `adamcheck figure ${figure} --from ${source.path}` };
}

/** Runs of the points, as "10 seeds a point" or "3 to 10 seeds a point". */
export function seedsOfPoints(points: readonly SweepPoint[]): string {
  const runs = points.map((point) => point.runs);
  const [least, most] = [Math.min(...runs), Math.max(...runs)];
  return `${least === most ? most : `${least} to ${most}`} seed${most === 1 ? "" : "s"} a point`;
}

/** What the intervals are, in words; "" where there are none. */
export function intervalText(points: readonly SweepPoint[]): string {
  const coverages = points.flatMap(({ coverage }) => coverage ?? []);
  if (coverages.length === 0) return "";
  return `bars: distribution-free intervals that hold the median with probability ${numberText(Math.min(...coverages))} or more`;
}
