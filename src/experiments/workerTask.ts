import type { Checkpoints } from "./checkpoint/checkpoints.ts";
import type { Job } from "./job.ts";

/** What a worker is handed: a job, the engine's name, where it is kept on its way, and the cell of a shared array where it writes its share done, in millionths. */
export interface WorkerTask {
  readonly job: Job;
  readonly engine: string;
  readonly checkpoints: Checkpoints | undefined;
  readonly progress: Int32Array;
  readonly slot: number;
}

/** What stands in the cell until the worker begins. */
export const WAITING = -1;

/** What a worker answers that can do no job at all, since it could not load what the process has loaded: why. */
export interface Refusal {
  readonly refused: string;
}

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "refused" in answer;
