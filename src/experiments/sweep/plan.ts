import { parseDynamics } from "../../dynamics/run.ts";
import type { OptimizerSpec } from "../../optimizers/schema.ts";
import { explain } from "../../setting/explain.ts";
import { oneOf, ruled, SCHEMA_NAME } from "../../setting/fields.ts";
import { isImages } from "../../setting/imageSource.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { isObject } from "../../setting/isObject.ts";
import { advice } from "../../setting/nearest.ts";
import { PRESETS } from "../../setting/presets.ts";
import * as z from "../../setting/zod.ts";
import { parseRun } from "../../sim/run.ts";
import type { RunFile } from "../../sim/runFile.ts";
import { parseSeeds } from "../seeds.ts";
import { parseTrainerRun } from "../trainer/trainerRun.ts";
import { type Entry, type Path, valueAt } from "./column.ts";
import { AXES } from "./columns.ts";
import { DATA } from "./imageColumns.ts";
import { listOfText, listValues } from "./listText.ts";
import { type Range, type Value, valuesOf } from "./range.ts";
import { namesRecorded, RECORDED } from "./recorded.ts";
import { stopSchema } from "./stopRules.ts";
import { LEVELS, type TrialJob } from "./trial.ts";
import { type Until, untilSchema } from "./until.ts";

/** What all runs of a plan share: a run file without a seed, where what the axes vary may be missing. */
export type PlanBase = Partial<Omit<RunFile, "seed" | "setting" | "optimizer">> & {
  readonly setting?: Partial<NonNullable<RunFile["setting"]>> | undefined;
  readonly optimizer?: Partial<OptimizerSpec>;
  readonly method?: string;
};

/** Values by the name of a column. */
type Ranges = Readonly<Record<string, Range>>;

/** Lists or ranges by the name of a column. */
const GROUP_JSON = {
  type: "object",
  properties: Object.fromEntries(
    [...AXES.values()].map(({ name, about, list }) => [
      name,
      { description: about, $ref: `#/definitions/${list ? "lists" : "range"}` },
    ]),
  ),
  additionalProperties: false,
};

/** What a plan file may hold, each field by itself. */
export const planSchema = z.strictObject({
  $schema: SCHEMA_NAME,
  base: ruled<PlanBase>(
    "a run file without a seed: {preset, optimizer, batchSize, epochs, ...}",
    { type: "object" },
    isObject,
  ),
  axes: ruled<Ranges>(
    "values by name, such as {batchSize: [2, 10], weightDecay: {log: [1e-6, 1e-2], count: 5}}",
    GROUP_JSON,
    isObject,
  ).optional(),
  zip: ruled<readonly Ranges[]>(
    "a list of groups, each with lists by name that are gone through together",
    { type: "array", items: GROUP_JSON },
    (value) => Array.isArray(value) && value.every(isObject),
  ).optional(),
  seeds: ruled<string | number | readonly (string | number)[]>(
    'seeds, such as "1-20" or [1, 2, 5]',
    {
      type: ["string", "integer", "array"],
      minimum: 0,
      items: { type: ["string", "integer"], minimum: 0 },
      minItems: 1,
    },
    (value) => value !== undefined && !isObject(value),
  ),
  method: oneOf(LEVELS, "how runs are carried out").default("simulate"),
  stop: stopSchema.optional(),
  record: ruled<string[]>(
    `a list of names out of ${RECORDED.map(({ name }) => `"${name}"`).join(", ")}`,
    { type: "array", items: { enum: RECORDED.map(({ name }) => name) } },
    namesRecorded,
  ).optional(),
  until: untilSchema.optional(),
});

/** A plan as a user writes it. */
export type PlanFile = z.input<typeof planSchema>;

/** Runs that a plan may have: what is kept of each while it is carried out is about 400 bytes. */
const MOST_RUNS = 1e7;

/** Values that are gone through together, by the name of their column. */
export type Group = Readonly<Record<string, readonly Value[]>>;

/** What a sweep runs: every combination of one entry of each group, for every seed. */
export interface Plan {
  /** A run file without a seed; entries that groups replace may be missing. */
  readonly base: Readonly<Record<string, unknown>>;
  readonly axes: Group;
  readonly zip: readonly Group[];
  readonly seeds: readonly number[];
  readonly method: TrialJob["level"];
  readonly stop: TrialJob["stop"];
  readonly record: readonly string[];
  /** Where it is there, seeds are given one after the other until this is decided. */
  readonly until?: Until;
}

function groupOf(given: Record<string, unknown>, field: string): Group {
  return Object.fromEntries(
    Object.entries(given).map(([name, range]) => {
      const column = AXES.get(name);
      if (!column) {
        const known = [...AXES.keys()];
        throw new InputError(
          `${field} must name what a run file says, one of ${known.join(", ")}, but names ${show(name)}; ${advice(name, known)}`,
        );
      }
      const where = `${field}.${name}`;
      const { list, type } = column;
      return [name, list ? listValues(range, where, list) : valuesOf(range, where, type === "integer")];
    }),
  );
}

/** What each combination takes one entry of, the slowest first. */
const dimensionsOf = ({ axes, zip }: Pick<Plan, "axes" | "zip">): Group[] => [
  ...Object.entries(axes).map(([name, values]) => ({ [name]: values })),
  ...zip,
];

const lengthOf = (group: Group) => (Object.values(group)[0] as readonly Value[]).length;

function checkGroups(axes: Group, zip: readonly Group[]): void {
  const names = [axes, ...zip].flatMap((group) => Object.keys(group));
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice !== undefined) throw new InputError(`${twice} must be varied once, but is varied twice; keep one of them`);
  zip.forEach((group, k) => {
    const lengths = Object.values(group).map((values) => values.length);
    if (lengths.length === 0 || new Set(lengths).size > 1) {
      throw new InputError(
        `zip[${k}] must have lists of one length, but they have ${show(lengths)}; make them as long as each other`,
      );
    }
  });
  dimensionsOf({ axes, zip }).forEach(checkEntries);
}

/** An entry of a group that is there twice would be two combinations with one name. */
function checkEntries(group: Group): void {
  const lists = Object.values(group);
  const entries = Array.from({ length: lengthOf(group) }, (_, k) => lists.map((list) => list[k] as Value));
  const seen = new Set<string>();
  const again = entries.map((entry) => JSON.stringify(entry)).find((text) => seen.size === seen.add(text).size);
  if (again === undefined) return;
  throw new InputError(
    `${Object.keys(group).join(", ")} must have no entry twice, but has ${show(JSON.parse(again))} again; remove it`,
  );
}

/**
 * Checks a plan and completes it.
 *
 * @param input what a plan file holds
 * @returns the plan, ranges as lists; parsing it again returns it unchanged. Its runs are checked when they are made (`trialsOf`)
 * @throws InputError, one sentence
 * Source: ours.
 * @example
 * parsePlan({ base: { preset: "tiny" }, axes: { batchSize: [2, 3] }, seeds: "1-3" }).seeds // => [1, 2, 3]
 */
export function parsePlan(input: unknown): Plan {
  const parsed = planSchema.safeParse(input);
  if (!parsed.success) throw explain(parsed.error, input, "the plan");
  const { axes = {}, zip = [], seeds, method, stop = {}, record = [], until } = parsed.data;
  const base = parsed.data.base as Plan["base"];
  if ("seed" in base) {
    throw new InputError(`base.seed must be absent, but is ${show(base.seed)}; the plan's seeds are its seeds`);
  }
  const { $schema: _, ...own } = base;
  const { preset, ...rest } = own;
  const known = typeof preset === "string" && Object.hasOwn(PRESETS, preset) && rest.setting === undefined;
  const crossed = groupOf(axes, "axes");
  const zipped = zip.map((group, k) => groupOf(group, `zip[${k}]`));
  checkGroups(crossed, zipped);
  const chosen = parseSeeds(seeds, "seeds");
  const runs = pointCount({ axes: crossed, zip: zipped }) * chosen.length;
  if (runs > MOST_RUNS) {
    throw new InputError(`a plan must have at most ${MOST_RUNS} runs, but has ${runs}; make several plans of it`);
  }
  return {
    // A preset is written out, so that axes may change its numbers.
    base: known ? { setting: PRESETS[preset]?.setting, ...rest } : own,
    axes: crossed,
    zip: zipped,
    seeds: chosen,
    method,
    stop,
    record: RECORDED.map(({ name }) => name).filter((name) => record.includes(name)),
    ...(until && { until }),
  };
}

/** The columns that a plan varies. */
export const namesVaried = (plan: Pick<Plan, "axes" | "zip">): string[] => dimensionsOf(plan).flatMap(Object.keys);

/** How many combinations a plan has. */
export const pointCount = (plan: Pick<Plan, "axes" | "zip">): number =>
  dimensionsOf(plan).reduce((count, group) => count * lengthOf(group), 1);

/**
 * The values of one combination.
 *
 * @param plan a checked plan
 * @param index from 0 to `pointCount` - 1; the last group changes fastest
 * @returns values by column
 */
export function pointAt(plan: Plan, index: number): Record<string, Value> {
  const values: Record<string, Value> = {};
  let rest = index;
  for (const group of dimensionsOf(plan).reverse()) {
    const length = lengthOf(group);
    for (const [name, list] of Object.entries(group)) values[name] = list[rest % length] as Value;
    rest = Math.floor(rest / length);
  }
  return values;
}

/** How a run file is checked, where that is not as of `simulate`. */
const PARSERS: { readonly [L in TrialJob["level"]]?: (file: unknown) => TrialJob["run"] } = {
  dynamics: parseDynamics,
  trainer: parseTrainerRun,
};

/** Refuses to vary what has no place in the base. */
function mustHavePlace(file: unknown, { name, path }: Entry): void {
  const parent = path.slice(0, -1);
  if (typeof path.at(-1) === "number" && !Array.isArray(valueAt(file, parent))) {
    throw new InputError(`base.optimizer.betas must be given where ${name} is varied, but is missing; add it`);
  }
  const data = valueAt(file, DATA);
  if (parent.join() !== DATA.join() || isImages(data)) return;
  const given = data === undefined ? "is missing" : `is ${show(data)}`;
  throw new InputError(
    `base.setting.data must be images where ${name} is varied, but ${given}; name their files, or vary something else`,
  );
}

/** A copy of an object with one entry replaced. */
function replaced(object: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(object)) return object.with(key as number, replaced(object[key as number], rest, value));
  const fields = (object ?? {}) as Record<string, unknown>;
  return { ...fields, [key]: replaced(fields[key], rest, value) };
}

/**
 * The job of one combination, for the first seed.
 *
 * @param plan a checked plan
 * @param index of the combination
 * @returns a job with a checked run
 * @throws InputError that names the combination
 */
export function jobAt(plan: Plan, index: number): TrialJob {
  const values = pointAt(plan, index);
  try {
    let file: unknown = { ...plan.base, seed: plan.seeds[0] };
    for (const [name, value] of Object.entries(values)) {
      const column = AXES.get(name) as Entry;
      mustHavePlace(file, column);
      file = replaced(file, column.path, column.list ? listOfText(column.list, String(value)) : value);
    }
    const run = PARSERS[plan.method]?.(file) ?? parseRun(file);
    return { kind: "trial", run, level: plan.method, stop: plan.stop, record: plan.record };
  } catch (error) {
    const where = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
    if (!(error instanceof InputError) || where.length === 0) throw error;
    throw new InputError(`${error.message} (in the plan at ${where.join(", ")})`);
  }
}
