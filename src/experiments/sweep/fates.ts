import type { Metrics } from "../../sim/trajectory.ts";
import { isDiverged, LEARNT } from "./events.ts";
import type { Trial } from "./trial.ts";

/** How a training ends, each in one of these. Adding one is one entry here. */
export const FATES = [
  { name: "learns", about: `fits, and test error at most ${LEARNT}` },
  { name: "memorizes", about: `fits, and test error above ${LEARNT}` },
  { name: "stuck", about: "does not fit: training error above 0 at the end, or diverged" },
] as const;

export type Fate = (typeof FATES)[number]["name"];

/** What a fate is read from. */
type Ended = Pick<Trial, "diverged" | "stopped"> & { readonly final: Pick<Metrics, "trainError" | "testError"> };

/** Runs by how they end. */
export type FateCounts = Readonly<Record<Fate, number>>;

/** How one run ends. */
export function fateOf(trial: Ended): Fate {
  if (isDiverged(trial) || trial.final.trainError > 0) return "stuck";
  return trial.final.testError <= LEARNT ? "learns" : "memorizes";
}

/**
 * How the runs of a node end: as at least half of them do, if these learn; else as most of the others do.
 *
 * @param counts of runs
 * @returns null where there are none
 * @example
 * fateOfMost({ learns: 1, memorizes: 0, stuck: 1 }) // => "learns"
 * fateOfMost({ learns: 1, memorizes: 2, stuck: 1 }) // => "memorizes"
 */
export function fateOfMost({ learns, memorizes, stuck }: FateCounts): Fate | null {
  const runs = learns + memorizes + stuck;
  if (runs === 0) return null;
  if (2 * learns >= runs) return "learns";
  return memorizes > stuck ? "memorizes" : "stuck";
}
