import { InputError } from "../../setting/inputError.ts";
import { ENGINES } from "../../sim/engines/registry.ts";
import type { Damage } from "../journal/indexLines.ts";
import { openSweep, planIn, readSweep } from "./folder.ts";
import type { Plan } from "./plan.ts";
import { trialsOf } from "./trials.ts";

/** What several folders gave together. */
export interface Merged {
  readonly finished: number;
  readonly failed: number;
  /** Lines that could not be trusted, with their folder. */
  readonly damaged: readonly (Damage & { readonly folder: string })[];
}

/** Keys in plan order, for whichever engine the runs were made with. */
function* keysOf(plans: readonly Plan[]): Generator<string> {
  for (const plan of plans) {
    for (const engine of ENGINES) {
      const { count, keyAt } = trialsOf(plan, engine);
      for (let index = 0; index < count; index++) yield keyAt(index);
    }
  }
}

/**
 * Puts the runs of several sweep folders into one; each run once, an outcome rather than a failure.
 *
 * @param folders of sweeps, such as the shards of one
 * @param out the folder to add to; its plan will be that of the first folder. The others are left as they are
 * @returns how many runs it has then: those of the plans in their order, then the others
 * @throws InputError where a folder is not that of a sweep, or `out` cannot be written
 * Source: ours.
 */
export function merge(folders: readonly string[], out: string): Merged {
  const plans = folders.map((folder) => {
    const plan = planIn(folder);
    if (plan) return plan;
    throw new InputError(`${folder} must be the folder of a sweep, but has no readable plan.json; check the path`);
  });
  const sources = folders.map((folder) => ({ folder, from: readSweep(folder) }));
  const journal = openSweep(out, plans[0] as Plan);
  try {
    for (const { from } of sources) {
      for (const [key, finished] of from.entries()) {
        const state = journal.state(key);
        if (state === undefined || (state === "failed" && "outcome" in finished)) journal.add(key, finished);
      }
    }
    journal.settle(keysOf(plans));
    let failed = 0;
    let finished = 0;
    for (const [, entry] of journal.entries()) "failed" in entry ? failed++ : finished++;
    const damaged = sources.flatMap(({ folder, from }) => from.damaged.map((damage) => ({ ...damage, folder })));
    return { finished, failed, damaged };
  } finally {
    journal.close();
  }
}
