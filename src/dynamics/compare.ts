import { drawStart, startFromFile } from "../data/start.ts";
import { largestSize } from "../numeric/largestSize.ts";
import { loadOf, type Origin } from "../optimizers/origin.ts";
import { featureLearning } from "../sim/featureLearning.ts";
import { follow } from "../sim/follow.ts";
import { measure } from "../sim/metrics.ts";
import type { Divergence, PerClass } from "../sim/trajectory.ts";
import { startFull } from "./activeSet.ts";
import { notFinite, seenThrough } from "./dynamics.ts";
import { problemOf } from "./problem.ts";
import type { Coefficients, Problem } from "./recurrence.ts";
import { type Reduction, reduceTo } from "./reduce.ts";
import type { DynamicsRun } from "./run.ts";
import { sign } from "./sign.ts";

/** The largest deviation of any coefficient from the full simulation, absolute, and the largest coefficient it is to be seen against; of images noise is every patch. */
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
  config: DynamicsRun;
  /** The file that an optimizer of the user's own comes from. */
  load?: Origin;
  /** With method "auto": why no stronger one, each with the condition that failed. */
  level1: { method: string; unmet?: Reduction["unmet"] };
  /** Why the sign recurrence does not apply, where it does not. */
  level2: { unmet?: string };
  history: Compared[];
  /** First recorded epoch at which max_r <w_{j,r}, jv> of the sign recurrence has another sign than that of the network; null if none. */
  wrongSign?: PerClass<number | null>;
  /** Present where a number of any level left the finite ones. */
  diverged?: Divergence;
  /** Present where it was stopped from outside before its end. */
  interrupted?: boolean;
}

/** The comparison judges no fresh examples. */
const NO_TEST = { testError: 0 };

const distance = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, k) => Math.max(most, Math.abs(value - (b[k] as number))), 0);

const deviation = (a: Coefficients, b: Coefficients): Deviation => ({
  signal: distance(a.signal, b.signal),
  noise: Math.max(distance(a.noise, b.noise), a.shown && b.shown ? distance(a.shown.first, b.shown.first) : 0),
});

/** The start with all its coordinates. */
const denseStart = ({ start, setting, seed }: DynamicsRun, { network }: Problem) =>
  start ? startFromFile(start) : drawStart(setting, network, seed);

/**
 * Trains at levels 0, 1 and 2 from the same start over the same batches, and compares their coefficients.
 *
 * max |u - u_0|, max |x_i - x_i,0| over neurons and examples, at every recorded moment
 *
 * @param run a checked run (`parseComparison`); its method is that of level 1
 * @returns a generator: yields the share done after every leg; its value is the comparison
 * @throws InputError if the method's conditions do not hold on the start, or the start is not finite
 * Source: ours.
 */
export function* comparison(run: DynamicsRun): Generator<number, Comparison, boolean | undefined> {
  const problem = problemOf(run);
  const { method, unmet } = reduceTo(run.method, problem);
  const noSign = sign.unmet(problem);
  const dense = startFull({ ...problem, start: denseStart(run, problem) });
  const others = [method.start(problem), ...(noSign === undefined ? [sign.start(problem)] : [])];
  const levels = [dense, ...others];
  const history: Compared[] = [];
  const wrong: PerClass<number | null> = { "+1": null, "-1": null };
  let read: Coefficients[] = [];
  const { diverged, interrupted } = yield* follow(run, {
    get step() {
      return Math.min(...levels.map((level) => level.step));
    },
    run: (batches) => levels.map((level) => level.run(batches)).every(Boolean),
    measure() {
      read = levels.map((level) => level.coefficients());
      return measure(seenThrough(problem, read[0] as Coefficients), NO_TEST);
    },
    notFinite: () => read.map(notFinite).find((name) => name !== undefined),
    onRecord({ epoch, step, featureLearning: learnt }) {
      const [network, exact, signs] = read as [Coefficients, Coefficients, Coefficients?];
      const size = {
        signal: largestSize(network.signal),
        noise: Math.max(largestSize(network.noise), network.shown ? largestSize(network.shown.first) : 0),
      };
      const level2 = signs && deviation(signs, network);
      history.push({ epoch, step, size, level1: deviation(exact, network), ...(level2 && { level2 }) });
      if (!signs) return;
      const bySigns = featureLearning(problem.network.neurons, signs.signal);
      for (const j of ["+1", "-1"] as const) {
        if (Math.sign(bySigns[j]) !== Math.sign(learnt[j])) wrong[j] ??= epoch;
      }
    },
  });
  return {
    config: run,
    ...loadOf(run.optimizer.name),
    level1: { method: method.name, ...(unmet && { unmet }) },
    level2: noSign === undefined ? {} : { unmet: noSign },
    history,
    ...(noSign === undefined && { wrongSign: wrong }),
    ...(diverged && { diverged }),
    ...(interrupted && { interrupted }),
  };
}
