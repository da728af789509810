import type { Check, Claim, Context } from "./claim.ts";
import { loadClaims } from "./load.ts";
import { CLAIMS } from "./registry.ts";
import { type Failed, runCase, type Timed } from "./runCase.ts";

/** A case of a check, by names. */
export interface SampleRequest {
  readonly files: readonly string[];
  readonly claim: string;
  readonly check: string;
  readonly index: number;
  readonly context: Context;
  /** Set to 1 when the case begins. */
  readonly begun: Int32Array;
  /** See `runCase`. */
  readonly own: boolean;
}

let known: Promise<readonly Claim[]> | undefined;

const claimsWith = async (files: readonly string[]) => [
  ...CLAIMS,
  ...(await Promise.all(files.map(loadClaims))).flat(),
];

/** Entry point of a worker thread. */
export default async function work(request: SampleRequest): Promise<Timed | Failed> {
  const { files, claim, check, index, context, begun, own } = request;
  known ??= claimsWith(files);
  const owner = (await known).find(({ id }) => id === claim) as Claim;
  Atomics.store(begun, 0, 1);
  return runCase(owner.checks.find(({ name }) => name === check) as Check, index, context, own);
}
