import { engineNamed } from "../sim/engines/registry.ts";
import { type Job, type OutcomeOf, runJob } from "./job.ts";
import type { WorkerTask } from "./workerTask.ts";

/** Entry point of a worker thread. */
export default function work({ job, engine, progress, slot }: WorkerTask): OutcomeOf<Job> {
  const tell = (done: number) => void Atomics.store(progress, slot, Math.floor(done * 1e6));
  tell(0);
  return runJob(job, { engine: engineNamed(engine), onProgress: tell });
}
