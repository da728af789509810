import type { Step } from "../support/algebra/algebra.ts";
import { type Certificate, keptCertificate } from "./certificate.ts";
import { recheck } from "./checker/recheck.ts";
import type { BoxStatement } from "./statement.ts";

/**
 * A step of a proof that a certificate of branch and bound carries out, checked anew.
 *
 * @param statement about a box
 * @param given its certificate, the one that is kept unless given
 * @returns the step; not true where the certificate is refused, with the reason
 * Source: ours; docs/notes/branch-and-bound.md.
 */
export function boxStep(statement: BoxStatement, given: unknown = keptCertificate(statement.name)): Step {
  const refused = recheck(given, statement);
  if (refused !== undefined)
    return {
      says: `a certificate shows that ${statement.says} (${statement.name}.json is refused: ${refused})`,
      true: false,
    };
  const { length } = (given as Certificate).leaves;
  return { says: `${statement.says} (${length} box${length === 1 ? "" : "es"}, ${statement.name}.json)`, true: true };
}
