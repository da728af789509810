import type { Polynomial } from "../order/polynomial.ts";
import type { Statement } from "../order/statement.ts";
import { certificateOf, type FactCertificate } from "./certificate.ts";
import { type Condition, conditionOf } from "./condition.ts";
import { type Assumptions, conditionGiven, readHypotheses, readStatement, scopeOf } from "./given.ts";
import { logFacts } from "./logs.ts";
import type { Scope } from "./scope.ts";

/** A claim and its hypotheses, as read. */
export interface Question {
  readonly claim: Statement;
  readonly hypotheses: readonly (readonly Statement[])[];
  readonly scope: Scope;
  /** What hypotheses say, and nothing more; what the claim says, and nothing less. */
  readonly given: readonly Condition[];
  readonly claimed: Condition;
  /** The other way round, where sums and constants meet: what breaks the claim here surely does. */
  readonly sure: { readonly given: readonly Condition[]; readonly claimed: Condition };
}

const understood = (claim: Statement, hypotheses: readonly (readonly Statement[])[], scope: Scope): Question => {
  const read = (weakly: boolean) => ({
    given: hypotheses.map((hypothesis, place) => conditionGiven(hypothesis, scope, place, weakly)),
    claimed: conditionOf(claim, scope, { kind: "given", place: -1 }, !weakly),
  });
  return { claim, hypotheses, scope, ...read(true), sure: read(false) };
};

/** Reads a claim and what it is to follow from. */
export function questionOf(claim: string, assumptions: Assumptions): Question {
  const [statement, hypotheses] = [readStatement(claim), readHypotheses(assumptions.given)];
  return understood(statement, hypotheses, scopeOf(assumptions, [statement, ...hypotheses.flat()]));
}

/** The same question with a value for more exponents. */
export const questionAt = (
  { claim, hypotheses, scope }: Question,
  exponents: ReadonlyMap<string, Polynomial>,
): Question =>
  understood(claim, hypotheses, {
    ...scope,
    exponents: new Map([...scope.exponents, ...exponents]),
    logs: new Map(),
    opaque: new Set(),
  });

/** What hypotheses that do not contradict each other say of logs, and the logs of which they do not say that they are of powers of n. */
export function factsOf({ scope, given }: Question): { facts: FactCertificate[]; unknown: string[] } {
  const unknown: string[] = [];
  const facts = [...scope.logs].flatMap(([base, of]) => {
    const found = logFacts(base, of, given);
    if (!found[0]?.since.endsWith("poly(n)")) unknown.push(base);
    return found.map(({ refutations, ...fact }) => ({ ...fact, certificates: refutations.map(certificateOf) }));
  });
  return { facts, unknown };
}
