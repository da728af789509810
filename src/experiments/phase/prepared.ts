import { InputError, show } from "../../setting/inputError.ts";
import { advice } from "../../setting/nearest.ts";
import { parseRun } from "../../sim/run.ts";
import { valueAt } from "../sweep/column.ts";
import { AXES } from "../sweep/columns.ts";
import { type Plan, parsePlan } from "../sweep/plan.ts";

/** An axis that is asked for: a column, and its range where it is not the usual one. */
export interface AskedAxis {
  readonly name: string;
  readonly range?: readonly [from: number, to: number];
  /** Steps of the grid, so that it has one value more (fewer where integers would repeat). */
  readonly steps: number;
}

type Range = NonNullable<AskedAxis["range"]>;

/** From far below the papers' 1e-5 to far above the explicit thresholds. */
const DECAYS: Range = [1e-6, 1];
/** Anything else: this factor below and above the run's own value. */
const FACTOR = 10;

function usualRange(name: string, base: object): Range {
  const axes = [...AXES.keys()];
  if (!AXES.has(name)) {
    throw new InputError(
      `an axis must be what a run file says, one of ${axes.join(", ")}, but is ${show(name)}; ${advice(name, axes)}`,
    );
  }
  const run = parseRun(base);
  if (name === "weightDecay") return DECAYS;
  if (name === "batchSize") return [1, run.setting.n];
  const value = valueAt(run, AXES.get(name)?.path ?? []);
  if (typeof value === "number" && value > 0) return [value / FACTOR, value * FACTOR];
  throw new InputError(
    `the axis ${show(name)} must be a number > 0 of a run file with a range, such as lr=1e-5..1e-3, but has none; add it`,
  );
}

/**
 * A plan for a phase diagram: two logarithmic axes over a run.
 *
 * @param base a run file without a seed, with values for the axes, too
 * @param axes x and y; the usual ranges are 1e-6 to 1 for weightDecay, 1 to n for batchSize, and a tenth to ten times the run's value for others
 * @param seeds of every node, as a plan has them
 * @returns the plan
 * @throws InputError as `parsePlan` and `parseRun`, and for an axis without a usual range
 * Source: ours.
 */
export function preparedPlan(base: object, axes: readonly AskedAxis[], seeds: string): Plan {
  const ranges = axes.map(({ name, range, steps }) => [
    name,
    { log: range ?? usualRange(name, base), count: steps + 1 },
  ]);
  return parsePlan({ base, axes: Object.fromEntries(ranges), seeds });
}
