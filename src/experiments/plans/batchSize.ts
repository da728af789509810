import { BOTH_ADAMS, batchSizes, DIVISORS, paperBase, seedsOf } from "./base.ts";
import type { NamedPlan } from "./namedPlan.ts";

export const batchSize: NamedPlan = {
  name: "batch-size",
  about: "test error against batch size, Adam (lambda 1e-5) and AdamW (0.01)",
  source: "twin of [T25] Fig. 1",
  by: ["optimizer", "batchSize"],
  plan: (quick) => ({
    base: paperBase(quick),
    zip: [BOTH_ADAMS, batchSizes(DIVISORS, quick)],
    seeds: seedsOf(quick),
  }),
};
