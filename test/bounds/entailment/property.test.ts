import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect } from "vitest";
import { holdsAt, scalingAt } from "../../../src/bounds/entailment/atInstance.ts";
import type { Certificate } from "../../../src/bounds/entailment/certificate.ts";
import { type Condition, clausesOf } from "../../../src/bounds/entailment/condition.ts";
import { entail } from "../../../src/bounds/entailment/entail.ts";
import type { Form } from "../../../src/bounds/entailment/form.ts";
import { readStatement } from "../../../src/bounds/entailment/given.ts";
import { questionOf } from "../../../src/bounds/entailment/question.ts";
import { constantOf, type Polynomial } from "../../../src/bounds/order/polynomial.ts";
import type { Statement } from "../../../src/bounds/order/statement.ts";
import { valueOf } from "../../../src/bounds/order/valueOf.ts";
import { chains, questions } from "./arbitrary.ts";

const Precise = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15 });
/** n = e^(10^6). */
const N = new Precise(10).pow(6).exp();

/** Values of names: e^(k 10^6), far apart and near each other. */
const values = fc
  .record(Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, fc.integer({ min: -20, max: 20 })])))
  .map((exponents) => ({
    n: N.toString(),
    ...Object.fromEntries(
      Object.entries(exponents).map(([name, k]) => [name, new Precise(k).mul(123456).exp().toString()]),
    ),
  }));
type Values = Readonly<Record<string, string>>;

const numberOf = (exponent: Polynomial): string => constantOf(exponent)?.toFraction() as string;

/** A product of powers at values, from its bases one by one. */
const at = (form: Form, where: Values): Decimal =>
  [...form].reduce((value, [base, exponent]) => {
    const [top = "0", bottom = "1"] = numberOf(exponent).split("/");
    const size = base === "log(n)" ? N.ln() : new Precise(where[base] ?? base);
    return value.mul(new Precise(size).pow(new Precise(top).div(bottom)));
  }, new Precise(1));

/** left/right and right/left of a statement: the constants with which it holds at these values. */
function constantsOf({ left, right }: Statement, where: Values): { below: Decimal; above: Decimal } {
  const [f, g] = [valueOf(left, where), valueOf(right, where)] as [Decimal, Decimal];
  return { below: f.div(g), above: g.div(f) };
}

const largest = (list: readonly Decimal[]): Decimal => Precise.max(...list);

/** Up to which multiple of each hypothesis' constant its rows are at most 1: a certificate's own constant for its goals. */
function constantFrom(
  certificate: Certificate,
  given: readonly Statement[],
  where: Values,
  rest: (product: Certificate & { kind: "product" }) => Decimal,
): Decimal {
  const bound = (place: number): Decimal => {
    const { below, above } = constantsOf(given[place] as Statement, where);
    const { relation } = given[place] as Statement;
    if (relation.side === "around") return largest([below, above]);
    return relation.side === "below" ? below : above;
  };
  if (certificate.kind === "product") {
    return certificate.factors.reduce((product, { row, power }) => {
      if (row.why.kind !== "given") throw new Error("a factor that is no hypothesis");
      const [top = "0", bottom = "1"] = numberOf(power).split("/");
      return product.mul(new Precise(bound(row.why.place)).pow(new Precise(top).div(bottom)));
    }, rest(certificate));
  }
  // Of the cases one holds here, with the constant of its hypothesis.
  const holds = (condition: Condition): boolean => {
    if (condition.kind !== "row") return condition.of[condition.kind === "all" ? "every" : "some"](holds);
    const { form, why } = condition.row;
    return why.kind === "given" && at(form, where).lte(new Precise(bound(why.place)).mul(1 + 1e-12));
  };
  const found = certificate.of.find(({ condition }) => holds(condition));
  expect(found, "one of the cases holds at every value").toBeDefined();
  return constantFrom((found as (typeof certificate.of)[number]).certificate, given, where, rest);
}

/** n^a (log n)^b c that is left of goals over factors. */
const restAt = (where: Values) => (certificate: Certificate & { kind: "product" }) => {
  const power = (form: Form, exponent: Polynomial): Decimal => {
    const [top = "0", bottom = "1"] = numberOf(exponent).split("/");
    return at(form, where).pow(new Precise(top).div(bottom));
  };
  const product = (list: (typeof certificate)["goals"]) =>
    list.reduce((value, { row, power: exponent }) => value.mul(power(row.form, exponent)), new Precise(1));
  return product(certificate.goals).div(product(certificate.factors));
};

describe("entail on random hypotheses and claims", () => {
  test.prop([questions], { numRuns: 30 })(
    "gives scalings that meet every hypothesis and break the claim",
    ({ claim, given }) => {
      const outcome = entail(claim, { given });
      if (outcome.verdict !== "fails") return;
      const { scope } = questionOf(claim, { given });
      const scaling = scalingAt(outcome.scaling, scope);
      expect(holdsAt(readStatement(claim), scaling)).toBe(false);
      for (const hypothesis of given) expect(holdsAt(readStatement(hypothesis), scaling)).toBe(true);
    },
  );

  test.prop([chains, values], { numRuns: 30 })(
    "finds what was built to follow, and it holds at n = e^(10^6) with the certificate's own constants",
    ({ claim, given }, where) => {
      const outcome = entail(claim, { given });
      expect(["follows", "contradictory"]).toContain(outcome.verdict);
      if (outcome.verdict !== "follows") return;
      checkConstants(claim, given, outcome.certificates, where);
    },
  );

  test.prop([questions, values], { numRuns: 30 })(
    "what follows holds at n = e^(10^6) with the certificate's own constants",
    ({ claim, given }, where) => {
      const outcome = entail(claim, { given });
      if (outcome.verdict === "follows") checkConstants(claim, given, outcome.certificates, where);
    },
  );
});

/**
 * Whatever the values of names, each hypothesis holds there with some constant, left/right. Then left/right of the claim is at most what the certificates make of
 * these constants: the largest over clauses, since a clause bounds the smallest of its goals by their weighted geometric mean.
 */
function checkConstants(
  claim: string,
  given: readonly string[],
  certificates: readonly Certificate[],
  where: Values,
): void {
  const statements = given.map(readStatement);
  const statement = readStatement(claim);
  const { claimed } = questionOf(claim, { given });
  const clauses = clausesOf(claimed);
  clauses.forEach((clause, k) => {
    const least = Precise.min(...clause.map(({ form }) => at(form, where)));
    const weights = weightsOf(certificates[k] as Certificate, statements, where);
    if (weights.isZero()) return;
    const constant = constantFrom(certificates[k] as Certificate, statements, where, restAt(where));
    expect(
      least.pow(weights).lte(constant.mul(1 + 1e-9)),
      `${claim} from ${given.join("; ")}: ${least} against ${constant}`,
    ).toBe(true);
  });
  const { below, above } = constantsOf(statement, where);
  const ofClauses = largest(clauses.map((clause) => Precise.min(...clause.map(({ form }) => at(form, where)))));
  const asked =
    statement.relation.side === "around"
      ? largest([below, above])
      : statement.relation.side === "below"
        ? below
        : above;
  expect(asked.lte(ofClauses.mul(1 + 1e-9))).toBe(true);
}

/** The sum of the goals' powers, in the case that holds. */
function weightsOf(certificate: Certificate, given: readonly Statement[], where: Values): Decimal {
  let weights = new Precise(0);
  constantFrom(certificate, given, where, ({ goals }) => {
    for (const { power } of goals) {
      const [top = "0", bottom = "1"] = numberOf(power).split("/");
      weights = weights.add(new Precise(top).div(bottom));
    }
    return new Precise(1);
  });
  return weights;
}
