import { parentPort, workerData } from "node:worker_threads";
import { thrown } from "../../../proofs-check/thrown.ts";
import { loadedWithoutRandom } from "../../../proofs-check/withoutRandom.ts";
import { loadFile } from "./loadFile.ts";
import type { Tried, Trying } from "./loadInTime.ts";

/* Entry point of the thread in which a user's file is tried. */
const tell = (tried: Tried): void => parentPort?.postMessage(tried);

const { path, before } = workerData as Trying;

async function tryIt(): Promise<void> {
  for (const file of before) await loadFile(file, loadedWithoutRandom);
  await loadFile(path, loadedWithoutRandom);
}

tryIt().then(
  () => tell({ loaded: true }),
  (error) => tell({ error: thrown(error) }),
);
