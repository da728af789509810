import type { Measure } from "./study.ts";

/** Right on 95 of 100 fresh examples, as in docs/results/flip. */
const LEARNS = 0.05;

/** The share of seeds that learn the feature. */
export const learns = (predicted: Measure["predicted"]): Measure => ({
  name: "learn",
  about: `seeds that end with a test error of at most ${LEARNS}`,
  of: ({ final }) => final.testError <= LEARNS,
  predicted,
});
