import type { Check, Claim, Context } from "./claim.ts";
import { type Timed, timed } from "./executor.ts";
import { loadClaims } from "./load.ts";
import { CLAIMS } from "./registry.ts";

/** A case of a check, by names. */
export interface SampleRequest {
  readonly files: readonly string[];
  readonly claim: string;
  readonly check: string;
  readonly index: number;
  readonly context: Context;
}

let known: Promise<readonly Claim[]> | undefined;

const claimsWith = async (files: readonly string[]) => [
  ...CLAIMS,
  ...(await Promise.all(files.map(loadClaims))).flat(),
];

/** Entry point of a worker thread. */
export default async function work({ files, claim, check, index, context }: SampleRequest): Promise<Timed> {
  known ??= claimsWith(files);
  const owner = (await known).find(({ id }) => id === claim) as Claim;
  return timed(owner.checks.find(({ name }) => name === check) as Check, index, context);
}
