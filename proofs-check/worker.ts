import type { Check, Claim } from "./claim.ts";
import { loadClaims } from "./load.ts";
import { CLAIMS } from "./registry.ts";
import { type Failed, recheckCase, runCase, type Timed } from "./runCase.ts";
import type { SampleRequest } from "./sampleRequest.ts";
import { loadedWithoutRandom } from "./withoutRandom.ts";

let known: Promise<readonly Claim[]> | undefined;

const claimsWith = async (files: readonly string[]) => [
  ...CLAIMS,
  ...(await Promise.all(files.map((file) => loadClaims(file, loadedWithoutRandom)))).flat(),
];

/** Entry point of a worker thread. */
export default async function work(request: SampleRequest): Promise<Timed | Failed> {
  const { files, claim, check: name, index, remembered, begun, own } = request;
  known ??= claimsWith(files);
  const owner = (await known).find(({ id }) => id === claim) as Claim;
  const check = owner.checks.find((candidate) => candidate.name === name) as Check;
  const begins = () => void Atomics.add(begun, 0, 1);
  const context = { ...request.context, begins };
  begins();
  return index === undefined ? recheckCase(check, remembered, context, own) : runCase(check, index, context, own);
}
