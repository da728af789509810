import { describe, expect, it } from "vitest";
import { decided, neededBy } from "../../../../proofs-check/support/evidence/decided.ts";
import { scalingOf } from "../../../../src/bounds/order/scalingOf.ts";

describe("decided", () => {
  it("proves what holds over the whole domain, and says what it needs without it", () => {
    // s = n^(D/2 - 2): above 1 for D > 4, which is the domain.
    const finding = decided("s = omega(1)", scalingOf());
    expect(finding).toMatchObject({ verdict: "holds", figures: { needed: "1/2 D > 2" } });
  });

  it("refutes what fails somewhere, at exponents where it does", () => {
    // s = n^(D/2 - 2) against n: D > 6. The first value tried for D is 4.125.
    const finding = decided("s = omega(n)", scalingOf());
    expect(finding).toMatchObject({ verdict: "contradicted", figures: { needed: "1/2 D > 3" } });
    expect(finding.reason).toBe("s = omega(n) fails at D = 33/8: it needs 1/2 D > 3");
  });

  it("refutes what fails everywhere", () => {
    expect(decided("n = o(1)", scalingOf())).toMatchObject({ verdict: "contradicted" });
  });

  it("keeps to the exponents that are set", () => {
    expect(decided("s = omega(n)", scalingOf({ exponents: { D: "7" } })).verdict).toBe("holds");
  });

  it("leaves open what it neither proves nor refutes", () => {
    // n^(D/2 - 2) is above n^0.05 for D > 4.1, hence at every D that is tried.
    expect(decided("s = omega(n^0.05)", scalingOf())).toMatchObject({
      verdict: "inconclusive",
      figures: { needed: "1/2 D > 41/20" },
    });
  });
});

describe("neededBy", () => {
  it("leaves the domain aside", () => {
    expect(neededBy("B = O(n)", scalingOf())).toBe("beta <= 1");
  });
});
