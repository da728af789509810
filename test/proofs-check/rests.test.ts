import { expect, it } from "vitest";
import { CLAIM_VERDICTS } from "../../proofs-check/claimVerdict.ts";
import { restsText } from "../../proofs-check/rests.ts";

it("tells what a claim rests on, what does not hold first, each word apart", () => {
  const rests = [...CLAIM_VERDICTS, "not checked" as const].map((verdict, k) => ({ id: `lemma-${k}`, verdict }));
  expect(restsText({ rests })).toBe(
    "lemma-2 (contradicted); lemma-3 (fails with constants 1); lemma-1 (in part); lemma-5, lemma-4 (open); lemma-6 (not checked); 1 that holds",
  );
  expect(restsText({ rests: [] })).toBe("");
});
