import { workerData } from "piscina";
import { thrown } from "../../../proofs-check/thrown.ts";
import type { Job, OutcomeOf } from "../../experiments/job.ts";
import work from "../../experiments/worker.ts";
import type { Refusal, WorkerTask } from "../../experiments/workerTask.ts";
import { loadInWorker } from "./loadInWorker.ts";
import type { WorkerFile } from "./workerFiles.ts";

let ready: Promise<Refusal | undefined> | undefined;

/** Loads what the process has loaded; why it cannot, if so. */
const loading = (): Promise<Refusal | undefined> =>
  loadInWorker((workerData as { files: readonly WorkerFile[] }).files).then(
    () => undefined,
    (error) => ({ refused: thrown(error) }),
  );

/** Entry point of a thread whose jobs may name what users' files define. */
export default async function workWithFiles(task: WorkerTask): Promise<OutcomeOf<Job> | Refusal> {
  ready ??= loading();
  return (await ready) ?? work(task);
}
