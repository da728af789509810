import type { CertifiedMoment } from "../../../src/certified/moment.ts";
import { neg } from "../../../src/interval/add.ts";
import { abs } from "../../../src/interval/arithmetic.ts";
import type { Interval } from "../../../src/interval/interval.ts";
import { max, min } from "../../../src/interval/minMax.ts";
import type { CertifiedPath } from "../../checks/certifiedPaths.ts";

/** Whether all are so: surely, surely not, or undefined where it is not known. */
export function every(answers: Iterable<boolean | undefined>): boolean | undefined {
  let known: boolean | undefined = true;
  for (const answer of answers) {
    if (answer === false) return false;
    if (answer === undefined) known = undefined;
  }
  return known;
}

/** x <= y of all numbers of two enclosures, of none, or undefined. */
export const atMost = (x: Interval, y: Interval): boolean | undefined => {
  if (x.hi <= y.lo) return true;
  return x.lo > y.hi ? false : undefined;
};

export const largest = (all: readonly Interval[]): Interval => all.reduce((x, y) => max(x, y));
const smallest = (all: readonly Interval[]): Interval => all.reduce((x, y) => min(x, y));

/** L_j = max_r <w_{j,r}, j v> of class +1 and of class -1. */
export const featuresOf = ({ featureLearning }: CertifiedMoment): readonly [Interval, Interval] => [
  featureLearning["+1"],
  featureLearning["-1"],
];

/** j w[1] of every neuron, class +1 first. */
export const pushes = ({ signal: [plus = [], minus = []] }: CertifiedMoment): readonly Interval[] => [
  ...plus,
  ...minus.map(neg),
];

/** <w_{y_i,r}, xi_i> of every example i and every neuron r of its class. */
export const responsesOf = ({ problem }: CertifiedPath, { noise }: CertifiedMoment): readonly (readonly Interval[])[] =>
  noise.map((lanes, i) => lanes[problem.start.examples.labels[i] === 1 ? 0 : 1] as readonly Interval[]);

/** The largest response of any example, of the neurons of its class. */
export const largestResponse = (path: CertifiedPath, moment: CertifiedMoment): Interval =>
  largest(responsesOf(path, moment).flat());

/** The largest response of the example that is memorized least. */
export const leastMemorized = (path: CertifiedPath, moment: CertifiedMoment): Interval =>
  smallest(responsesOf(path, moment).map(largest));

/** The largest size among signals, and among responses of all neurons. */
export const sizesOf = ({
  signal,
  noise,
}: CertifiedMoment): { readonly signal: Interval; readonly noise: Interval } => ({
  signal: largest(signal.flat().map(abs)),
  noise: largest(noise.flat(2).map(abs)),
});
