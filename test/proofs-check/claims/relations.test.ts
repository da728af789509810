import { describe, expect, test } from "vitest";
import { relations } from "../../../proofs-check/claims/relations.ts";
import { byCheck, checked, only } from "../../helpers/checked.ts";

describe("relations", () => {
  test("are proved for all exponents, with what each needs", async () => {
    const verdict = await checked(relations());
    expect(verdict).toMatchObject({ verdict: "holds", grade: "proved", says: "proved, fails for small n" });
    const needs = Object.fromEntries(verdict.evidence.map(({ check, figures }) => [check, figures?.needed]));
    // s sigma_p = n^(D/4-1), alpha = n^(1-D/4), n s^2 sigma_p = n^(3D/4-2), eta s = n^(D/2-2-powerEta), sigma_0^(q-1) = n^(-(q-1)D/4).
    expect(needs).toMatchObject({
      "noise-l1": "1/4 D > 1",
      "feature-noise": "1/4 D > 1",
      "sparse-noise": "1/4 D + 2 >= 0",
      "support-step-open": "powerEta + 2 > 1/4 D q + 1/4 D",
      "single-step-open": "powerEta + 1/4 D > 1/4 D q",
    });
  });

  test("fail at finite n near D = 4, without that being a contradiction", async () => {
    const { evidence } = await checked(only(relations(), "noise-l1-finite"), { cases: 3 });
    expect(evidence[0]).toMatchObject({
      verdict: "fails with constants 1",
      counterexample: { case: { n: 8, D: 4.01, q: 3 } },
    });
  });

  test.each([
    ["sparse-supports", { s: "sqrt(d)" }],
    ["noise-l1", { sigmaP: "1/s" }],
    ["noise-l2", { sigmaP: "1" }],
    ["feature-noise", { alpha: "1" }],
    ["noise-step", { eta: "1/(s*sigmaP)" }],
    ["support-step", { eta: "n^(-(q-1)*D/4)" }],
    ["single-step", { eta: "sigma0^(q-1)" }],
    ["sparse-noise", { s: "d/n" }],
  ])("%s is contradicted where it does not hold", async (id, quantities) => {
    const verdict = await checked(only(relations({ quantities }), id, `${id}-numbers`));
    expect(verdict).toMatchObject({ verdict: "contradicted", grade: "proved" });
    // The numbers are those of these quantities, and agree with the algebra.
    expect(byCheck(verdict)).toEqual({ [id]: "contradicted", [`${id}-numbers`]: "holds" });
  });
});
