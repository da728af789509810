import { type Kind, type Origin, originOf } from "../../optimizers/origin.ts";
import { isUsersOwn } from "../../optimizers/registry.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { knownMetrics } from "../../sim/ownMetrics.ts";
import { namesIn, type Parts } from "../../sim/ownParts.ts";

/** Where something comes from that another thread loads for itself. */
function fileOf(kind: Kind, name: string): Origin {
  const origin = originOf(name, kind);
  if (origin) return origin;
  throw new InputError(
    `${kind} ${show(name)} must come from a file where runs go to other threads, but is defined in this script; put it into a file of its own and load that (await load("own.ts"), or --load own.ts)`,
  );
}

/** The own parts that settings name, each once. */
const partsOf = (settings: readonly Parts[]) => [
  ...new Map(settings.flatMap(namesIn).map((part) => [`${part.kind} ${part.name}`, part])).values(),
];

/**
 * Refuses what other threads could not have: functions do not travel, files do.
 *
 * @param names of optimizers that runs have; metrics are those that are defined, since every run records them
 * @param settings that runs have; looked at for activations and data
 * @returns the files that the users' own come from, each once
 * @throws InputError for one that a script has defined in its own process
 */
export function mustTravel(names: readonly string[], settings: readonly Parts[] = []): Origin[] {
  const origins = [
    ...names.filter(isUsersOwn).map((name) => fileOf("optimizer", name)),
    ...partsOf(settings).map(({ kind, name }) => fileOf(kind, name)),
    ...knownMetrics().map(({ name }) => fileOf("metric", name)),
  ];
  return [...new Map(origins.map((origin) => [origin.sha256, origin])).values()];
}
