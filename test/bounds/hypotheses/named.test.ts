import { describe, expect, it } from "vitest";
import { HYPOTHESES } from "../../../src/bounds/hypotheses/hypotheses.ts";
import { HYPOTHESIS_NAMES, hypothesesNamed } from "../../../src/bounds/hypotheses/named.ts";

describe("hypothesesNamed", () => {
  it("has every hypothesis under its name, and Conditions A.1 and A.2 as [T25] prints them", () => {
    for (const { id, anyOf } of HYPOTHESES) {
      expect(hypothesesNamed(id)).toEqual([{ name: id, anyOf: anyOf.map(({ text }) => text) }]);
    }
    expect(hypothesesNamed("conditions-A.1-A.2")?.map(({ anyOf }) => anyOf.join())).toEqual([
      ...["d = poly(n)", "s = Theta(sqrt(d)/n^2)", "sigmaP^2 = Theta~(1/s)", "alpha = Theta~(sigmaP)"],
      ...["sigma0^2 = Theta(d^(-1/2))", "m = Theta~(1)", "eta = 1/poly(n)", "eps = Theta(lambda eta)"],
    ]);
    expect(HYPOTHESIS_NAMES).toHaveLength(HYPOTHESES.length + 1);
    expect([hypothesesNamed("toString"), hypothesesNamed("")]).toEqual([undefined, undefined]);
  });
});
