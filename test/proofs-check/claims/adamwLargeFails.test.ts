import { expect, it } from "vitest";
import { adamwLargeFails } from "../../../proofs-check/claims/adamwLargeFails.ts";
import { checkNamed, found } from "../../helpers/checked.ts";

it("holds of weights as C.14 and its proof have them, at the sizes chosen", async () => {
  expect(await found(adamwLargeFails(), "training error")).toBe("holds");
  expect(await found(adamwLargeFails(), "test error")).toBe("holds");
});

it.each([
  ["training error", { train: 1 }],
  ["training error", { cross: 100 }],
  ["responses of the other class", { cross: -5 }],
] as const)("%s fails with %o", async (name, mutant) => {
  expect(await found(adamwLargeFails(mutant), name)).toBe("fails with constants 1");
});

it("a test error of 3/4 is more than it has where fresh noise outweighs the feature", () => {
  const check = checkNamed(adamwLargeFails({ test: 0.75 }), "test error");
  expect([0, 1, 2, 3].map((k) => check.sample(k, { seed: 1, level: 1 }))).toContain(false);
});
