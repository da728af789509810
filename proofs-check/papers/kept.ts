import type { KeptVerdict } from "../../src/papers/paper.ts";
import type { ClaimVerdict } from "../claimVerdict.ts";

/** Folders of the full checks that are kept, the later one deciding. */
export const KEPT_CHECKS = ["docs/results/check", "docs/results/k23/check"] as const;

/**
 * What the kept checks say of every claim.
 *
 * @param read a file's text, by its path in the checkout
 * @returns verdicts by id
 * Source: ours.
 */
export function keptVerdicts(read: (path: string) => string): Readonly<Record<string, KeptVerdict>> {
  const claims = KEPT_CHECKS.flatMap(
    (folder) => (JSON.parse(read(`${folder}/check.json`)) as { claims: ClaimVerdict[] }).claims,
  );
  return Object.fromEntries(claims.map(({ id, says, grade }) => [id, { says, grade }]));
}

/** The module that holds them, so that a package without docs/results knows them. */
export const verdictsModule = (
  verdicts: Readonly<Record<string, KeptVerdict>>,
): string => `// Written by npm run verdicts from the checks in docs/results; not edited.
import type { KeptVerdict } from "./paper.ts";

/** What the full checks that are kept say of every claim of the papers. */
export const KEPT_VERDICTS: Readonly<Record<string, KeptVerdict>> = ${JSON.stringify(verdicts, undefined, 2)};
`;
