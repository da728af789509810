import { Piscina } from "piscina";
import { deadline } from "../src/experiments/deadline.ts";
import { WORKER_ARGUMENTS } from "../src/experiments/workerArguments.ts";
import { isRefusal, type Refusal } from "../src/experiments/workerTask.ts";
import { InputError } from "../src/setting/inputError.ts";
import { shell } from "../src/setting/shell.ts";
import type { Context } from "./claim.ts";
import { type Failed, recheckCase, runCase, type Timed } from "./runCase.ts";
import type { SampleRequest, Which } from "./sampleRequest.ts";
import type { Task } from "./tasks.ts";
import { thrown } from "./thrown.ts";

/** Runs single cases, some at once; rejects only where no thread can go on, with an InputError: a user's file has changed. */
export interface Executor {
  /** How many at once. */
  readonly width: number;
  /** What came of a case. */
  sample(task: Task, index: number, context: Context): Promise<Timed | Failed>;
  /** What came of a remembered case, judged again. */
  recheck(task: Task, remembered: unknown, context: Context): Promise<Timed | Failed>;
  /** Lets go of its threads, also of those that are at work. */
  close(): Promise<void>;
}

/** Only what a user wrote is looked at so closely: our own checks are asked for the same in the tests. */
export const isOwn = ({ claim }: Task): boolean => claim.file !== undefined;

/** Runs cases in this thread, one by one: for tests, and for claims that exist in this thread alone. */
export const here: Executor = {
  width: 1,
  sample: async (task, index, context) => runCase(task.check, index, context, isOwn(task)),
  recheck: async (task, remembered, context) => recheckCase(task.check, remembered, context, isOwn(task)),
  close: async () => {},
};

/** Seconds that a case may take unless told. */
export const CASE_SECONDS = 60;

/** How threads that run cases are set up. */
export interface CaseThreads {
  /** How many, >= 1. */
  readonly jobs: number;
  /** The code of a thread: a default export that answers a `SampleRequest`, or says why it cannot. */
  readonly worker: URL;
  /** What every thread is given when it begins. */
  readonly data?: unknown;
  /** Seconds that a case may take; its thread is ended then, and replaced. */
  readonly seconds?: number;
  /** What the command that repeats a case needs besides: " --optimizer lion --load lion.ts". */
  readonly more?: string;
}

/**
 * Runs cases in worker threads.
 *
 * @param set how many, by which code, how long
 * @returns the executor; `close` ends the threads
 */
export function threads({ jobs, worker, data, seconds = CASE_SECONDS, more = "" }: CaseThreads): Executor {
  const pool = new Piscina<SampleRequest, Timed | Failed | Refusal>({
    filename: worker.href,
    ...(data !== undefined && { workerData: data }),
    minThreads: jobs,
    maxThreads: jobs,
    idleTimeout: 60_000,
    execArgv: WORKER_ARGUMENTS,
  });
  // A thread that dies while it has no case is replaced all the same.
  pool.on("error", () => {});
  const run = async (task: Task, which: Which, context: Context): Promise<Timed | Failed> => {
    const { claim, check } = task;
    // The worker says when a case begins: starting a thread and loading a claim do not count.
    const begun = new Int32Array(new SharedArrayBuffer(4));
    const { signal, end } = deadline(seconds, () => Atomics.load(begun, 0));
    const names = { claim: claim.id, check: check.name, context };
    const ended = await pool
      .run({ ...names, ...which, begun, own: isOwn(task) }, { signal })
      .catch((error): Failed => {
        if (!signal.aborted) return { failed: `its thread ended with ${thrown(error)}; correct it` };
        return { failed: `it took longer than ${seconds} s; ${again(task, which, context, more)}`, late: true };
      })
      .finally(end);
    if (isRefusal(ended)) throw new InputError(ended.refused);
    return ended;
  };
  return {
    width: jobs,
    sample: (task, index, context) => run(task, { index }, context),
    recheck: (task, remembered, context) => run(task, { remembered }, context),
    close: () => pool.destroy(),
  };
}

/** How to see again what took too long. */
function again({ claim, level }: Task, which: Which, { seed }: Context, options: string): string {
  const more = "give it more with --timeout";
  if (!("index" in which)) return more;
  const cases = ["--seed", String(seed), "--cases", String(which.index + 1)];
  const asked = level === undefined ? [] : ["--level", String(level)];
  const command = shell(["adamcheck", "check", claim.file ?? claim.id, ...cases, ...asked]);
  return `repeat it with ${command}${options}, or ${more}`;
}
