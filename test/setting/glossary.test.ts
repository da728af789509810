import { describe, expect, test } from "vitest";
import { GRADES } from "../../proofs-check/claim.ts";
import { CLAIM_VERDICTS } from "../../proofs-check/claimVerdict.ts";
import { chanceOf, EVENTS, LEARNT } from "../../src/experiments/sweep/events.ts";
import { GLOSSARY } from "../../src/setting/glossary.ts";

const terms = GLOSSARY.flatMap((group) => group.terms);
const names = terms.flatMap(({ name, also = [] }) => [name, ...also]);

describe("the glossary", () => {
  test("explains each word once", () => {
    expect(names).toHaveLength(new Set(names).size);
  });

  test("has the words that results, verdicts and levels are told in", () => {
    const asked = [...GRADES, ...CLAIM_VERDICTS, "signal", "noise", "feature", "patch"];
    expect(names).toEqual(expect.arrayContaining([...asked, "level 0", "level 1", "level 2"]));
  });

  test("says of the outcomes of a run what counts them", () => {
    const [says = ""] = terms.filter(({ name }) => name === "generalizes").map((term) => term.says);
    expect([LEARNT, chanceOf()]).toEqual([0.01, 0.5]);
    for (const { name } of EVENTS.filter((event) => event.name !== "diverges")) expect(says).toContain(name);
    expect(says).toMatch(/at most 1% .* at least half/);
  });

  test("is short: four sentences at most", () => {
    for (const { name, says } of terms) {
      expect(says, name).toMatch(/[.]$/);
      expect(says.split(". ").length, name).toBeLessThanOrEqual(4);
    }
  });
});
