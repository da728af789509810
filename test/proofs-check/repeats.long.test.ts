import { expect, it } from "vitest";
import type { Check } from "../../proofs-check/claim.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { runCase, type Timed } from "../../proofs-check/runCase.ts";
import { forgetKept } from "../../proofs-check/support/kept.ts";
import { withoutRandom } from "../../proofs-check/withoutRandom.ts";

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

/** Case 0 of every check, one after another, with nothing taken from a training that an earlier call has kept. */
function cases(checks: readonly Check[]) {
  forgetKept();
  return checks.map((check) => {
    const context = { seed: 5, level: check.levels?.[0] ?? 1 };
    const ran = withoutRandom(() => runCase(check, 0, context));
    expect(ran, check.name).not.toHaveProperty("failed");
    return { name: check.name, sample: (ran as Timed).sample, first: check.first?.(context) };
  });
}

// At run time only users' checks are run twice, each at once: here all of a claim, and then all again.
it.each(once)("%s: every check depends on its seed alone", (_, checks) => {
  const ran = cases(checks);
  expect(cases(checks)).toStrictEqual(ran);
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
