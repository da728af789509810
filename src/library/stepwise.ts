import { LEVELS, type Level } from "../../proofs-check/claim.ts";
import { type Observation, observe as observing } from "../../proofs-check/observe.ts";
import { comparison } from "../dynamics/compare.ts";
import { dynamics } from "../dynamics/dynamics.ts";
import { parseComparison, parseDynamics } from "../dynamics/run.ts";
import { mustBe } from "../setting/mustBe.ts";
import { advice } from "../setting/nearest.ts";
import * as z from "../setting/zod.ts";
import { finish } from "../sim/follow.ts";
import { parseRun } from "../sim/run.ts";
import type { RunFile } from "../sim/runFile.ts";
import { simulation } from "../sim/simulate.ts";
import { DYNAMICS_KEPT, type DynamicsOptions, type DynamicsSpec } from "./dynamics.ts";
import { checked } from "./options.ts";
import { SIMULATE_KEPT, type SimulateOptions } from "./simulate.ts";

const simulateSchema = z.strictObject(SIMULATE_KEPT);
const dynamicsSchema = z.strictObject(DYNAMICS_KEPT);
const MOMENTS = ["step", "record"];

function observe(spec: DynamicsSpec, level: Level = 1, every: "step" | "record" = "step"): Observation {
  mustBe(LEVELS.includes(level), "level", "0, 1 or 2", level, "correct it");
  mustBe(MOMENTS.includes(every), "every", '"step" or "record"', every, advice(every, MOMENTS));
  return observing(parseDynamics(spec), level, every);
}

type Kept<T> = Omit<T, "signal" | "onProgress" | "checkpoint" | "engine" | "threads">;

/**
 * The same trainings step by step, in this thread: for a loop of one's own, or a claim, where nothing may wait.
 *
 * `simulate`, `dynamics` and `compare` give generators: each `next()` trains to the next record and yields the share done, `next(true)` stops,
 * and the value at the end is the result. `finish` runs one to its end. `observe` shows the coefficients of every neuron, step by step or
 * record by record, at level 0 (the network), 1 (exact) or 2 (the papers' signs).
 *
 * Source: ours.
 * @example
 * const legs = stepwise.dynamics({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3, testSize: 100 })
 * stepwise.finish(legs).final.epoch // => 3
 */
export const stepwise = {
  /** The network, every weight: as `simulate`, of which each `next()` trains to the next record. */
  simulate: (spec: RunFile, options: Kept<SimulateOptions> = {}) =>
    simulation(parseRun(spec), checked(simulateSchema, options, "simulate's options")),
  /** In coefficients: as `dynamics`. */
  dynamics: (spec: DynamicsSpec, options: Kept<DynamicsOptions> = {}) =>
    dynamics(parseDynamics(spec), checked(dynamicsSchema, options, "dynamics's options")),
  /** Three levels: as `compare`. */
  compare: (spec: DynamicsSpec) => comparison(parseComparison(spec)),
  /** The coefficients of every neuron, step by step or record by record, at level 0, 1 or 2. */
  observe,
  /** Runs one of these to its end; its result. */
  finish,
};
