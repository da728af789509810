import { workerData } from "piscina";
import type { Job, OutcomeOf } from "../../experiments/job.ts";
import work from "../../experiments/worker.ts";
import type { WorkerTask } from "../../experiments/workerTask.ts";
import { loadInWorker } from "./loadInWorker.ts";
import type { WorkerFile } from "./workerFiles.ts";

let ready: Promise<void> | undefined;

/** Entry point of a thread whose jobs may name what users' files define. */
export default async function workWithFiles(task: WorkerTask): Promise<OutcomeOf<Job>> {
  ready ??= loadInWorker((workerData as { files: readonly WorkerFile[] }).files);
  await ready;
  return work(task);
}
