import { InputError } from "../src/setting/inputError.ts";
import type { Claim, Context, Level } from "./claim.ts";
import type { ClaimVerdict, Evidence } from "./claimVerdict.ts";
import { type Executor, isOwn } from "./executor.ts";
import { type Regression, rememberedOf } from "./regressions.ts";
import { withRests } from "./rests.ts";
import { conclude, type Ran, type Task, tasksOf } from "./tasks.ts";
import { goalOf, newWork, nextWork, type Work } from "./work.ts";

export interface CheckOptions {
  /** An integer in [0, 2^32). */
  readonly seed: number;
  readonly level?: Level;
  /** Another optimizer than the papers' own, of which their statements are asked. */
  readonly optimizer?: string;
  /** Cases of every check, at least as many as it needs and at most as many as it has: then verdicts depend on (seed, cases) alone. */
  readonly cases?: number;
  /** Instead of cases, seconds: every check gets the cases that it needs first, then equal time. */
  readonly seconds?: number;
  readonly executor: Executor;
  /** Counterexamples found earlier, judged again. */
  readonly regressions?: readonly Regression[];
  /** By claim, evidence that no check of it gives: a kernel's. */
  readonly more?: ReadonlyMap<string, readonly Evidence[]>;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Told the share done, in [0, 1], whenever it changes. */
  readonly onProgress?: (done: number) => void;
  /** Becomes aborted where no further case is to be begun and those under way are given up. */
  readonly signal?: AbortSignal;
}

const STOPPED = Symbol("stopped");

/** Resolves when the signal is aborted. */
const whenAborted = (signal: AbortSignal) =>
  new Promise<typeof STOPPED>((give) => {
    if (signal.aborted) give(STOPPED);
    else signal.addEventListener("abort", () => give(STOPPED), { once: true });
  });

/** What was run of a task, remembered cases included. */
function ranOf({ samples, failure }: Work, remembered: Ran["remembered"]): Ran {
  // What ran beside a case that failed counts no more than what was never begun.
  const whole = samples.slice(0, failure?.index);
  // An interruption may leave a gap, and a verdict is about the first so many cases.
  const gap = Array.from(whole).indexOf(undefined);
  return {
    samples: gap < 0 ? whole : whole.slice(0, gap),
    remembered,
    ...(failure && { failure }),
  };
}

/**
 * Checks claims: runs cases of every check until their number or the time is reached, and concludes.
 *
 * @param claims what is checked
 * @param options seed, budget in cases or seconds, where cases run
 * @returns one verdict a claim, in their order. With a budget in cases they depend on (claims, seed, level, cases, version) alone. A check
 *   that is broken (throws, returns what it must not, depends on more than its input) ends as inconclusive, and its evidence says so in `broken`.
 * @throws InputError where a remembered case is none of its check
 * Source: ours.
 */
export async function check(claims: readonly Claim[], options: CheckOptions): Promise<ClaimVerdict[]> {
  const { seed, cases = 0, seconds = 0, executor, regressions = [], now, onProgress = () => {} } = options;
  const { signal = new AbortController().signal } = options;
  const { optimizer } = options;
  const start = now();
  const tasks = tasksOf(claims, options.level, optimizer);
  const contextOf = (level: Level): Context => ({ seed, level, ...(optimizer !== undefined && { optimizer }) });
  const stopped = whenAborted(signal);
  const works = tasks.map(newWork);
  // First, so that a case that cannot be judged is told before the time is spent.
  const remembered = await Promise.all(works.map(recheckAll));
  const due = works.reduce((sum, work) => sum + goalOf(work, cases), 0);

  function tell(): void {
    const had = works.reduce((sum, work) => sum + Math.min(work.ended, goalOf(work, cases)), 0) / due;
    onProgress(seconds > 0 ? Math.min(had, (now() - start) / (1000 * seconds)) : had);
  }

  /** Samples of the cases that are remembered of a check. */
  async function recheckAll(work: Work): Promise<unknown[]> {
    const { claim, check, level = 1 } = work.task;
    const samples: unknown[] = [];
    for (const remembered of rememberedOf(regressions, { claim, check, level, optimizer })) {
      const ended = await Promise.race([executor.recheck(work.task, remembered, contextOf(level)), stopped]);
      if (ended === STOPPED) break;
      if (!("failed" in ended)) samples.push(ended.sample);
      else if (isOwn(work.task)) work.failure ??= { index: -1, ...ended };
      else {
        throw new InputError(
          `a remembered case of ${claim.id}, ${check.name}, must be one that it can judge, but judging it failed (${ended.failed}); remove it`,
        );
      }
    }
    return samples;
  }

  async function serve(): Promise<void> {
    for (;;) {
      const work = nextWork(works, cases, start + 1000 * seconds - now());
      if (!work || signal.aborted) return;
      const index = work.begun++;
      const { level = 1 } = work.task;
      const ended = await Promise.race([executor.sample(work.task, index, contextOf(level)), stopped]);
      if (ended === STOPPED) return;
      if ("failed" in ended) {
        // Cases that ran beside it may have failed before it, or fail later: the first in order is the same on any number of jobs.
        if (index < (work.failure?.index ?? Infinity)) work.failure = { index, ...ended };
      } else {
        work.samples[index] = ended.sample;
        work.ended++;
        work.spent += ended.took;
      }
      tell();
    }
  }

  await Promise.all(Array.from({ length: executor.width }, serve));
  const ran = new Map<Task, Ran>(works.map((work, k) => [work.task, ranOf(work, remembered[k] ?? [])]));
  return withRests(claims.map((claim) => conclude(claim, ran, optimizer, options.more?.get(claim.id))));
}
