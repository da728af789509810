import { type Kind, type Origin, originOf } from "../../optimizers/origin.ts";
import { knownOptimizers } from "../../optimizers/registry.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { knownMetrics } from "../../sim/ownMetrics.ts";

/** Where something comes from that another thread loads for itself. */
function fileOf(kind: Kind, name: string): Origin {
  const origin = originOf(name, kind);
  if (origin) return origin;
  throw new InputError(
    `${kind} ${show(name)} must come from a file where runs go to other threads, but is defined in this script; put it into a file of its own and load that (await load("own.ts"), or --load own.ts)`,
  );
}

/**
 * Refuses what other threads could not have: functions do not travel, files do.
 *
 * @param names of optimizers that runs have; metrics are those that are defined, since every run records them
 * @returns the files that the users' own come from, each once
 * @throws InputError for one that a script has defined in its own process
 */
export function mustTravel(names: readonly string[]): Origin[] {
  const own = knownOptimizers().filter(({ name, own }) => own && names.includes(name));
  const origins = [
    ...own.map(({ name }) => fileOf("optimizer", name)),
    ...knownMetrics().map(({ name }) => fileOf("metric", name)),
  ];
  return [...new Map(origins.map((origin) => [origin.sha256, origin])).values()];
}
