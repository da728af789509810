import { describe, expect, test } from "vitest";
import { FAMILY_CONDITIONS, formulaOf, spell } from "../../src/setting/familyConditions.ts";

describe("formulaOf", () => {
  test("spells the conditions as section 3 of the theory does", () => {
    expect(FAMILY_CONDITIONS.map(formulaOf)).toEqual([
      "s sigmaP = omega(1)",
      "sqrt(s) sigmaP = O~(1)",
      "alpha = o(1)",
      "eta s sigmaP = o(1)",
      "eta s = o(sigma0^(q-1))",
      "eta = o(sigma0^(q-1))",
      "n s^2 sigmaP = O(d)",
    ]);
  });

  test("spells the empty product as 1", () => {
    expect(spell({})).toBe("1");
  });

  test("goes with a name of its own and a meaning", () => {
    expect(new Set(FAMILY_CONDITIONS.map(({ name }) => name)).size).toBe(FAMILY_CONDITIONS.length);
    for (const { meaning } of FAMILY_CONDITIONS) expect(meaning).toMatch(/\w/);
  });
});
