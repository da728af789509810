import { FEW_ERRORS } from "../../src/bounds/hypotheses/readings.ts";
import type { Metrics } from "../../src/sim/trajectory.ts";

/** How a training can end. */
export type Region = "learns" | "memorizes" | "stuck";

/** What the claims read o(1) as; of the training examples as many, since late ones may still be on their way. */
const MOST = FEW_ERRORS;

/** What is on the map, in words. */
export const REGIONS: Readonly<Record<Region, string>> = {
  learns: `wrong on at most ${100 * MOST}% of fresh examples`,
  memorizes: "right on its training examples, not on fresh ones",
  stuck: "wrong on training examples still",
};

/**
 * The region of a training.
 *
 * @param final its last moment; numbers that are not finite are those of a training that learnt nothing
 * @returns stuck where it is wrong on more than a tenth of its own training examples, else by the fresh ones
 * @example
 * regionOf({ trainError: 0, testError: 0.7 }) // => "memorizes"
 */
export function regionOf({ trainError, testError }: Pick<Metrics, "trainError" | "testError">): Region {
  if (!(trainError <= MOST)) return "stuck";
  return testError <= MOST ? "learns" : "memorizes";
}
