import type { KeptVerdict } from "../../src/papers/paper.ts";
import type { ClaimVerdict } from "../claimVerdict.ts";
import { withRests } from "../rests.ts";

/** The full check that is kept. */
const KEPT_CHECK = "docs/results/check/check.json";

/**
 * What the kept check says of every claim.
 *
 * @param read a file's text, by its path in the checkout
 * @returns verdicts by id
 * Source: ours.
 */
export function keptVerdicts(read: (path: string) => string): Readonly<Record<string, KeptVerdict>> {
  const { claims } = JSON.parse(read(KEPT_CHECK)) as { claims: ClaimVerdict[] };
  return Object.fromEntries(claims.map(({ id, says, grade }) => [id, { says, grade }]));
}

/**
 * A check that is kept, with some of its claims checked again.
 *
 * @param kept its verdicts
 * @param again the new ones
 * @param order ids of all claims
 * @returns both, the new ones in the place of the old, in that order, with what came of what each rests on; claims that are no longer there are left out
 * Source: ours.
 */
export function withAgain(
  kept: readonly ClaimVerdict[],
  again: readonly ClaimVerdict[],
  order: readonly string[],
): ClaimVerdict[] {
  const all = new Map([...kept, ...again].map((verdict) => [verdict.id, verdict]));
  return withRests(order.flatMap((id) => all.get(id) ?? []));
}

/** The module that holds them, so that a package without docs/results knows them. */
export const verdictsModule = (
  verdicts: Readonly<Record<string, KeptVerdict>>,
): string => `// Written by npm run verdicts from docs/results/check; not edited.
import type { KeptVerdict } from "./paper.ts";

/** What the full checks that are kept say of every claim of the papers. */
export const KEPT_VERDICTS: Readonly<Record<string, KeptVerdict>> = ${JSON.stringify(verdicts, undefined, 2)};
`;
