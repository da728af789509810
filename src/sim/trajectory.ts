import type { NestedWeights } from "../data/weights.ts";

/** One number a class; null where the class has no training example. */
export interface PerClass<T = number> {
  "+1": T;
  "-1": T;
}

/** What 5%, half and 95% of the fresh examples stay at or below. */
export interface FreshNoise {
  low: PerClass;
  median: PerClass;
  high: PerClass;
}

/** The metrics of one moment ([T25] App. D). */
export interface Metrics {
  trainLoss: number;
  trainError: number;
  testError: number;
  /** max_r <w_{j,r}, j v> */
  featureLearning: PerClass;
  /** min and max over the training examples i of class j of max_r <w_{j,r}, xi_i> */
  noiseMemorization: { min: PerClass<number | null>; max: PerClass<number | null> };
  /** Quantiles over fresh examples of max_r <w_{j,r}, xi>; absent in results of earlier versions, and where none were drawn. */
  freshNoise?: FreshNoise;
}

/** Metrics with their moment. `epoch` counts passes over the training set: examples seen / n. */
export interface Moment extends Metrics {
  epoch: number;
  step: number;
  /** By name, where a user has defined some (`defineMetric`). */
  metrics?: Readonly<Record<string, number>>;
}

/** A moment of a training of which nobody here has seen the weights: coefficients may be missing. */
export type OutsideMoment = Omit<Moment, "featureLearning" | "noiseMemorization"> &
  Partial<Pick<Moment, "featureLearning" | "noiseMemorization">>;

/** Why a run stopped early: the first number that was not finite. */
export interface Divergence {
  step: number;
  epoch: number;
  metric: string;
  advice: string;
}

/** What a run of any level gives: the moments recorded, the last of them also as `final`. */
export interface Trajectory {
  engine: { name: string; version: string };
  history: Moment[];
  final: Moment & { weights?: NestedWeights };
  diverged?: Divergence;
  /** Present where the run was stopped from outside before its end. */
  interrupted?: boolean;
}
