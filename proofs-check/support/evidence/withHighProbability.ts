/** How claims read the papers' "with high probability" where a number of seeds is run. */
export const WITH_HIGH_PROBABILITY = "with high probability: in at least half of the seeds";
