import { activeStartOf, drawActiveStart } from "../data/activeStart.ts";
import { startFromFile } from "../data/start.ts";
import { isPapers } from "../setting/mustBePapers.ts";
import { networkOf } from "../setting/network.ts";
import { lossKeys } from "../sim/losses/registry.ts";
import type { Problem } from "./recurrence.ts";
import type { DynamicsRun } from "./run.ts";

/** The start of a run, on its active coordinates. */
export function problemOf(run: DynamicsRun): Problem {
  const { network: name, setting, optimizer, seed, start } = run;
  const network = networkOf(name, setting);
  const loss = lossKeys(run);
  return {
    network,
    optimizer,
    start: start ? activeStartOf(startFromFile(start), setting.d) : drawActiveStart(setting, network, seed),
    ...(loss && { loss }),
    ...(!isPapers(run) && { wider: true }),
  };
}
