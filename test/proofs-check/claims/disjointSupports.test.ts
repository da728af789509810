import { describe, expect, test } from "vitest";
import { disjointSupports } from "../../../proofs-check/claims/disjointSupports.ts";
import { countedShare, disjointShare } from "../../../proofs-check/support/algebra/disjointCount.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

describe("disjoint-supports", () => {
  test("holds up to n^2 s = sqrt(2 d), where the union bound gives it, and not for every constant", async () => {
    const verdict = await checked(disjointSupports(), { cases: 2 });
    expect(verdict).toMatchObject({ verdict: "holds in part", grade: "certified" });
    expect(byCheck(verdict)).toEqual({
      counted: "holds",
      drawn: "holds",
      "union-bound": "holds",
      "whole-numbers": "holds",
      "any-constant": "contradicted",
    });
    expect(verdict.reason).toMatch(
      /every constant in s = Theta\(sqrt\(d\)\/n\^2\) contradicted: .*1 - P is 1\.\d+ n\^-2/,
    );
  });

  test.each([{ constant: 4 }, { power: 3 }])("is contradicted with %o, by sizes in whole numbers", async (mutant) => {
    const verdict = await checked(disjointSupports(mutant), { cases: 4 });
    expect(verdict).toMatchObject({ verdict: "contradicted" });
    expect(byCheck(verdict)).toMatchObject({ "union-bound": "contradicted", "whole-numbers": "contradicted" });
  });

  test("is contradicted where supports are said to be drawn from the feature's coordinate, too", async () => {
    const verdict = await checked(disjointSupports({ population: 0 }), { cases: 2 });
    expect(verdict).toMatchObject({ verdict: "contradicted" });
    expect(byCheck(verdict)).toMatchObject({ counted: "contradicted" });
  });
});

describe("the count", () => {
  test("is what a hand counts", () => {
    // N = 3, two supports of one: 3 * 2 of 9 choices. N = 4, two of two: 6 choices each, one pair is left for each: 6 of 36.
    expect(countedShare(2, 1, 3)).toEqual({ over: 6n, under: 9n });
    expect(countedShare(2, 2, 4)).toEqual({ over: 6n, under: 36n });
    // F(4, 4)/F(4, 2)^2 = 24/144 = 6/36.
    expect(disjointShare(2, 2, 4)).toEqual({ over: 24n, under: 144n });
    // There is no room for three supports of two in five coordinates: 5 4 3 2 1 0.
    expect(disjointShare(3, 2, 5).over).toBe(0n);
  });
});
