import { describe, expect, it } from "vitest";
import { adamwDescent } from "../../../proofs-check/claims/adamwDescent.ts";
import { contradicts } from "../../helpers/checked.ts";
import { verdictWith } from "./verdictWith.ts";

describe("adamw-descent", () => {
  it("holds for b = n, and for b = 1 once the feature is learnt, not from the start or with another exponent", async () => {
    const { verdict, checksThat, judge } = await verdictWith(adamwDescent());
    expect(verdict).toMatchObject({ verdict: "holds in part", grade: "measured" });
    expect(checksThat("holds")).toEqual(expect.arrayContaining(["large", "share-learnt"]));
    expect(checksThat("contradicted")).toEqual(["share"]);
    expect(judge(adamwDescent({ order: 3 }), "large-eta")).toBe("contradicted");
    expect(judge(adamwDescent({ share: -0.5 }), "share-learnt")).toBe("contradicted");
  });

  it("fails with a constant ten times larger, or without decay's term", () => {
    expect(contradicts(adamwDescent({ rate: 10 }), "large", 6)).toBe(true);
    const check = adamwDescent({ decayTerm: 0 }).checks.find(({ name }) => name === "large-eta");
    const samples = Array.from({ length: 6 }, (_, index) => check?.sample(index, { seed: 1, level: 0 }));
    expect(check?.judge(samples).verdict).toBe("contradicted");
  });
});
