import { sweepCurve } from "./sweepCurve.ts";

/** Twin of [T25] Fig. 1, from `sweep --plan batch-size`. */
export const batchSize = sweepCurve(
  "batch-size",
  "median test error against batch size, with intervals over seeds, a curve an optimizer",
  "batchSize",
);

/** Twin of [T25] Fig. 2, from `sweep --plan weight-decay`. */
export const weightDecay = sweepCurve(
  "weight-decay",
  "median test error against weight decay, with intervals over seeds, a curve an optimizer",
  "weightDecay",
);

/** Any sweep, over the number that has most values in its plan. */
export const sweep = sweepCurve(
  "sweep",
  "median test error of any sweep over the number that its plan gives most values, with intervals over seeds",
);

/** In the form of [T25] Fig. 7 and 8, with the direction that they say. */
export const spread = sweepCurve(
  "spread",
  "mean test error of any sweep over the number that its plan gives most values, with standard deviations over seeds, as [T25] Fig. 7 and 8 have it",
  undefined,
  "mean",
);
