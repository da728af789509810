import { checkProof as check, type ProofReport } from "../bounds/proof/check.ts";
import { InputError, show } from "../setting/inputError.ts";

/**
 * Checks the arithmetic of a proof: lines given, define, show, hence and not, each step decided from what stands before it.
 *
 * @param text of a proof's file: "given A: s = O(n)", "define T = n^2", "show B: s = o(T) by A", "hence ...", "not ..." (does not follow), "# comment"
 * @returns every line; each step with what it uses and its derivation, up to the first that is not as it says
 * @throws InputError, one sentence with the line
 * Source: ours (docs/notes/entailment.md).
 * @example
 * const { holds, lines } = checkProof("given A: s = O(n)\nshow B: s = o(n^2)")
 * holds // => true
 * lines[1].uses // => ["A"]
 */
export function checkProof(text: string): ProofReport {
  if (typeof text !== "string")
    throw new InputError(`a proof must be a text, but is ${show(text)}; read its file first`);
  return check(text);
}
