import { BOTH_ADAMS, batchSizes, DIVISORS, paperBase, seedsOf } from "./base.ts";
import type { NamedPlan } from "./namedPlan.ts";
import { PRINTED_BETAS } from "./printedBetas.ts";

export const betasBatch: NamedPlan = {
  name: "betas-batch",
  about: "as batch-size, at the nine (b1, b2) printed for runs on real images, here on synthetic data",
  source: "grid of [T25] Fig. 9",
  by: ["optimizer", "batchSize", "beta1", "beta2"],
  plan: (quick) => ({
    base: paperBase(quick, { optimizer: { betas: [0.9, 0.999] } }),
    zip: [BOTH_ADAMS, PRINTED_BETAS, batchSizes(DIVISORS, quick)],
    seeds: seedsOf(quick),
  }),
};
