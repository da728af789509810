import { parentPort, workerData } from "node:worker_threads";
import { loadClaims } from "./load.ts";
import type { Tried } from "./loadInTime.ts";
import { thrown } from "./thrown.ts";
import { loadedWithoutRandom } from "./withoutRandom.ts";

/* Entry point of the thread in which a claim's file is tried. */
const tell = (tried: Tried): void => parentPort?.postMessage(tried);

loadClaims(workerData as string, loadedWithoutRandom).then(
  () => tell({ loaded: true }),
  (error) => tell({ error: thrown(error) }),
);
