import type { Check, Claim } from "./claim.ts";
import { type Failed, recheckCase, runCase, type Timed } from "./runCase.ts";
import type { SampleRequest } from "./sampleRequest.ts";

/**
 * Runs one case that is asked for by names.
 *
 * @param request which claim, check and case
 * @param claims all that are known
 * @returns what came of it
 */
export function answer(request: SampleRequest, claims: readonly Claim[]): Timed | Failed {
  const { claim, check: name, index, remembered, begun, own } = request;
  const owner = claims.find(({ id }) => id === claim) as Claim;
  const check = owner.checks.find((candidate) => candidate.name === name) as Check;
  const begins = () => void Atomics.add(begun, 0, 1);
  const context = { ...request.context, begins };
  begins();
  return index === undefined ? recheckCase(check, remembered, context, own) : runCase(check, index, context, own);
}
