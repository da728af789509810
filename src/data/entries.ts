/** The nonzero entries of a noise patch, coordinates ascending from 0, the feature coordinate (e_1 of the papers). */
export interface Entries {
  /** Doubles, since d may be anything up to 2^53 - 1. */
  readonly coordinates: Float64Array;
  readonly values: Float64Array;
}

/** What examples are drawn for: two independent sequences. */
export type ExamplePurpose = "trainExample" | "testExample";
