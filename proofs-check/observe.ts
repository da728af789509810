import { drawStart, startFromFile } from "../src/data/start.ts";
import { startFull } from "../src/dynamics/activeSet.ts";
import { problemOf } from "../src/dynamics/problem.ts";
import type { Coefficients, Problem, Recurrence } from "../src/dynamics/recurrence.ts";
import { reduceTo } from "../src/dynamics/reduce.ts";
import type { DynamicsRun } from "../src/dynamics/run.ts";
import { schedule } from "../src/sim/schedule.ts";
import type { Level } from "./claim.ts";

/** A training as inner products, lane by lane: class +1 first. */
export interface Observed extends Coefficients {
  readonly step: number;
  /** Examples seen / n. */
  readonly epoch: number;
}

/** What is told of a training before it begins. */
export interface Observation {
  readonly problem: Problem;
  readonly recurrence: Recurrence;
  /** Moments as they come: the start, then after every step or every record of the schedule. */
  readonly moments: Generator<Observed>;
}

const dense = ({ start, setting, seed }: DynamicsRun, { network }: Problem) =>
  start ? startFromFile(start) : drawStart(setting, network, seed);

function startAt(run: DynamicsRun, problem: Problem, level: Level): Recurrence {
  if (level === 0) return startFull({ ...problem, start: dense(run, problem) });
  return reduceTo(level === 1 ? run.method : "sign", problem).method.start(problem);
}

/**
 * Trains at a level and shows the coefficients of every neuron on the way, which the metrics of a run sum up.
 *
 * u = <w_{j,r}, v>,  x_i = <w_{j,r}, xi_i>
 *
 * @param run a checked run (`parseDynamics`); `method` is that of level 1
 * @param level 0: all weights; 1: an exact recurrence; 2: the papers' sign recurrence
 * @param every "step" for a moment a step, "record" for one where the run records
 * @returns the problem, and the moments; taking no more of them stops the training. It ends where an output is not finite.
 * @throws InputError where the start does not meet the conditions of the level
 * Source: ours.
 */
export function observe(run: DynamicsRun, level: Level, every: "step" | "record" = "step"): Observation {
  const problem = problemOf(run);
  const recurrence = startAt(run, problem, level);
  function* moments(): Generator<Observed> {
    let seen = 0;
    const look = (): Observed => ({
      step: recurrence.step,
      epoch: seen / run.setting.n,
      ...recurrence.coefficients(),
    });
    yield look();
    for (const { batches, record } of schedule(run, 0, 1, every === "record")) {
      const { indices, offsets } = batches;
      const size = every === "step" ? 1 : offsets.length - 1;
      for (let first = 0; first + 1 < offsets.length; first += size) {
        const part = offsets.subarray(first, first + size + 1);
        if (!recurrence.run({ indices, offsets: part })) return;
        seen += (part[part.length - 1] as number) - (part[0] as number);
        if (every === "step" || record) yield look();
      }
    }
  }
  return { problem, recurrence, moments: moments() };
}
