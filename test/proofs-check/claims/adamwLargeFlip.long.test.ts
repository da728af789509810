import { expect, it } from "vitest";
import { adamwLargeFlip } from "../../../proofs-check/claims/adamwLargeFlip.ts";
import { checked } from "../../helpers/checked.ts";

it("contradicts B.7's end, whose noise would grow with s and 1/lambda, and finds C.13's", async () => {
  const { evidence } = await checked(adamwLargeFlip());
  const verdicts = (reading: string, part: string) =>
    evidence.filter((one) => one.reading === reading && one.part?.startsWith(part)).map(({ verdict }) => verdict);
  expect(verdicts("B.7", "noise")).toEqual(["contradicted", "contradicted"]);
  expect(verdicts("C.13", "noise")).toEqual(["holds", "holds"]);
  expect(verdicts("C.13", "feature")).toEqual(["holds"]);
});
