import { chooseClaims } from "../../../proofs-check/choose.ts";
import type { Claim } from "../../../proofs-check/claim.ts";
import { defineClaim, type GivenClaim } from "../../../proofs-check/defineClaim.ts";
import { CLAIMS } from "../../../proofs-check/registry.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { askedFiles } from "../load/loaded.ts";

/** An id, a glob of ids, or a file with claims; or a claim of this process itself, as `defineClaim` takes it or gives it. */
export type ClaimName = string | GivenClaim;

/** What was chosen. */
export interface Chosen {
  readonly claims: readonly Claim[];
  /** Files that claims come from: each thread loads them for itself. */
  readonly files: readonly string[];
  /** Whether some claim exists in this thread alone. */
  readonly here: boolean;
}

const CLAIM_FILE = /\.(ts|js|mts|mjs)$/;

/** Whether a name is that of a file with claims. */
export const isClaimFile = (name: ClaimName): name is string => typeof name === "string" && CLAIM_FILE.test(name);

/**
 * The claims that are named.
 *
 * @param names ids, globs, files, claims; none for every claim of the papers
 * @param seconds that a file may take to load, if they are 10 or more
 * @returns the claims, ours first
 * @throws InputError for an unknown id, a file that does not load, or an id that is of two claims
 */
export async function chosen(names: readonly ClaimName[], seconds: number): Promise<Chosen> {
  const files = names.filter(isClaimFile);
  const globs = names.filter((name): name is string => typeof name === "string" && !isClaimFile(name));
  const made = names.filter((name): name is GivenClaim => typeof name !== "string").map(defineClaim);
  const own: Claim[] = [...made];
  for (const path of files) {
    // Loading takes a compiler, which is slow to start.
    const [{ mustLoad }, { loadClaims }] = await Promise.all([
      import("../load/loadInTime.ts"),
      import("../load/loadClaims.ts"),
    ]);
    await mustLoad({ path, before: askedFiles().map(({ absolute }) => absolute) }, seconds);
    own.push(...(await loadClaims(path)));
  }
  const wanted = names.length === 0 ? CLAIMS : globs.length === 0 ? [] : chooseClaims(CLAIMS, globs);
  for (const [k, { id }] of own.entries()) {
    const clash = [...CLAIMS, ...own.slice(0, k)].some((claim) => claim.id === id);
    if (clash) throw new InputError(`id must be of one claim alone, but ${show(id)} is of two; rename yours`);
  }
  return { claims: [...wanted, ...own], files, here: made.length > 0 };
}
