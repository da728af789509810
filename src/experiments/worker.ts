import { engineNamed } from "../sim/engines/registry.ts";
import { type Job, type OutcomeOf, runJob } from "./job.ts";

/** What a worker is handed: a job, the engine's name, and the cell of a shared array where it writes its share done, in millionths. */
export interface WorkerTask {
  readonly job: Job;
  readonly engine: string;
  readonly progress: Int32Array;
  readonly slot: number;
}

/** Entry point of a worker thread. */
export default function work({ job, engine, progress, slot }: WorkerTask): OutcomeOf<Job> {
  return runJob(job, {
    engine: engineNamed(engine),
    onProgress: (done) => void Atomics.store(progress, slot, Math.floor(done * 1e6)),
  });
}
