import { expect, test } from "vitest";
import { thm42 } from "../../../proofs-check/claims/thm42.ts";
import { judged } from "./judged.ts";

test("holds", async () => {
  expect((await judged(thm42())).verdict).toBe("holds");
});

test("a test error below 0 is contradicted", async () => {
  expect((await judged(thm42({ test: 0 }), { only: ["runs"] })).verdict).toBe("contradicted");
});
