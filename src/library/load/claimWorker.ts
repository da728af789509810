import { workerData } from "piscina";
import { answer } from "../../../proofs-check/answer.ts";
import type { Claim } from "../../../proofs-check/claim.ts";
import { CLAIMS } from "../../../proofs-check/registry.ts";
import type { Failed, Timed } from "../../../proofs-check/runCase.ts";
import type { SampleRequest } from "../../../proofs-check/sampleRequest.ts";
import { thrown } from "../../../proofs-check/thrown.ts";
import { loadedWithoutRandom } from "../../../proofs-check/withoutRandom.ts";
import { isRefusal, type Refusal } from "../../experiments/workerTask.ts";
import { loadClaims } from "./loadClaims.ts";
import { loadInWorker, mustBeSame } from "./loadInWorker.ts";
import type { WorkerFile } from "./workerFiles.ts";

/** What a thread that runs cases is given: files to load first, and files with claims. */
export interface ClaimFiles {
  readonly files: readonly WorkerFile[];
  readonly claims: readonly WorkerFile[];
}

let known: Promise<readonly Claim[] | Refusal> | undefined;

async function claimsWith({ files, claims }: ClaimFiles): Promise<readonly Claim[]> {
  await loadInWorker(files.filter(({ absolute }) => !claims.some((file) => file.absolute === absolute)));
  const own: Claim[] = [];
  for (const file of claims) {
    const found = await loadClaims(file.absolute, loadedWithoutRandom);
    mustBeSame(file);
    own.push(...found);
  }
  return [...CLAIMS, ...own];
}

/** Entry point of a thread that runs cases of claims. */
export default async function work(request: SampleRequest): Promise<Timed | Failed | Refusal> {
  known ??= claimsWith(workerData as ClaimFiles).catch((error) => ({ refused: thrown(error) }));
  const claims = await known;
  return isRefusal(claims) ? claims : answer(request, claims);
}
