/** A letter of the problem and its values, ascending. */
export interface HeatAxis {
  readonly name: string;
  readonly about: string;
  readonly values: readonly number[];
}

/** Which cells are run, and how often: the whole of it, or a first look. */
export interface HeatGrid {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly replicates: number;
}

/** What a paper says of the place where an error passes a cut, row by row. */
export interface HeatClaim {
  /** As a formula. */
  readonly formula: string;
  /** column = C row^exponent on the boundary. */
  readonly exponent: number;
}

/** What the boundary of a published heat map is. */
export interface PublishedBoundary {
  readonly source: string;
  /** [row, column] of some of its rows. */
  readonly boundary: readonly (readonly [number, number])[];
  /** Fitted as ours is, over all its rows. */
  readonly exponent: number;
}

/** A study over a plane of two letters: an error at every cell, the boundary at which it passes a cut, and how that grows. */
export interface HeatMap {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly rows: Omit<HeatAxis, "values">;
  readonly columns: Omit<HeatAxis, "values">;
  readonly full: HeatGrid;
  readonly quick: HeatGrid;
  /** Fresh examples of a run. */
  readonly testSize: number;
  /** The test error at which a run counts as failed, against the labels seen. */
  readonly cut: number;
  /** "gram": by the Gram matrix of all patches, fresh examples by inner products; "network": every weight. */
  readonly level: "gram" | "network";
  readonly claimed?: HeatClaim;
  readonly published?: PublishedBoundary;
  /** What of a run is ours, a sentence each. */
  readonly readings: readonly string[];
  /** The run file of a cell but for seed and testSize. */
  readonly run: (row: number, column: number) => object;
}

/** From a first value on by equal steps, rounded to what the step says. */
export const steps = (first: number, step: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => Number((first + k * step).toFixed(6)));
