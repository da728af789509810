import { expect, it } from "vitest";
import { adamwMiniStage1 } from "../../../proofs-check/claims/adamwMiniStage1.ts";
import { checked } from "../../helpers/checked.ts";

it("holds where n/b is beyond 1/(1-b2), and is contradicted within", async () => {
  const { verdict, reason, evidence } = await checked(adamwMiniStage1());
  expect(verdict).toBe("fails with constants 1");
  expect(reason).toContain("n/b beyond 1/(1-b2) holds in part at chosen sizes, fails for small n");
  expect(reason).toContain("n/b within 1/(1-b2) contradicted at chosen sizes");
  const within = evidence.find(({ reading }) => reading === "n/b within 1/(1-b2)");
  // G(K) of src/bounds/hypotheses/movement.ts grows like sqrt(K) here: from 16 to 256 by 256^(0.46).
  expect(within?.figures?.slope).toBeGreaterThan(0.4);
  expect(within?.figures?.slope).toBeLessThan(0.55);
});
