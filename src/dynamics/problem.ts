import { activeStartOf, drawActiveStart } from "../data/activeStart.ts";
import { startFromFile } from "../data/start.ts";
import { networkOf } from "../setting/network.ts";
import type { Problem } from "./recurrence.ts";
import type { DynamicsRun } from "./run.ts";

/** The start of a run, on its active coordinates. */
export function problemOf({ network: name, setting, optimizer, seed, start }: DynamicsRun): Problem {
  const network = networkOf(name, setting);
  return {
    network,
    optimizer,
    start: start ? activeStartOf(startFromFile(start), setting.d) : drawActiveStart(setting, network, seed),
  };
}
