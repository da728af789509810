import type { Version } from "../job.ts";
import type { Damage } from "../journal/indexLines.ts";
import type { Journal } from "../journal/journal.ts";
import { openSweep, planIn, readSweep } from "./folder.ts";
import { metricsIn } from "./metricsIn.ts";
import type { Plan } from "./plan.ts";
import { enginesIn, trainersIn } from "./trainersIn.ts";
import type { Trial } from "./trial.ts";
import { trialsOf } from "./trials.ts";

/** What several folders gave together. */
export interface Merged {
  readonly finished: number;
  readonly failed: number;
  /** Lines that could not be trusted, with their folder. */
  readonly damaged: readonly (Damage & { readonly folder: string })[];
}

type Source = { readonly folder: string; readonly from: Journal<Trial> };

const damagedIn = ({ folder, from }: Source) => from.damaged.map((damage) => ({ ...damage, folder }));

/** Keys in plan order, for whichever engine the runs were made with. */
function* keysOf(plans: readonly Plan[], engines: readonly Version[]): Generator<string> {
  for (const plan of plans) {
    for (const engine of engines) {
      const { count, keyAt } = trialsOf(plan, engine);
      for (let index = 0; index < count; index++) yield keyAt(index);
    }
  }
}

/**
 * Puts the runs of several sweep folders into one; each run once, an outcome rather than a failure.
 *
 * @param folders of sweeps, such as the shards of one
 * @param out the folder to add to; it keeps its plan, or gets the first that a folder has. The others are left as they are
 * @returns how many runs it has then: those of the plans in their order, its own first, then the others by their keys
 * @throws InputError where a folder is not that of a sweep, or `out` cannot be written
 * Source: ours.
 */
export function merge(folders: readonly string[], out: string): Merged {
  const sources: Source[] = folders.map((folder) => ({ folder, from: readSweep(folder) }));
  const own = planIn(out);
  const plans = [own, ...folders.map(planIn)].filter((plan) => plan !== undefined);
  const journal = openSweep(out, own ? undefined : plans[0], {
    metrics: folders.flatMap(metricsIn),
    trainers: folders.flatMap(trainersIn),
  });
  try {
    const damaged = [...sources, { folder: out, from: journal }].flatMap(damagedIn);
    for (const { from } of sources) {
      for (const [key, finished] of from.entries()) {
        const state = journal.state(key);
        if (state === undefined || (state === "failed" && "outcome" in finished)) journal.add(key, finished);
      }
    }
    journal.settle(keysOf(plans, enginesIn(out)));
    let failed = 0;
    let finished = 0;
    for (const [, entry] of journal.entries()) "failed" in entry ? failed++ : finished++;
    return { finished, failed, damaged };
  } finally {
    journal.close();
  }
}
