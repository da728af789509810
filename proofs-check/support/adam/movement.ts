import { featureLearning } from "../../../src/sim/featureLearning.ts";
import { mean } from "../../../src/statistics/mean.ts";
import type { Level } from "../../claim.ts";
import type { RunInput } from "../../meeting.ts";
import type { Observed } from "../../observe.ts";
import { type Sight, sightOf } from "../evidence/sight.ts";

/** What tells a lane's class, and an example's. */
type Classes = Pick<Sight, "labels" | "neurons">;

/** The lanes of a class: the first and how many. */
const lanesOf = (neurons: number, label: number) => (label === 1 ? 0 : neurons);

/**
 * The neuron of an example's class that responds to its noise most.
 *
 * argmax_r <w_{y_i,r}, xi_i>
 *
 * @param classes of the training
 * @param moment its coefficients
 * @param i an example
 * @returns its lane, and x_i there
 */
export function memorizer({ labels, neurons }: Classes, { noise, signal }: Observed, i: number) {
  const first = lanesOf(neurons, labels[i] as number);
  let [lane, x] = [first, Number.NEGATIVE_INFINITY];
  for (let r = first; r < first + neurons; r++) {
    const value = noise[i * signal.length + r] as number;
    if (value > x) [lane, x] = [r, value];
  }
  return { lane, x };
}

/**
 * The neuron of a class that has memorized most.
 *
 * argmax_r max_{y_i = j} <w_{j,r}, xi_i>
 *
 * @param classes of the training
 * @param moment its coefficients
 * @param label j
 * @returns its lane, and its largest response; -Infinity where the class has no example
 */
export function leader(classes: Classes, moment: Observed, label: 1 | -1) {
  const { labels, neurons } = classes;
  return Array.from(labels.keys())
    .filter((i) => labels[i] === label)
    .map((i) => memorizer(classes, moment, i))
    .reduce((best, next) => (next.x > best.x ? next : best), {
      ...{ lane: lanesOf(neurons, label), x: Number.NEGATIVE_INFINITY },
    });
}

/**
 * The coefficients at the start and at the end of a run.
 *
 * @param input a run; what lies between is not looked at
 * @param level of the training
 * @returns both, what tells of them, and the steps between; undefined where the run broke off
 */
export function ends(input: RunInput, level: Level) {
  const sight = sightOf({ ...input, recordEvery: input.epochs }, level);
  const [from, to] = sight.moments;
  return from && to && { sight, from, to, steps: to.step - from.step };
}

/**
 * How far a step moves the noise of the examples that respond at the start, in the mean over them and the run.
 *
 * mean over i with x_i(0) > 0 of (x_i(T) - x_i(0))/T at r = argmax_r <w_{y_i,r}(0), xi_i>
 *
 * @param input a run
 * @param level of the training
 * @returns a number; null where no example responds, or the run broke off
 * Source: the rate of [T25] Lemmas 5.1, 5.2.
 */
export function noisePerStep(input: RunInput, level: Level): number | null {
  const run = ends(input, level);
  if (!run) return null;
  const { sight, from, to, steps } = run;
  const moved: number[] = [];
  for (let i = 0; i < input.setting.n; i++) {
    const { lane, x } = memorizer(sight, from, i);
    if (x > 0) moved.push(((to.noise[i * to.signal.length + lane] as number) - x) / steps);
  }
  return moved.length > 0 ? mean(moved) : null;
}

/**
 * How far a step moves feature learning, in the mean over the classes and the run.
 *
 * (1/2) sum_j (max_r <w_{j,r}(T), jv> - max_r <w_{j,r}(0), jv>)/T
 *
 * @param input a run
 * @param level of the training
 * @returns a number; null where the run broke off
 * Source: the rate of [T25] Lemmas 5.1, 5.2.
 */
export function featurePerStep(input: RunInput, level: Level): number | null {
  const run = ends(input, level);
  if (!run) return null;
  const { from, to, steps } = run;
  const { m } = input.setting;
  const [before, after] = [featureLearning(m, from.signal), featureLearning(m, to.signal)];
  return (after["+1"] - before["+1"] + after["-1"] - before["-1"]) / (2 * steps);
}
