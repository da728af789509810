import { availableParallelism } from "node:os";
import { type Diagram, diagram } from "../experiments/phase/diagram.ts";
import { phase as run } from "../experiments/phase/phase.ts";
import { type Plane, planeOf } from "../experiments/phase/plane.ts";
import { type AskedAxis, preparedPlan } from "../experiments/phase/prepared.ts";
import { knownEvents, USUAL_EVENT } from "../experiments/sweep/events.ts";
import { untilSchema } from "../experiments/sweep/until.ts";
import { inThreads } from "../experiments/threads.ts";
import { aboutPlane } from "../report/figures/phase/aboutPlane.ts";
import { integerBetween } from "../setting/fields.ts";
import { InputError, show } from "../setting/inputError.ts";
import * as z from "../setting/zod.ts";
import { parseRun } from "../sim/run.ts";
import { engineOf } from "./engineOf.ts";
import { INTEGERS, integersOf, SEEDS, type Seeds } from "./fields.ts";
import { jobThreads } from "./load/jobThreads.ts";
import { mustTravel } from "./load/mustTravel.ts";
import { anything, callback, checked, memberNamed, present, text } from "./options.ts";
import { optimizersIn, type PlanSpec, partsIn, planOf } from "./planOf.ts";
import { presetRun } from "./presetRun.ts";
import { RUNS, type SweepOptions } from "./sweep.ts";

/** An axis: a column's name, with its range where it is not the usual one. */
export type PhaseAxisSpec = string | { readonly name: string; readonly range: readonly [from: number, to: number] };

/** The plane of a diagram: a plan with two axes, or a preset and what differs from its usual run. */
export interface PhaseSpec {
  readonly plan?: PlanSpec | undefined;
  /** To the right, and up: weightDecay and batchSize unless given. */
  readonly x?: PhaseAxisSpec | undefined;
  readonly y?: PhaseAxisSpec | undefined;
  readonly preset?: string | undefined;
  readonly optimizer?: string | undefined;
  readonly lr?: number | undefined;
  readonly weightDecay?: number | undefined;
  readonly batchSize?: number | undefined;
  readonly epochs?: number | undefined;
  readonly seeds?: Seeds | undefined;
  /** Steps of the grid along x and y: [32, 16] unless given. */
  readonly steps?: number | readonly number[] | undefined;
}

/** What is asked of the plane, and how it is run. */
export interface PhaseOptions
  extends Pick<
    SweepOptions,
    "signal" | "onProgress" | "jobs" | "engine" | "timeout" | "checkpointEvery" | "retryFailed" | "onBegin" | "onFailed"
  > {
  /** "generalizes" unless given, "fits", "memorizes", "diverges", or one that `defineEvent` has defined. */
  readonly event?: string | undefined;
  /** The longest side that a cell may keep, in steps; every node is run with 1. */
  readonly coarse?: number | undefined;
  /**
   * Gives a node seeds one after the other, in their order, until it is decided whether the event has a share of at least 1/2; the chance of a wrong
   * decision that is allowed, in (0, 0.5). All seeds are run unless given.
   */
  readonly error?: number | undefined;
  /** The folder where runs are kept; "phase" unless given. */
  readonly out?: string | undefined;
  /** Told before each stage how many nodes are looked at, and how many of them wait for runs. */
  readonly onRound?: ((round: { readonly nodes: number; readonly missing: number }) => void) | undefined;
}

/** A diagram, and how its runs stand. */
export interface PhaseResult {
  readonly diagram: Diagram;
  /** What does not vary in it. */
  readonly about: string;
  readonly finished: number;
  readonly failed: number;
  /** Runs that were left because the signal stopped the call; the diagram is complete where it is 0. */
  readonly left: number;
  readonly folder: string;
}

/** What a preset's diagram has, unless told otherwise: `small`, as in examples/. */
export const USUAL = { preset: "small", lr: 0.0005, epochs: 100, seeds: "1-5", steps: [32, 16] } as const;
/** Enough for most nodes to be decided. */
export const SEEDS_UNTIL = "1-20";
const TEST_SIZE = 2000;
/** Steps along an axis, at most. */
export const MOST_STEPS = 4096;

const AXIS = z
  .custom<PhaseAxisSpec>(
    (value) =>
      typeof value === "string" ||
      (typeof value === "object" && value !== null && typeof (value as { name?: unknown }).name === "string"),
    { error: "must be a column's name, or { name, range: [from, to] }" },
  )
  .optional();

const specSchema = z.strictObject({
  plan: anything<PlanSpec>(),
  x: AXIS,
  y: AXIS,
  preset: text(),
  optimizer: text(),
  lr: anything<number>(),
  weightDecay: anything<number>(),
  batchSize: anything<number>(),
  epochs: INTEGERS,
  seeds: SEEDS,
  steps: INTEGERS,
});

const schema = z.strictObject({
  ...RUNS,
  event: text(),
  coarse: integerBetween(1, MOST_STEPS, "longest side of a cell", "steps").optional(),
  error: untilSchema.shape.error.optional(),
  onRound: callback<NonNullable<PhaseOptions["onRound"]>>(),
});

const nameOf = (axis: PhaseAxisSpec | undefined) => (typeof axis === "string" ? axis : axis?.name);

function axisOf(axis: PhaseAxisSpec, steps: number): AskedAxis {
  if (typeof axis === "string") return { name: axis, steps };
  const { name, range } = axis;
  const wrong = [range].flat().find((end) => !(typeof end === "number" && end > 0 && end < Infinity));
  if (wrong !== undefined || range?.length !== 2) {
    throw new InputError(
      `the range of axis ${show(name)} must be two finite numbers > 0, but is ${show(range)}; correct it or leave it out`,
    );
  }
  return { name, steps, range };
}

function prepared({ x = "weightDecay", y = "batchSize", steps = USUAL.steps, ...spec }: PhaseSpec): Plane {
  const counts = [steps].flat() as number[];
  for (const count of counts) integersOf("steps", count, 1, MOST_STEPS);
  if (counts.length > 2 || counts.length === 0)
    throw new InputError(`steps must be one number or two, but is ${show(steps)}; correct it`);
  const asked = [axisOf(x, counts[0] as number), axisOf(y, counts.at(-1) as number)] as const;
  if (asked[0].name === asked[1].name) {
    throw new InputError(
      `x and y must be two columns, but both are ${show(asked[0].name)} (unless given, x is weightDecay and y batchSize); name another`,
    );
  }
  const [epochs] = integersOf("epochs", spec.epochs ?? USUAL.epochs, 1) as [number];
  const { seeds = USUAL.seeds, ...ofPreset } = spec;
  const { preset = USUAL.preset, lr = USUAL.lr } = ofPreset;
  // Events are of the end: between two records nothing is measured.
  const given = { ...presetRun({ ...ofPreset, preset, lr, epochs }), testSize: TEST_SIZE, recordEvery: epochs };
  // Written out, so that an axis may change one of the betas.
  const base = { ...given, optimizer: parseRun(given).optimizer };
  return planeOf(preparedPlan(base, asked, String(seeds)), asked[0].name, asked[1].name);
}

/** The plane of a plan, or prepared from a preset. */
function planeFrom({ plan, x, y, ...ofPreset }: PhaseSpec): Plane {
  if (plan === undefined) return prepared({ ...present({ x, y }), ...ofPreset });
  const [extra] = Object.entries(ofPreset).find(([, value]) => value !== undefined) ?? [];
  if (extra !== undefined) {
    throw new InputError(`${extra} must stand alone, but the plan already says it; change the plan or leave it out`);
  }
  return planeOf(planOf(plan), nameOf(x), nameOf(y));
}

/** The plane, with what ends the seeds of its plan, and the event. */
function asked(spec: PhaseSpec, { event: name, error }: PhaseOptions) {
  const seeds = error === undefined || spec.plan !== undefined ? {} : { seeds: SEEDS_UNTIL };
  const plane = planeFrom({ ...seeds, ...spec });
  const { until } = plane.plan;
  if (until && ((name ?? until.event) !== until.event || (error ?? until.error) !== until.error)) {
    throw new InputError(
      `event and error must be those that end the plan's seeds, ${show(until)}, but are ${show({ event: name, error })}; leave them out`,
    );
  }
  const event = memberNamed("event", knownEvents(), name ?? until?.event ?? USUAL_EVENT);
  if (error === undefined) return { plane, event };
  return { plane: { ...plane, plan: { ...plane.plan, until: { event: event.name, error } } }, event };
}

/** Five nodes and more along the longer side are looked at whatever they say. */
const usualCoarse = ({ x, y }: Plane) =>
  Math.max(1, Math.min(8, Math.floor((Math.max(x.values.length, y.values.length) - 1) / 4)));

/**
 * Where on a logarithmic grid of two numbers at least half of the seeds show an event, refined along the boundary, with thresholds of weight
 * decay and published runs.
 *
 * @param spec a plan with two axes, or a preset; x, y, seeds, steps
 * @param options event, error, coarse, out, jobs, signal, onProgress
 * @returns the diagram as plain data; `figure("phase", { from: result.folder })` draws it
 * @throws InputError, one sentence; what has finished is kept in the folder, and the same call goes on
 * Source: ours. Shown in examples/own-optimizer.mjs.
 */
export async function phase(spec: PhaseSpec = {}, options: PhaseOptions = {}): Promise<PhaseResult> {
  const given = checked(schema, options, "phase's options") as PhaseOptions;
  const { plane, event } = asked(checked(specSchema, spec, "phase's spec") as PhaseSpec, given);
  const {
    out: folder = "phase",
    jobs = availableParallelism(),
    coarse = usualCoarse(plane),
    retryFailed = false,
  } = given;
  const { signal, onProgress, onBegin, onRound, onFailed, timeout, checkpointEvery } = given;
  mustTravel(optimizersIn(plane.plan), partsIn(plane.plan));
  const found = await run({
    ...{ plane, event, coarse, folder, engine: await engineOf(given.engine), workers: jobs, retryFailed },
    execute: inThreads(jobThreads()),
    ...present({ signal, onProgress, onBegin, onRound, timeout, checkpointEvery }),
    onFailed: (job, reason) => onFailed?.(job, reason, plane.plan),
  } as Parameters<typeof run>[0]);
  const { finished, failed, left } = found;
  return { diagram: diagram(plane, event, found), about: aboutPlane(plane), finished, failed, left, folder };
}
