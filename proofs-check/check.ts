import type { Claim, Level } from "./claim.ts";
import type { Executor } from "./executor.ts";
import { conclude, type Task, tasksOf } from "./tasks.ts";
import type { ClaimVerdict } from "./verdict.ts";

/** Share of a check's own mean time by which a case may be expected to pass the deadline. */
const LATE = 0.5;

export interface CheckOptions {
  /** An integer in [0, 2^32). */
  readonly seed: number;
  readonly level?: Level;
  /** Cases of every check, at least as many as it needs and at most as many as it has: then verdicts depend on (seed, cases) alone. */
  readonly cases?: number;
  /** Instead of cases, seconds: every check gets the cases that it needs first, then equal time. */
  readonly seconds?: number;
  readonly executor: Executor;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Told the share done, in [0, 1], whenever it changes. */
  readonly onProgress?: (done: number) => void;
  /** Becomes aborted where no further case is to be begun and those under way are given up. */
  readonly signal?: AbortSignal;
}

/** A task under way. */
interface Work {
  readonly task: Task;
  readonly samples: unknown[];
  /** Cases begun, cases ended. */
  begun: number;
  ended: number;
  /** Milliseconds spent on the cases ended. */
  spent: number;
}

const goalOf = ({ task: { check } }: Work, cases: number) => Math.min(check.most, Math.max(check.least, cases));

/** Expected milliseconds of a task's next case; nothing is known of a first one. */
const expected = ({ spent, ended }: Work) => (ended === 0 ? 0 : spent / ended);

/**
 * Checks claims: runs cases of every check until their number or the time is reached, and concludes.
 *
 * @param claims what is checked
 * @param options seed, budget in cases or seconds, where cases run
 * @returns one verdict a claim, in their order. With a budget in cases they depend on (claims, seed, level, cases, version) alone.
 * @throws what a check throws
 * Source: ours.
 */
export async function check(claims: readonly Claim[], options: CheckOptions): Promise<ClaimVerdict[]> {
  const { seed, level: asked, cases = 0, seconds = 0, executor, now, onProgress = () => {}, signal } = options;
  const start = now();
  const deadline = start + 1000 * seconds;
  const tasks = tasksOf(claims, asked);
  const works = tasks.map((task): Work => ({ task, samples: [], begun: 0, ended: 0, spent: 0 }));
  const due = works.reduce((sum, work) => sum + goalOf(work, cases), 0);

  /** What is short of its goal, the longest cases first as far as is known; then what has had the least time. */
  function next(): Work | undefined {
    if (signal?.aborted) return undefined;
    const short = works.filter((work) => work.begun < goalOf(work, cases));
    if (short.length > 0) return short.reduce((best, work) => (expected(work) > expected(best) ? work : best));
    const left = deadline - now();
    const open = works.filter(
      (work) => work.begun < work.task.check.most && left > 0 && expected(work) * (1 - LATE) < left,
    );
    const cost = (work: Work) => work.begun * expected(work);
    return open.reduce<Work | undefined>((best, work) => (best && cost(best) <= cost(work) ? best : work), undefined);
  }

  function tell(): void {
    const had = works.reduce((sum, work) => sum + Math.min(work.ended, goalOf(work, cases)), 0) / due;
    onProgress(seconds > 0 ? Math.min(1, had, Math.max((now() - start) / (1000 * seconds), 0)) : had);
  }

  async function serve(): Promise<void> {
    for (let work = next(); work; work = next()) {
      const index = work.begun++;
      const { level = 1 } = work.task;
      const began = now();
      const sample = executor.sample(work.task, index, { seed, level });
      const stopped = new Promise<"stopped">((give) => {
        signal?.addEventListener("abort", () => give("stopped"), { once: true });
      });
      const ended = await Promise.race([sample, stopped]);
      if (signal?.aborted) {
        sample.catch(() => {});
        return;
      }
      work.samples[index] = ended;
      work.ended++;
      work.spent += now() - began;
      tell();
    }
  }

  await Promise.all(Array.from({ length: executor.width }, serve));
  /** Cases from the first on without a gap: an interrupted one may leave a gap. */
  const samplesOf = (task: Task) => {
    const { samples } = works.find((work) => work.task === task) as Work;
    const gap = Array.from(samples).findIndex((sample) => sample === undefined);
    return gap < 0 ? samples : samples.slice(0, gap);
  };
  return claims.map((claim) => conclude(claim, tasks, samplesOf));
}
