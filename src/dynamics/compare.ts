import { drawStart, startFromFile } from "../data/start.ts";
import type { Run } from "../sim/run.ts";
import { schedule } from "../sim/schedule.ts";
import type { PerClass } from "../sim/trajectory.ts";
import { startFull } from "./activeSet.ts";
import { problemOf } from "./dynamics.ts";
import type { Coefficients, Problem } from "./recurrence.ts";
import { type Reduction, reduce } from "./reduce.ts";
import { sign } from "./sign.ts";

/** The largest deviation of any coefficient from the full simulation, absolute, and the largest coefficient it is to be seen against. */
export interface Deviation {
  signal: number;
  noise: number;
}

/** What the comparison saw at one moment. */
export interface Compared {
  epoch: number;
  step: number;
  /** Largest |u| and largest |x_i| of the full simulation. */
  size: Deviation;
  /** Of the exact recurrence, and of the papers' sign recurrence where it applies. */
  level1: Deviation;
  level2?: Deviation;
}

/** Levels 0, 1 and 2 from one start, over one order of batches. */
export interface Comparison {
  config: Run;
  level1: { method: string; unmet: Reduction["unmet"] };
  /** Why the sign recurrence does not apply, where it does not. */
  level2: { unmet?: string };
  history: Compared[];
  /** First recorded epoch at which max_r <w_{j,r}, jv> of the sign recurrence has another sign than that of the network; null if none. */
  wrongSign?: PerClass<number | null>;
  /** Present where an output left the finite numbers: which level, after how many steps. */
  diverged?: { level: number; step: number };
  /** Present where it was stopped from outside before its end. */
  interrupted?: boolean;
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const distance = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, k) => Math.max(most, Math.abs(value - (b[k] as number))), 0);

const deviation = (a: Coefficients, b: Coefficients): Deviation => ({
  signal: distance(a.signal, b.signal),
  noise: distance(a.noise, b.noise),
});

/** The start with all its coordinates. */
const denseStart = ({ start, setting, seed }: Run, { network }: Problem) =>
  start ? startFromFile(start) : drawStart(setting, network, seed);

const featureSign = ({ signal }: Coefficients, j: 1 | -1): number => {
  const neurons = signal.length / 2;
  const own = j === 1 ? signal.subarray(0, neurons) : signal.subarray(neurons);
  return Math.sign(own.reduce((most, u) => Math.max(most, j * u), -Infinity));
};

/**
 * Trains at levels 0, 1 and 2 from the same start over the same batches, and compares their coefficients.
 *
 * max |u - u_0|, max |x_i - x_i,0| over neurons and examples, at every recorded moment
 *
 * @param run a checked run (`parseRun`)
 * @returns a generator: yields the share done after every leg; its value is the comparison
 * Source: ours.
 */
export function* comparison(run: Run): Generator<number, Comparison, boolean | undefined> {
  const problem = problemOf({ ...run, method: "auto" });
  const { method, unmet } = reduce(problem);
  const noSign = sign.unmet(problem);
  const dense = startFull(problem.network, run.optimizer, denseStart(run, problem));
  const others = [method.start(problem), ...(noSign === undefined ? [sign.start(problem)] : [])];
  const history: Compared[] = [];
  const wrong: PerClass<number | null> = { "+1": null, "-1": null };
  const record = (epoch: number): void => {
    const network = dense.coefficients();
    const [exact, signs] = others.map((level) => level.coefficients()) as [Coefficients, Coefficients?];
    const size = { signal: largest(network.signal), noise: largest(network.noise) };
    const moment = { epoch, step: dense.step, size, level1: deviation(exact, network) };
    history.push(signs ? { ...moment, level2: deviation(signs, network) } : moment);
    for (const [name, j] of [
      ["+1", 1],
      ["-1", -1],
    ] as const) {
      if (signs && featureSign(signs, j) !== featureSign(network, j)) wrong[name] ??= epoch;
    }
  };
  let seen = 0;
  let diverged: Comparison["diverged"];
  let interrupted = false;
  record(0);
  for (const leg of schedule(run)) {
    const before = dense.step;
    const finite = [dense, ...others].map((level) => level.run(leg.batches));
    const level = finite.indexOf(false);
    if (level !== -1) {
      diverged = { level, step: [dense, ...others][level]?.step as number };
      break;
    }
    seen += leg.batches.offsets[dense.step - before] as number;
    if (leg.record) record(seen / run.setting.n);
    interrupted = (yield leg.done) === true;
    if (interrupted) break;
  }
  return {
    config: run,
    level1: { method: method.name, unmet },
    level2: noSign === undefined ? {} : { unmet: noSign },
    history,
    ...(noSign === undefined && { wrongSign: wrong }),
    ...(diverged && { diverged }),
    ...(interrupted && { interrupted }),
  };
}
