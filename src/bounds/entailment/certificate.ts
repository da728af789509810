import type { Fraction } from "../../algebra/mathjs.ts";
import { constant, type Polynomial, plus, times } from "../order/polynomial.ts";
import { type Condition, clausesOf } from "./condition.ts";
import type { LogFact } from "./logs.ts";
import type { Row } from "./row.ts";
import type { Refutation } from "./search.ts";

/** A row, and the power to which a derivation has it. */
export interface Factor {
  readonly row: Row;
  readonly power: Polynomial;
}

/** Why one of several bounds follows. */
export type Certificate =
  /** Powers of hypotheses, times n^a (log n)^b and a constant, are powers of what is claimed. */
  | { readonly kind: "product"; readonly factors: readonly Factor[]; readonly goals: readonly Factor[] }
  /** Of a condition one part holds, and it follows from each. */
  | {
      readonly kind: "cases";
      readonly of: readonly { readonly condition: Condition; readonly certificate: Certificate }[];
    };

/** What is known of a log, and why. */
export interface FactCertificate extends Omit<LogFact, "refutations"> {
  readonly certificates: readonly Certificate[];
}

/** What a claim follows from: facts about logs, and a certificate for each of its clauses. */
export interface Evidence {
  readonly facts: readonly FactCertificate[];
  readonly certificates: readonly Certificate[];
}

/** The row that a power was taken of, and the power. */
function origin(row: Row, power: Polynomial): Factor {
  return row.why.kind === "power" ? origin(row.why.of, times(power, row.why.exponent)) : { row, power };
}

function collected(factors: readonly { readonly row: Row; readonly power: Fraction }[]): Factor[] {
  const powers = new Map<Row, Polynomial>();
  for (const { row, power } of factors) {
    const own = origin(row, constant(power));
    powers.set(own.row, plus(powers.get(own.row) ?? new Map(), own.power));
  }
  return [...powers].map(([row, power]) => ({ row, power }));
}

/** A condition without the powers of rows that were put beside them. */
function withoutPowers(condition: Condition): Condition {
  if (condition.kind === "row") return condition;
  const kept = condition.of.filter((part) => part.kind !== "row" || part.row.why.kind !== "power").map(withoutPowers);
  return kept.length === 1 && kept.length < condition.of.length
    ? (kept[0] as Condition)
    : { kind: condition.kind, of: kept };
}

/**
 * A refutation as a certificate: what was refuted, the failure of a claim, becomes what is claimed.
 *
 * @param refutation found by the search
 * @returns the certificate, in which each hypothesis stands once
 */
export function certificateOf(refutation: Refutation): Certificate {
  if (refutation.kind === "cases") {
    return {
      kind: "cases",
      of: refutation.of.map(({ condition, refutation: own }) => ({
        condition: withoutPowers(condition),
        certificate: certificateOf(own),
      })),
    };
  }
  const all = collected(refutation.factors);
  return {
    kind: "product",
    factors: all.filter(({ row }) => row.why.kind !== "claim"),
    goals: all.flatMap(({ row: { why }, power }) =>
      why.kind === "claim" ? [{ row: { ...why.part, why }, power }] : [],
    ),
  };
}

/** The products that a certificate is made of. */
export const productsOf = (certificate: Certificate): (Certificate & { kind: "product" })[] =>
  certificate.kind === "product" ? [certificate] : certificate.of.flatMap((part) => productsOf(part.certificate));

/** Which hypotheses steps use, and which say what the case is. */
export function placesIn(certificate: Certificate): number[] {
  if (certificate.kind === "product") {
    return certificate.factors.flatMap(({ row: { why } }) => (why.kind === "given" ? [why.place] : []));
  }
  const placesOf = (condition: Condition): number[] =>
    clausesOf(condition).flatMap((clause) => clause.flatMap(({ why }) => (why.kind === "given" ? [why.place] : [])));
  return certificate.of.flatMap((part) => [...placesOf(part.condition), ...placesIn(part.certificate)]);
}
