import { Fraction } from "../../algebra/mathjs.ts";
import { rangeOf } from "../order/domain.ts";
import { constant, type Polynomial } from "../order/polynomial.ts";
import { type Certificate, certificateOf, type Evidence, placesIn, productsOf } from "./certificate.ts";
import type { Condition } from "./condition.ts";
import { type Contradiction, contradictionIn } from "./contradiction.ts";
import { type Counterexample, counterexampleFrom } from "./counterexample.ts";
import type { Extremes } from "./extremes.ts";
import type { Assumptions } from "./given.ts";
import { isPower, logOfPower } from "./logs.ts";
import { exponentsOf, rowsOf } from "./powers.ts";
import { prove } from "./prove.ts";
import { factsOf, type Question, questionAt, questionOf } from "./question.ts";
import { contradicts, flawIn } from "./recheck.ts";
import type { Size } from "./size.ts";

/** What became of a claim. */
export type Outcome =
  | ({ readonly verdict: "follows" } & Evidence)
  | ({ readonly verdict: "fails" } & Counterexample)
  | ({ readonly verdict: "contradictory" } & Contradiction)
  | { readonly verdict: "not decided"; readonly missing: string };

/** That a check of an answer failed: never an answer. */
class InternalError extends Error {
  override name = "InternalError";
}

/** More combinations of exponents than these are not tried for counterexamples. */
const MOST_EXPONENTS = 12;

/** Few values of each exponent, over its domain; combined. */
function samples(names: readonly string[]): ReadonlyMap<string, Polynomial>[] {
  return names
    .reduce<Map<string, Polynomial>[]>(
      (sum, name) => {
        const { least, most = least + 4, strict } = rangeOf(name);
        const values = (
          strict ? [least + 1 / 2, least + 1, least + 2, least + 4] : [least, least + 1, (least + most) / 2, most]
        )
          .filter((value) => value <= most)
          .map((value) => constant(new Fraction(value)));
        return sum.flatMap((known) => values.map((value) => new Map([...known, [name, value]])));
      },
      [new Map()],
    )
    .slice(0, MOST_EXPONENTS);
}

/** What a question's logs are known to be, checked. */
function checkedFacts(question: Question): { known: Condition[]; unknown: string[]; facts: Evidence["facts"] } {
  const { facts, unknown } = factsOf(question);
  for (const { says, needs, certificates } of facts) {
    const flaw = flawIn(certificates, question.given, needs);
    if (flaw) throw new InternalError(`${says}: ${flaw}`);
  }
  return { facts, unknown, known: [...question.given, ...facts.map(({ condition }) => condition)] };
}

/** Why neither a certificate nor a counterexample was found. */
function missingFor(
  sizes: ReadonlyMap<string, Size> | undefined,
  unknown: readonly string[],
  open: readonly string[],
  opaque: readonly string[],
): string {
  const boundless = [...(sizes ?? [])].filter(([, size]) => size.has("beyond")).map(([name]) => name);
  if (unknown.length > 0) {
    return `how ${unknown.join(", ")} grows is not known: say that what the log is of lies between two powers of n, as in x = poly(n)`;
  }
  if (opaque.length > 0) return `of ${opaque.join(", ")} nothing is known here: give it a name, and say how that grows`;
  if (boundless.length > 0)
    return `nothing says that ${boundless.join(", ")} is at most a power of n: say so, as in x = poly(n)`;
  if (open.length > 0) return `it may depend on ${open.join(", ")}: give it a value`;
  return "constants decide, and of sums only the largest terms and their number are compared: write the sum as a maximum, or compare orders";
}

/** A scaling that breaks the claim, or what is missing. */
function counterexampleTo(question: Question): Counterexample | string {
  const open = exponentsOf([...question.given, question.claimed]);
  let missing = missingFor(undefined, [], open, [...question.scope.opaque]);
  for (const values of samples(open)) {
    const fixed = open.length === 0 ? question : questionAt(question, values);
    const { known, unknown } = checkedFacts(fixed);
    const powers = unknown.map((base): Condition => {
      const of = fixed.scope.logs.get(base) as Extremes;
      return { kind: "all", of: [isPower(of), logOfPower(base)] };
    });
    const facts = known.slice(fixed.given.length);
    const ways = [fixed, fixed.sure].flatMap(({ given, claimed }) =>
      [[], ...(unknown.length > 0 ? [powers] : [])].map((more) => prove([...given, ...facts, ...more], claimed)),
    );
    for (const sizes of ways.flatMap((way) => (way.kind === "open" ? way.points : []))) {
      const found = counterexampleFrom(fixed, sizes, values);
      if (found) return found;
      missing = missingFor(sizes, unknown, open, [...fixed.scope.opaque]);
    }
  }
  return missing;
}

function contradictionOf(given: readonly Condition[]): ({ verdict: "contradictory" } & Contradiction) | undefined {
  const found = contradictionIn(given);
  if (found && !contradicts(found.certificate, given)) throw new InternalError("a contradiction does not multiply out");
  return found && { verdict: "contradictory", ...found };
}

/** A contradiction that uses facts about logs, with the hypotheses that these follow from; whether fewer would do is not looked at. */
function withFacts<Of extends Contradiction>(found: Of, facts: Evidence["facts"], given: number): Of {
  const used = facts.filter((_, k) => found.places.includes(given + k));
  const since = used.flatMap(({ certificates }) => certificates.flatMap(placesIn));
  const own = found.places.filter((place) => place < given);
  const places = [...new Set([...own, ...since])].sort((a, b) => a - b);
  return { ...found, places, smallest: undefined, facts: used };
}

/** The facts that certificates use. */
function factsIn(certificates: readonly Certificate[], facts: Evidence["facts"]): Evidence["facts"] {
  const used = new Set(certificates.flatMap(productsOf).flatMap(({ factors }) => factors.map(({ row }) => row)));
  return facts.filter(({ condition }) => rowsOf(condition).some((row) => used.has(row)));
}

/**
 * Decides whether a claim follows from hypotheses, for positive functions of n as n goes to infinity.
 *
 * Every name is a positive function of n; a product of powers is a linear form in their logs, and what hypotheses say are linear inequalities between these. The claim
 * follows iff its failure contradicts them: Farkas' lemma then gives powers of hypotheses whose product it is; else a scaling n^a (log n)^b of each name meets them and breaks it.
 *
 * @param claim a statement in any names
 * @param assumptions hypotheses, definitions, values of exponents
 * @returns "follows" with certificates, "fails" with a scaling, both checked by code that shares nothing with the search; "contradictory" with a smallest set of hypotheses; "not decided" with what is missing
 * @throws InputError where something cannot be read, or there are too many cases
 * Source: ours (docs/notes/entailment.md).
 * @example
 * entail("x = o(z)", { given: ["x = O(y)", "y = o(z)"] }).verdict // => "follows"
 * entail("x = o(z)", { given: ["x = O(y)", "y = O(z)"] }).verdict // => "fails"
 */
export function entail(claim: string, assumptions: Assumptions = {}): Outcome {
  const question = questionOf(claim, assumptions);
  const early = contradictionOf(question.given);
  if (early) return early;
  const { known, facts } = checkedFacts(question);
  const late = facts.length > 0 ? contradictionOf(known) : undefined;
  if (late) return withFacts(late, facts, question.given.length);
  const attempt = prove(known, question.claimed);
  if (attempt.kind === "open") {
    const found = counterexampleTo(question);
    return typeof found === "string" ? { verdict: "not decided", missing: found } : { verdict: "fails", ...found };
  }
  const distinct = new Map(
    [...new Set(attempt.refutations)].map((refutation) => [refutation, certificateOf(refutation)]),
  );
  const certificates = attempt.refutations.map((refutation) => distinct.get(refutation) as Certificate);
  const flaw = flawIn(certificates, known, question.claimed);
  if (flaw) throw new InternalError(flaw);
  return { verdict: "follows", facts: factsIn(certificates, facts), certificates };
}
