import { describe, expect, it } from "vitest";
import { adamDescent } from "../../../proofs-check/claims/adamDescent.ts";
import { contradicts } from "../../helpers/checked.ts";
import { verdictWith } from "./verdictWith.ts";

describe("adam-descent", () => {
  it("holds for the loss with its decay term, not without it, nor with one constant for every b, or another exponent", async () => {
    const { verdict, checksThat, judge } = await verdictWith(adamDescent());
    expect(verdict).toMatchObject({ verdict: "holds in part", grade: "measured" });
    expect(checksThat("holds")).toEqual(
      expect.arrayContaining(["full", "full-eta", "full-eta-pytorch", "share-learnt"]),
    );
    expect(checksThat("contradicted")).toEqual(["loss-eta", "share"]);
    expect(judge(adamDescent({ order: 3 }), "full-eta")).toBe("contradicted");
    expect(judge(adamDescent({ share: -0.5 }), "share-learnt")).toBe("contradicted");
  });

  it("fails with a constant ten times larger", () => {
    expect(contradicts(adamDescent({ rate: 10 }), "full", 6)).toBe(true);
  });
});
