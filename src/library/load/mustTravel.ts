import { type Origin, originOf } from "../../optimizers/origin.ts";
import { knownOptimizers } from "../../optimizers/registry.ts";
import { InputError, show } from "../../setting/inputError.ts";

/**
 * Refuses optimizers that other threads could not have: functions do not travel, files do.
 *
 * @param names of optimizers
 * @returns the files that the others come from, each once
 * @throws InputError for one that a script has defined in its own process
 */
export function mustTravel(names: readonly string[]): Origin[] {
  const origins = new Map<string, Origin>();
  for (const name of names) {
    if (!knownOptimizers().some((optimizer) => optimizer.name === name && optimizer.own)) continue;
    const origin = originOf(name);
    if (!origin) {
      throw new InputError(
        `optimizer ${show(name)} must come from a file where runs go to other threads, but is defined in this script; put it into a file of its own and load that (await load("lion.ts"), or --load lion.ts)`,
      );
    }
    origins.set(origin.sha256, origin);
  }
  return [...origins.values()];
}
