import { engineNamed } from "../../sim/engines/registry.ts";
import { longestFirst } from "../execute.ts";
import type { Damage } from "../journal/indexLines.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { hasRuns, readSweep } from "./folder.ts";
import { shareOf } from "./shard.ts";
import type { SweepOptions } from "./sweep.ts";
import { trialsOf } from "./trials.ts";

/** What a sweep would do; of a trainer of a user's own seconds and bytes are null, as nobody here knows them. */
export interface Preview extends Pick<Estimate, "runs"> {
  /** Of work; an upper bound where stopping rules may end runs early. */
  readonly seconds: number | null;
  /** Of the journal. */
  readonly bytes: number | null;
  /** Runs of the plan, or of its share; `runs` of them are still to be run. */
  readonly total: number;
  /** Where seeds end with a decision: there may be fewer. */
  readonly atMost?: true;
  readonly damaged: readonly Damage[];
}

/**
 * What a sweep would do, without doing it: nothing is written.
 *
 * @param options those of `sweep`
 * @returns how many runs there are and are missing, and what they will take
 * @throws InputError as `sweep`
 * Source: ours.
 */
export function preview({ plan, folder, engine, shard, retryFailed = false }: SweepOptions): Preview {
  const trials = trialsOf(plan, engine);
  const order = longestFirst(trials.costs);
  const share = shard ? shareOf(order, shard) : order;
  const journal = hasRuns(folder) ? readSweep(folder) : undefined;
  const missing = Array.from(share).filter((index) => {
    const state = journal?.state(trials.keyAt(index));
    return state === undefined || (state === "failed" && retryFailed);
  });
  return {
    total: share.length,
    ...(plan.until && { atMost: true }),
    damaged: journal?.damaged ?? [],
    ...(engine.outside
      ? { runs: missing.length, seconds: null, bytes: null }
      : estimate(trials, missing, engineNamed(engine.name))),
  };
}
