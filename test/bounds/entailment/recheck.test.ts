import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import type { Certificate } from "../../../src/bounds/entailment/certificate.ts";
import { clausesOf } from "../../../src/bounds/entailment/condition.ts";
import { entail } from "../../../src/bounds/entailment/entail.ts";
import { questionOf } from "../../../src/bounds/entailment/question.ts";
import { flawIn } from "../../../src/bounds/entailment/recheck.ts";
import { constant, negative, plus } from "../../../src/bounds/order/polynomial.ts";
import { chains } from "./arbitrary.ts";

type Product = Certificate & { kind: "product" };

const proved = (claim: string, given: readonly string[]) => {
  const outcome = entail(claim, { given });
  if (outcome.verdict !== "follows") return undefined;
  const question = questionOf(claim, { given });
  return { certificates: outcome.certificates, question };
};

/** The first product of a certificate, changed. */
const changed = (certificate: Certificate, by: (product: Product) => Product): Certificate =>
  certificate.kind === "product"
    ? by(certificate)
    : {
        kind: "cases",
        of: certificate.of.map((part, k) => (k === 0 ? { ...part, certificate: changed(part.certificate, by) } : part)),
      };

/** One multiplier changed by a half: names no longer cancel, unless there is none. */
const sabotaged = (product: Product): Product => {
  const [first, ...others] = product.factors;
  if (first === undefined) return product;
  return { ...product, factors: [{ ...first, power: plus(first.power, constant(new Fraction("1/2"))) }, ...others] };
};

const hasNames = (certificate: Certificate): boolean => {
  if (certificate.kind === "cases") return hasNames((certificate.of[0] as (typeof certificate.of)[number]).certificate);
  const [first] = certificate.factors;
  return first !== undefined && [...first.row.form.keys()].some((base) => /^[a-d]$/.test(base));
};

describe("flawIn", () => {
  test.prop([chains], { numRuns: 30 })(
    "passes what was found, and refuses it with one multiplier changed",
    ({ claim, given }) => {
      const found = proved(claim, given);
      if (found === undefined) return;
      const { certificates, question } = found;
      expect(flawIn(certificates, question.given, question.claimed)).toBeUndefined();
      certificates.forEach((certificate, k) => {
        if (!hasNames(certificate)) return;
        const other = certificates.map((own, i) => (i === k ? changed(own, sabotaged) : own));
        expect(flawIn(other, question.given, question.claimed)).toMatch(/does not multiply out$/);
      });
    },
  );

  const chain = () => proved("x = o(z)", ["x = O(y)", "y = o(z)"]) as NonNullable<ReturnType<typeof proved>>;
  const [product] = chain().certificates as [Product];
  const refused = (certificate: Certificate, given = chain().question.given) =>
    flawIn([certificate], given, chain().question.claimed);

  it("refuses a hypothesis that was not given, a bound that is stronger, a negative power, no goal, too few certificates", () => {
    expect(refused(product)).toBeUndefined();
    expect(refused(product, chain().question.given.slice(1))).toBeDefined();
    expect(
      refused({
        ...product,
        factors: product.factors.map(({ row, power }) => ({ row: { ...row, bound: "o~" }, power })),
      }),
    ).toBeDefined();
    expect(
      refused({ ...product, factors: product.factors.map(({ row, power }) => ({ row, power: negative(power) })) }),
    ).toBeDefined();
    expect(refused({ ...product, goals: [] })).toBeDefined();
    expect(flawIn([], chain().question.given, chain().question.claimed)).toBe("1 clauses have 0 certificates");
  });

  it("refuses O for o: what is multiplied out must be as strong as what is claimed", () => {
    const weak = questionOf("x = o(z)", { given: ["x = O(y)", "y = O(z)"] });
    const factors = product.factors.map(({ row, power }) => ({ row: { ...row, bound: "O" as const }, power }));
    expect(flawIn([{ ...product, factors }], weak.given, weak.claimed)).toBeDefined();
    const strong = questionOf("x = O(z)", { given: ["x = O(y)", "y = O(z)"] });
    const goals = product.goals.map(({ row, power }) => ({ row: { ...row, bound: "O" as const }, power }));
    expect(flawIn([{ ...product, factors, goals }], strong.given, strong.claimed)).toBeUndefined();
  });

  it.each([
    // Each pair: what follows with its certificate, and the same claim one step too strong, for which it must not do.
    ["x = O~(n)", "x = O(n)", "x = O~(n)"],
    ["x = o~(1)", "x = o~(1/n)", "x = O(1/sqrt(n))"],
    ["x = o(1)", "x = o~(1)", "x = O(1/log(n))"],
    ["x <= 3", "x <= 2", "x <= 5/2"],
    ["x < 3", "x < 5/2", "x <= 5/2"],
    ["x = o(n)", "x = o(n^(1/4))", "x = O(sqrt(n))"],
    ["x = O(log(n)^2)", "x = O(1)", "x = O(log(n))"],
  ])("passes %s and not %s from %s", (claim, stronger, given) => {
    expect(entail(claim, { given: [given] }).verdict).toBe("follows");
    expect(entail(stronger, { given: [given] }).verdict).toBe("fails");
    // The same factors for the stronger claim.
    const { certificates } = proved(claim, [given]) as NonNullable<ReturnType<typeof proved>>;
    const question = questionOf(stronger, { given: [given] });
    const goals = (certificates[0] as Product).goals.map((goal, k) => ({
      ...goal,
      row: (clausesOf(question.claimed)[0] as (typeof goal.row)[])[k] as typeof goal.row,
    }));
    expect(flawIn([{ ...(certificates[0] as Product), goals }], question.given, question.claimed)).toBeDefined();
  });
});
