import { batchSizes, paperBase, seedsOf } from "./base.ts";
import type { NamedPlan } from "./namedPlan.ts";
import { PRINTED_BETAS } from "./printedBetas.ts";
import { PRINTED_DECAYS } from "./printedDecays.ts";

/** Each optimizer with its own lambda, a group of lists that are gone through together. */
const DECAYS_OF_EACH = {
  optimizer: Object.entries(PRINTED_DECAYS).flatMap(([name, decays]) => decays.map(() => name)),
  weightDecay: Object.values(PRINTED_DECAYS).flat(),
};

export const betasDecay: NamedPlan = {
  name: "betas-decay",
  about: "as weight-decay, at the (b1, b2) and weight decays printed for runs on real images, here on synthetic data",
  source: "grid of [T25] Fig. 10",
  by: ["optimizer", "weightDecay", "beta1", "beta2"],
  plan: (quick) => ({
    base: paperBase(quick, { optimizer: { betas: [0.9, 0.999] } }),
    zip: [DECAYS_OF_EACH, PRINTED_BETAS, batchSizes([2], quick)],
    seeds: seedsOf(quick),
  }),
};
