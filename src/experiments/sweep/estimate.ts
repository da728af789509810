import type { Engine } from "../../sim/engine.ts";
import type { Moment } from "../../sim/trajectory.ts";
import { longestFirst } from "../execute.ts";
import { lineOf } from "../journal/line.ts";
import { runTrial, type TrialJob } from "./trial.ts";
import type { Trials } from "./trials.ts";

/** How many runs are begun to see how long they would take. */
const SAMPLES = 5;

/** What a sweep is expected to take. */
export interface Estimate {
  readonly runs: number;
  /** On one worker; an upper bound where stopping rules may end runs early. */
  readonly seconds: number;
  /** Of the journal. */
  readonly bytes: number;
}

/** How many moments the whole run records: the start, every `recordEvery`, the end. */
function recordsOf({ run: { batches, epochs, recordEvery } }: TrialJob): number {
  return 1 + Math.ceil((batches?.length ?? (epochs as number)) / recordEvery);
}

/** Begins a run, for so many seconds at most: how long all of it would take, and how long its line would be. */
function sample(job: TrialJob, engine: Engine, key: string, limit: number): { seconds: number; bytes: number } {
  const begun = performance.now();
  const passed = () => (performance.now() - begun) / 1000;
  let first: { at: number; share: number } | undefined;
  let last = { at: 0, share: 0 };
  const trial = runTrial(job, {
    engine,
    onProgress(share) {
      last = { at: passed(), share };
      first ??= last;
      // Two legs at least: the first one comes after the start, which may take far longer than a leg.
      return last !== first && last.at > limit;
    },
  });
  const ended = !last.share || last.share === 1 || trial.stopped !== undefined || trial.diverged !== undefined;
  // What comes before the first leg, drawing the start, is not repeated.
  const rate =
    first && last.share > first.share ? (last.at - first.at) / (last.share - first.share) : last.at / last.share;
  const seconds = ended ? passed() : last.at + rate * (1 - last.share);
  const line = lineOf(key, { outcome: trial }).length;
  const history = (trial.recorded?.history ?? []) as readonly Moment[];
  const more = ended || history.length === 0 ? 0 : recordsOf(job) - history.length;
  return { seconds, bytes: line + more * JSON.stringify(history.at(-1) ?? "").length };
}

/**
 * What runs of a sweep will take, from a short calibration: some of them, spread over the whole cost, are begun and stopped.
 *
 * seconds = sum over strata of equal cost (cost of the stratum)(seconds of its sample)/(cost of its sample)
 *
 * @param trials of a plan
 * @param wanted indices of those that are to be run
 * @param engine of the full simulation
 * @param budget seconds that the calibration may take, about
 * @returns the estimate; like all times it depends on the machine
 */
export function estimate(trials: Trials, wanted: readonly number[], engine: Engine, budget = 3): Estimate {
  const order = Array.from(
    longestFirst(wanted.map((index) => trials.costs[index] as number)),
    (k) => wanted[k] as number,
  );
  const total = order.reduce((sum, index) => sum + (trials.costs[index] as number), 0);
  let [seconds, bytes] = [0, 0];
  let [passed, next] = [0, 0];
  const strata = Array.from({ length: Math.min(SAMPLES, order.length) }, (_, k) => {
    const begin = { passed, next };
    const border = (total * (k + 1)) / Math.min(SAMPLES, order.length);
    while (next < order.length && (passed < border || k === SAMPLES - 1))
      passed += trials.costs[order[next++] as number] as number;
    return { cost: passed - begin.passed, runs: next - begin.next, middle: order[(begin.next + next) >> 1] as number };
  }).filter(({ runs }) => runs > 0);
  // The first sample pays for the compilation of the code; it is taken twice.
  strata.forEach(({ middle, cost, runs }, k) => {
    const [job, key] = [trials.at(middle), trials.keyAt(middle)];
    const limit = budget / (strata.length + 1);
    if (k === 0) sample(job, engine, key, limit);
    const found = sample(job, engine, key, limit);
    seconds += (cost * found.seconds) / (trials.costs[middle] as number);
    bytes += runs * found.bytes;
  });
  return { runs: order.length, seconds, bytes };
}
