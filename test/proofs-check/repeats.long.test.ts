import { expect, it } from "vitest";
import type { Check } from "../../proofs-check/claim.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { runCase } from "../../proofs-check/runCase.ts";

/**
 * Certified starts that several claims share are one check, made once a claim by the same call: they are run for the first of the claims.
 * Nothing of a claim enters a sample of them, as the next test sees to it.
 */
const shared = ({ grade, name, about, at = "" }: Check) =>
  grade === "certified" && at !== "" ? JSON.stringify([name, about, at]) : undefined;

/** Every check once, with the claim that it is run for. */
const once = (() => {
  const seen = new Set<string>();
  return CLAIMS.map(({ id, checks }) => {
    const own = checks.filter((check) => {
      const key = shared(check);
      if (key === undefined) return true;
      const first = !seen.has(key);
      seen.add(key);
      return first;
    });
    return [id, own] as const;
  });
})();

// At run time only users' checks are run twice: ours are asked for it here.
it.each(once)("%s: every check depends on its seed alone", (_, checks) => {
  for (const check of checks) {
    const level = check.levels?.[0] ?? 1;
    expect(runCase(check, 0, { seed: 5, level }, true), check.name).not.toHaveProperty("failed");
  }
});

it("certified starts that claims share are the same code on the same data", () => {
  const makers = new Map<string, string>();
  for (const check of CLAIMS.flatMap(({ checks }) => checks)) {
    const key = shared(check);
    if (key === undefined) continue;
    const text = [check.sample, check.judge].map(String).join("\n");
    expect(makers.get(key) ?? text, check.name).toBe(text);
    makers.set(key, text);
  }
});
