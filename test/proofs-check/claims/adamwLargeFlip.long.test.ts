import { expect, it } from "vitest";
import { adamwLargeFlip } from "../../../proofs-check/claims/adamwLargeFlip.ts";
import { checked } from "../../helpers/checked.ts";

it("finds B.7's end of signs, whose noise grows with s and 1/lambda, and C.13's of AdamW, whose noise does neither", async () => {
  const { evidence } = await checked(adamwLargeFlip());
  const verdicts = (reading: string, part: string) =>
    evidence.filter((one) => one.reading === reading && one.part?.startsWith(part)).map(({ verdict }) => verdict);
  expect(new Set(verdicts("B.7, of signs", "noise"))).toEqual(new Set(["holds"]));
  expect(verdicts("B.7, of signs", "feature")[0]).toBe("holds");
  expect(new Set(verdicts("C.13, of AdamW", "noise"))).toEqual(new Set(["holds"]));
  expect(verdicts("C.13, of AdamW", "feature")).toEqual(["holds"]);
});
