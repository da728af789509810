import { integerPower } from "../../../src/numeric/integerPower.ts";
import { featureLearning } from "../../../src/sim/featureLearning.ts";
import { mean } from "../../../src/statistics/mean.ts";
import type { Level } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { type Observed, observe } from "../../observe.ts";
import { keeping } from "../kept.ts";

/** A training as its records show it. */
export interface Sight {
  /** [n] */
  readonly labels: Int8Array;
  /** m */
  readonly neurons: number;
  /** The start, then every record. */
  readonly moments: readonly Observed[];
}

/** Trainings kept: each has all its moments. */
const KEPT = 256;

/**
 * Trains, and keeps what the records show.
 *
 * @param input a run file
 * @param level to follow
 * @returns the training; asked again for the same one, the same object
 * Source: ours.
 */
export const sightOf = keeping(KEPT, (input: RunInput, level: Level): Sight => {
  const { problem, moments } = observe(runOf(input), level, "record");
  return {
    labels: problem.start.examples.labels,
    neurons: problem.network.neurons,
    moments: Array.from(moments),
  };
});

const meanOf = (values: readonly number[]) => (values.length === 0 ? null : mean(values));

/** Record number `at`, from the end where negative. */
const momentAt = ({ moments }: Sight, at: number) => moments.at(at) as Observed;

/** j of a lane: class +1 first. */
const sideOf = (lane: number, neurons: number) => (lane < neurons ? 1 : -1);

/** max_r <w_{j,r}, j v> of the two classes, +1 first. */
export function features(sight: Sight, at = -1): readonly [number, number] {
  const { neurons } = sight;
  const { "+1": first, "-1": second } = featureLearning(neurons, momentAt(sight, at).signal);
  return [first, second];
}

/** <w_{j,r}, j v> of every neuron, lane by lane. */
export const neurons = (sight: Sight, at = -1): readonly number[] =>
  Array.from(momentAt(sight, at).signal, (u, lane) => sideOf(lane, sight.neurons) * u);

/** max_r <w_{j,r}, xi_i> of every example, j = y_i unless "other class", where it is -y_i. */
export function memories(sight: Sight, at = -1, of: "own class" | "other class" = "own class"): readonly number[] {
  const { neurons, labels } = sight;
  const { noise } = momentAt(sight, at);
  const first = of === "own class" ? 1 : -1;
  return Array.from(labels, (y, i) => {
    const lane = (2 * i + (y === first ? 0 : 1)) * neurons;
    return Math.max(...noise.subarray(lane, lane + neurons));
  });
}

/** The largest <w_{j,r}, xi_i> of all: over j = y_i, over j = -y_i, or over both classes. */
export const largestResponse = (sight: Sight, of: "own class" | "other class" | "both classes", at = -1): number =>
  of === "both classes"
    ? momentAt(sight, at).noise.reduce((a, b) => Math.max(a, b))
    : Math.max(...memories(sight, at, of));

const activated = (x: number, q: number) => (x > 0 ? integerPower(x, q) : 0);

/** What the feature alone gives each class: sum_r sigma(<w_{j,r}, j v>), +1 first. */
export function featureOutputs(sight: Sight, q: number, at = -1): readonly [number, number] {
  const { neurons } = sight;
  const outputs: [number, number] = [0, 0];
  momentAt(sight, at).signal.forEach((u, lane) => {
    const side = sideOf(lane, neurons);
    outputs[side === 1 ? 0 : 1] += activated(side * u, q);
  });
  return outputs;
}

/** F_{y_i} - F_{-y_i} of every example. */
export function margins(sight: Sight, q: number, at = -1): readonly number[] {
  const { neurons, labels } = sight;
  const { signal, noise } = momentAt(sight, at);
  return Array.from(labels, (y, i) =>
    signal.reduce((sum, u, lane) => {
      const output = activated(y * u, q) + activated(noise[2 * neurons * i + lane] as number, q);
      return sum + y * sideOf(lane, neurons) * output;
    }, 0),
  );
}

/** How far below 0 the feature of the class that flipped furthest is: -min_j max_r <w_{j,r}, j v>; null where none has flipped. */
export function flipped(sight: Sight, at = -1): number | null {
  const least = Math.min(...features(sight, at));
  return least < 0 ? -least : null;
}

/** The mean of `memories`. */
export const memorized = (sight: Sight, at = -1): number | null => meanOf(memories(sight, at));

const perEpoch = (sight: Sight, from: number, to: number, value: (moment: Observed) => number) => {
  const [first, last] = [momentAt(sight, from), momentAt(sight, to)];
  return (value(last) - value(first)) / (last.epoch - first.epoch);
};

/** Growth of <w_{j,r}, j v> per epoch between two records: one number a neuron with j w[1] > 0 at the start. */
export function featureGrowths(sight: Sight, from = 0, to = -1): readonly number[] {
  const { neurons } = sight;
  const start = momentAt(sight, 0).signal;
  return Array.from(start, (_, lane) => lane)
    .filter((lane) => sideOf(lane, neurons) * (start[lane] as number) > 0)
    .map((lane) => sideOf(lane, neurons) * perEpoch(sight, from, to, ({ signal }) => signal[lane] as number));
}

/** Growth of <w_{y_i,r}, xi_i> per epoch between two records: one number a pair that is positive at the start. */
export function noiseGrowths(sight: Sight, from = 0, to = -1): readonly number[] {
  const { neurons, labels } = sight;
  const start = momentAt(sight, 0).noise;
  return Array.from(start, (_, at) => at)
    .filter((at) => sideOf(at % (2 * neurons), neurons) === labels[Math.floor(at / (2 * neurons))])
    .filter((at) => (start[at] as number) > 0)
    .map((at) => perEpoch(sight, from, to, ({ noise }) => noise[at] as number));
}

/** Means of the growths, in units of weights and of patches an epoch. */
export const featureGrowth = (...from: Parameters<typeof featureGrowths>): number | null =>
  meanOf(featureGrowths(...from));
export const noiseGrowth = (...from: Parameters<typeof noiseGrowths>): number | null => meanOf(noiseGrowths(...from));
