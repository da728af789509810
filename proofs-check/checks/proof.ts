import { isText, mustBe, mustBeOptions } from "../../src/setting/mustBe.ts";
import type { Check, Finding } from "../claim.ts";
import { madeHere } from "../place.ts";

/** What makes a proof. */
export interface ProofOptions extends Pick<Check, "name" | "about" | "reading" | "part"> {
  /** Carries out the argument over the whole stated domain; "holds" means that it is complete. */
  prove(): Finding;
}

/**
 * Evidence of grade "proved": an argument over the whole domain, by exact algebra or interval branch and bound.
 *
 * @param options name, what is argued, and the argument
 * @returns a check of one case
 * @throws InputError for an option that is missing or wrong
 * Source: ours.
 * @example
 * const even = proof({ name: "parity", about: "k (k + 1) is even", prove: () => ({ verdict: "holds", reason: "one of two neighbours is even" }) })
 * even.judge([even.sample(0, { seed: 1, level: 1 })]).verdict // => "holds"
 */
export function proof(options: ProofOptions): Check<Finding> {
  mustBeOptions(options, "proof");
  const { prove, ...about } = options;
  mustBe(isText(about.name), "name of a proof", "a text", about.name, "say what is argued");
  mustBe(
    typeof prove === "function",
    `prove of proof ${about.name}`,
    "a function",
    prove,
    "it carries the argument out",
  );
  return madeHere({
    ...about,
    scope: "domain",
    grade: "proved",
    least: 1,
    most: 1,
    sample: prove,
    judge: ([finding]) => finding as Finding,
  });
}
