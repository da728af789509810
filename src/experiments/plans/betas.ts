import { BOTH_ADAMS, batchSizes, paperBase, seedsOf } from "./base.ts";
import type { NamedPlan } from "./namedPlan.ts";

export const betas: NamedPlan = {
  name: "betas",
  about: "test error over (b1, b2) at batch sizes 2 and 100, Adam (lambda 1e-5) and AdamW (0.01)",
  source: "ours, beside [T25] Fig. 9, 10",
  by: ["optimizer", "batchSize", "beta1", "beta2"],
  plan: (quick) => ({
    base: paperBase(quick, { optimizer: { betas: [0.9, 0.999] } }),
    // b1^2 < b2 everywhere, as the theory needs.
    axes: { beta1: [0, 0.5, 0.9], beta2: [0.9, 0.99, 0.999, 0.9999] },
    zip: [BOTH_ADAMS, batchSizes([2, 100], quick)],
    seeds: seedsOf(quick),
  }),
};
