import { batchSizes, paperBase, seedsOf } from "./base.ts";
import type { NamedPlan } from "./namedPlan.ts";

/** With 0.05, where the papers' Adam breaks, and 0.5, which their AdamW bears (drawn at 0.02: their plot has AdamW's lambda times 1/25). */
const DECAYS = [1e-6, 1e-5, 1e-4, 1e-3, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

export const weightDecay: NamedPlan = {
  name: "weight-decay",
  about: "test error against weight decay at batch size 2, Adam and AdamW",
  source: "twin of [T25] Fig. 2",
  by: ["optimizer", "weightDecay"],
  plan: (quick) => ({
    base: paperBase(quick),
    axes: { optimizer: ["adam", "adamw"], weightDecay: DECAYS },
    zip: [batchSizes([2], quick)],
    seeds: seedsOf(quick),
  }),
};
