import { InputError, show } from "../src/setting/inputError.ts";
import { advice } from "../src/setting/nearest.ts";
import type { Claim } from "./claim.ts";

/** * for any letters, ? for one; everything else is itself. */
const patternOf = (glob: string) =>
  new RegExp(
    `^${glob
      .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  );

/**
 * The claims that are named.
 *
 * @param claims to choose from
 * @param globs ids, with * and ?
 * @returns all whose id matches one of them, in the order of the claims
 * @throws InputError for a glob that no id matches
 * Source: ours.
 */
export function chooseClaims(claims: readonly Claim[], globs: readonly string[]): Claim[] {
  const patterns = globs.map(patternOf);
  const ids = claims.map(({ id }) => id);
  patterns.forEach((pattern, k) => {
    if (ids.some((id) => pattern.test(id))) return;
    throw new InputError(
      `claim must be an id or a glob of ids, but is ${show(globs[k])}; ${advice(globs[k], ids, "`adamcheck check --list` names them all")}`,
    );
  });
  return claims.filter(({ id }) => patterns.some((pattern) => pattern.test(id)));
}
