/** What Coq's library of the reals itself assumes: that they are there, and that mathematics is classical. */
export const REALS_OWN: readonly string[] = [
  "ClassicalDedekindReals.sig_forall_dec",
  "ClassicalDedekindReals.sig_not_dec",
  "FunctionalExtensionality.functional_extensionality_dep",
  "Classical_Prop.classic",
];

/** What the interval tactic computes with: the integers of Coq's kernel that are the machine's, and what their operations give. */
export const isMachineInteger = (name: string): boolean => /^(PrimInt63|Uint63)\./.test(name);

/**
 * Reads the answers to Print Assumptions.
 *
 * @param printed what coqc wrote
 * @returns of each answer, in their order, the names of what is assumed; none where nothing is
 * Source: ours; the format is that of Coq 8.16.
 * @example
 * assumptionsIn("Closed under the global context\nAxioms:\na.b : Prop\nc\n  : Prop\n") // => [[], ["a.b", "c"]]
 */
export function assumptionsIn(printed: string): string[][] {
  const answers: string[][] = [];
  for (const line of printed.split("\n")) {
    // Variables of a section that is still open are assumed, too: no theorem of a claim stands in one.
    if (line.startsWith("Section Variables:")) answers.push(["variables of a section"]);
    else if (line.startsWith("Axioms:") || line.startsWith("Closed under the global context")) answers.push([]);
    else if (/^\S/.test(line)) answers.at(-1)?.push(line.split(/\s/)[0] as string);
  }
  return answers;
}
