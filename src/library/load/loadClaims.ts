import type { Claim } from "../../../proofs-check/claim.ts";
import { defineClaim } from "../../../proofs-check/defineClaim.ts";
import { thrown } from "../../../proofs-check/thrown.ts";
import { InputError } from "../../setting/inputError.ts";
import { isPromise, named } from "../../setting/mustBe.ts";
import { loadFile } from "./loadFile.ts";

/** A file's exports that are claims: its default export, one or a list of them. */
function claimsIn(exported: unknown, path: string): Claim[] {
  const listed = [exported].flat();
  if (exported === undefined || listed.length === 0) {
    throw new InputError(
      `${path} must export a claim as its default, but exports none; add "export default defineClaim({...})"`,
    );
  }
  return listed.map((claim, k) => {
    const given = claim as Parameters<typeof defineClaim>[0];
    if (typeof claim !== "object" || claim === null || isPromise(claim)) {
      throw new InputError(
        `${path} must export claims, but its default export${listed.length > 1 ? ` number ${k}` : ""} is ${named(claim)}; make it with defineClaim`,
      );
    }
    try {
      return { ...defineClaim(given), file: path };
    } catch (error) {
      throw new InputError(`${path}: ${thrown(error)}`);
    }
  });
}

/**
 * Loads a user's own claims.
 *
 * @param path see `loadFile`; the file's default export is a claim or a list of claims
 * @param guarded runs it; as it is unless given
 * @returns its claims, checked by `defineClaim`
 * @throws InputError where there is no such file, it does not run, or it exports no claim
 * Source: ours.
 */
export async function loadClaims(path: string, guarded?: Parameters<typeof loadFile>[1]): Promise<Claim[]> {
  return claimsIn((await loadFile(path, guarded)).exported, path);
}
