import { workerData } from "piscina";
import { answer } from "../../../proofs-check/answer.ts";
import type { Claim } from "../../../proofs-check/claim.ts";
import { CLAIMS } from "../../../proofs-check/registry.ts";
import type { Failed, Timed } from "../../../proofs-check/runCase.ts";
import type { SampleRequest } from "../../../proofs-check/sampleRequest.ts";
import { loadedWithoutRandom } from "../../../proofs-check/withoutRandom.ts";
import { loadClaims } from "./loadClaims.ts";
import { loadInWorker } from "./loadInWorker.ts";
import type { WorkerFile } from "./workerFiles.ts";

/** What a thread that runs cases is given: files to load first, and files with claims. */
export interface ClaimFiles {
  readonly files: readonly WorkerFile[];
  readonly claims: readonly string[];
}

let known: Promise<readonly Claim[]> | undefined;

async function claimsWith({ files, claims }: ClaimFiles): Promise<readonly Claim[]> {
  await loadInWorker(files.filter(({ path }) => !claims.includes(path)));
  const own: Claim[] = [];
  for (const file of claims) own.push(...(await loadClaims(file, loadedWithoutRandom)));
  return [...CLAIMS, ...own];
}

/** Entry point of a thread that runs cases of claims. */
export default async function work(request: SampleRequest): Promise<Timed | Failed> {
  known ??= claimsWith(workerData as ClaimFiles);
  return answer(request, await known);
}
