import type { Start } from "../data/start.ts";
import { problemOf } from "../dynamics/problem.ts";
import type { Trial } from "../experiments/sweep/trial.ts";
import type { Network } from "../setting/network.ts";

/**
 * The start of a run, drawn again.
 *
 * @param config what a run of the papers' model says of itself
 * @returns the network, and the start on its active coordinates
 */
export function startOf(config: Trial["config"]): { readonly network: Network; readonly start: Start } {
  const { network, start } = problemOf({ ...config, method: "auto" });
  return { network, start };
}
