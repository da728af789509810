import { describe, expect, test } from "vitest";
import { cor46 } from "../../../proofs-check/claims/cor46.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

describe("cor-4.6", () => {
  test("is proved over all D > 4, q >= 3 and batch sizes, and says what it needs", async () => {
    const verdict = await checked(cor46(), { cases: 2 });
    expect(verdict).toMatchObject({ verdict: "holds", grade: "proved" });
    // sigma0^(q-2) = n^(-D(q-2)/4) against n^(2 beta - 1) and 1, by hand.
    expect(verdict.evidence[0]?.figures?.needed).toBe("1/4 D q + 2 beta > 1/2 D + 1 and 1/4 D q > 1/2 D");
    expect(byCheck(verdict).numbers).toBe("holds");
  });

  test.each([
    { adam: "sigma0^(q-3)" },
    { adamw: "min(B^2/n^2, 1)" },
    { adam: "min(B^2/n, 1)", adamw: "sigma0^(q-2)" },
    { adam: "sigma0^((q-2)/2)" },
  ])("is contradicted with %o, at exponents that refute it", async (mutant) => {
    const verdict = await checked(cor46(mutant));
    expect(verdict).toMatchObject({ verdict: "contradicted", grade: "proved" });
    expect(verdict.reason).toMatch(/fails/);
  });
});
