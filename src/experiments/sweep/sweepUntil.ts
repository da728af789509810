import { longestFirst } from "../execute.ts";
import { hasRuns, readSweep } from "./folder.ts";
import { pointReader } from "./pointReader.ts";
import { shareOf } from "./shard.ts";
import { type SweepOptions, type Swept, sweep } from "./sweep.ts";
import { trialsOf } from "./trials.ts";
import { eventOf, testOf } from "./until.ts";

/**
 * Runs what a plan says whose seeds end with a decision, round by round: the runs after which the next decision may be made, for every combination
 * that waits for one. A plan without `until` is one round of all runs. A shard has whole combinations.
 *
 * @param options of `sweep`
 * @returns how many of the runs that were wanted in the end have finished, failed or were left. Which runs those are is a function of (plan, engine
 *   version) alone
 * @throws InputError as `sweep`
 * Source: ours, docs/notes/sequential.md.
 */
export async function sweepUntil(options: SweepOptions): Promise<Swept> {
  const { plan, folder, engine, shard, retryFailed = false, ...others } = options;
  const test = testOf(plan);
  if (!plan.until || !test) return sweep(options);
  const event = eventOf(plan.until);
  const { length: seeds } = plan.seeds;
  const trials = trialsOf(plan, engine);
  const order = longestFirst(trials.costs.filter((_, index) => index % seeds === 0));
  const points = shard ? shareOf(order, shard) : order;
  for (let round = 0, left = 0; ; round++) {
    const reader = pointReader(trials, seeds, hasRuns(folder) ? readSweep(folder) : undefined, event, test);
    const retry = retryFailed && round === 0;
    const known = Array.from(points, (point) => reader.at(point));
    if (left > 0 || (!retry && round > 0 && known.every((found) => found !== undefined))) {
      const sum = (of: "runs" | "failed") => known.reduce((total, found) => total + (found?.[of] ?? 0), 0);
      const [finished, failed] = [sum("runs"), sum("failed")];
      return { total: finished + failed + left, finished, failed, left };
    }
    const wanted = Array.from(points).flatMap((point) =>
      Array.from({ length: reader.wanted(point) }, (_, k) => point * seeds + k),
    );
    ({ left } = await sweep({ ...others, plan, folder, engine, among: new Set(wanted), retryFailed: retry }));
  }
}
