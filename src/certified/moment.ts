import { neg } from "../interval/add.ts";
import { quotientDown, quotientUp } from "../interval/directed.ts";
import type { Enclosures } from "../interval/enclosures.ts";
import type { Interval } from "../interval/interval.ts";
import { max, min } from "../interval/minMax.ts";
import type { PerClass } from "../sim/trajectory.ts";
import type { CertifiedTraining } from "./training.ts";

/** A moment of a certified training: every number an interval of doubles, rounded outward, that holds the real one. */
export interface CertifiedMoment {
  readonly epoch: number;
  readonly step: number;
  /** Share of the training examples whose margin is not above 0. */
  readonly trainError: Interval;
  /** max_r <w_{j,r}, j v> */
  readonly featureLearning: PerClass<Interval>;
  /** min and max over the training examples i of class j of max_r <w_{j,r}, xi_i>; null where there are none */
  readonly noiseMemorization: { readonly min: PerClass<Interval | null>; readonly max: PerClass<Interval | null> };
  /** Of every training example. */
  readonly margins: readonly Interval[];
  /** <w_{j,r}, v>, [2][m], class +1 first */
  readonly signal: readonly (readonly Interval[])[];
  /** <w_{j,r}, xi_i>, [n][2][m] */
  readonly noise: readonly (readonly (readonly Interval[])[])[];
}

const split = (lanes: readonly Interval[]): Interval[][] => {
  const neurons = lanes.length / 2;
  return [lanes.slice(0, neurons), lanes.slice(neurons)];
};

const most = (all: readonly Interval[]): Interval => all.reduce((x, y) => max(x, y));

function perClass<T>(of: (side: 0 | 1) => T): PerClass<T> {
  return { "+1": of(0), "-1": of(1) };
}

/**
 * What is known of a training at a moment.
 *
 * @param training at the moment
 * @param labels of the training examples
 * @param epoch examples seen / n
 * @param enclosures what the training's numbers are
 * @returns the moment, in doubles
 * Source: ours; the metrics of [T25] App. D.
 */
export function certifiedMoment<T>(
  training: CertifiedTraining<T>,
  labels: ArrayLike<number>,
  epoch: number,
  { bounds }: Enclosures<T>,
): CertifiedMoment {
  const looks = Array.from(labels, (_, i) => training.look(i));
  const margins = looks.map(({ margin }) => bounds(margin));
  const signal = split(training.signal().map(bounds));
  const noise = looks.map((look) => split(look.noise.map(bounds)));
  const count = margins.length;
  const wrong = margins.filter(({ hi }) => hi <= 0).length;
  const open = margins.filter(({ lo }) => !(lo > 0)).length;
  const heard = (side: 0 | 1) =>
    noise.flatMap((own, i) => ((labels[i] === 1 ? 0 : 1) === side ? [most(own[side] as Interval[])] : []));
  const among = (side: 0 | 1, of: (x: Interval, y: Interval) => Interval): Interval | null => {
    const all = heard(side);
    return all.length === 0 ? null : all.reduce((x, y) => of(x, y));
  };
  return {
    ...{ epoch, step: training.step },
    trainError: { lo: quotientDown(wrong, count), hi: quotientUp(open, count) },
    featureLearning: perClass((side) => most((signal[side] as Interval[]).map((u) => (side === 0 ? u : neg(u))))),
    noiseMemorization: { min: perClass((side) => among(side, min)), max: perClass((side) => among(side, max)) },
    ...{ margins, signal, noise },
  };
}
