import "../data/images/files.ts";
import "../sim/schedules/formula.ts";
import type { Keeper } from "../sim/checkpoint/snapshot.ts";
import type { Engine } from "../sim/engine.ts";
import { engineNamed } from "../sim/engines/registry.ts";
import { type Checkpoints, checkpointOf } from "./checkpoint/checkpoints.ts";
import { keeperOf } from "./checkpoint/keeping.ts";
import { type Job, jobKey, type OutcomeOf, runJob } from "./job.ts";
import type { WorkerTask } from "./workerTask.ts";

/** Keeps a job that is one run, under its name in a journal. */
function keeperFor(job: Job, engine: Engine, checkpoints: Checkpoints): Keeper | undefined {
  if (job.kind === "compare" || job.kind === "block") return undefined;
  const key = jobKey(job, engine);
  const { every } = checkpoints;
  return keeperOf(key, job.run, { ...checkpointOf(checkpoints, key), every, replace: true });
}

/** Entry point of a worker thread. */
export default function work({ job, engine: name, checkpoints, progress, slot }: WorkerTask): OutcomeOf<Job> {
  const engine = engineNamed(name);
  const tell = (done: number) => void Atomics.store(progress, slot, Math.floor(done * 1e6));
  tell(0);
  return runJob(job, { engine, onProgress: tell, keeper: checkpoints && keeperFor(job, engine, checkpoints) });
}
