import type { Check, Claim, Context } from "./claim.ts";
import { loadClaims } from "./load.ts";
import { CLAIMS } from "./registry.ts";
import { type Failed, recheckCase, runCase, type Timed } from "./runCase.ts";
import { loadedWithoutRandom } from "./withoutRandom.ts";

/** A case by its number, or one that was remembered. */
export type Which = { readonly index: number } | { readonly remembered: unknown };

/** A case of a check, by names. */
export interface SampleRequest {
  readonly files: readonly string[];
  readonly claim: string;
  readonly check: string;
  readonly index?: number;
  readonly remembered?: unknown;
  readonly context: Context;
  /** Counted up whenever a case begins. */
  readonly begun: Int32Array;
  /** See `runCase`. */
  readonly own: boolean;
}

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
