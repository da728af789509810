import { BOTH_ADAMS, batchSizes, paperBase, seedsOf } from "./base.ts";
import type { NamedPlan } from "./namedPlan.ts";

/** Divisors of n = 200, so that every batch is full. */
const SIZES = [2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 200];

export const batchSize: NamedPlan = {
  name: "batch-size",
  about: "test error against batch size, Adam (lambda 1e-5) and AdamW (0.01)",
  source: "twin of [T25] Fig. 1",
  by: ["optimizer", "batchSize"],
  plan: (quick) => ({
    base: paperBase(quick),
    zip: [BOTH_ADAMS, batchSizes(SIZES, quick)],
    seeds: seedsOf(quick),
  }),
};
