import { expect, test } from "vitest";
import { cor43 } from "../../../proofs-check/claims/cor43.ts";
import { checked } from "../../helpers/checked.ts";

test("holds", async () => {
  expect(await checked(cor43())).toMatchObject({ verdict: "holds", grade: "measured" });
});
