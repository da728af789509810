import type { Metrics } from "../../src/sim/trajectory.ts";

/** How a training can end. */
export type Region = "learns" | "memorizes" | "stuck";

/** A tenth of them: what the claims read o(1) as, too. */
const MOST = 0.1;

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
