import { describe, expect, test } from "vitest";
import { initScale } from "../../../proofs-check/claims/initScale.ts";
import { byCheck, checked, only } from "../../helpers/checked.ts";

describe("init-scale", () => {
  test("holds of the typical and the largest neuron, not of every neuron and example", async () => {
    const verdict = await checked(initScale());
    expect(verdict).toMatchObject({ verdict: "holds in part", grade: "measured" });
    expect(byCheck(verdict)).toMatchObject({ normal: "holds", "noise-s": "holds", smallest: "contradicted" });
    expect(verdict.reason).toMatch(
      /^the typical and the largest neuron holds at chosen sizes, .*every neuron and example contradicted at chosen sizes, /,
    );
  });

  test("holds of the network's own start", async () => {
    const few = only(initScale(), "normal", "noise-sigma0");
    expect(await checked(few, { level: 0 })).toMatchObject({
      verdict: "holds",
      evidence: [{ level: 0 }, { level: 0 }],
    });
  });

  test.each([
    ["normal", { spread: 2 }],
    ["normal", { spread: 0.5 }],
    ["noise-s", { powerS: 1 }],
    ["noise-sigmaP", { powerSigmaP: 2 }],
    ["feature-sigma0", { powerSigma0: 0.5 }],
  ])("%s contradicts %o", async (name, mutant) => {
    expect((await checked(only(initScale(mutant), name))).verdict).toBe("contradicted");
  });
});
