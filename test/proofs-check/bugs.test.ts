import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { BUGS } from "../helpers/bugs.ts";

/** Enough for every check of the table to meet its bug. */
const CASES = 20;

const table = readFileSync(new URL("../../docs/guides/planted-bugs.md", import.meta.url), "utf8");
const ROWS = [...table.matchAll(/^\| (?!bug |---)(.*?) \| (.*?) \| (.*?) \|$/gm)].map(
  ([, bug, claim, check]) => [bug, claim, check] as [string, string, string],
);

/** Whether one of a check's first cases contradicts its claim. */
function contradicts(id: string, name: string): boolean {
  const check = CLAIMS.find((claim) => claim.id === id)?.checks.find((one) => one.name === name);
  if (!check) throw new Error(`${id} has no check ${name}`);
  const context = { seed: 1, level: check.levels?.[0] ?? 1 };
  const fails = (index: number) => check.judge([check.sample(index, context)]).verdict === "contradicted";
  return Array.from({ length: CASES }, (_, index) => index).some(fails);
}

describe("planted bugs", () => {
  it("each have a claim that catches them", () => {
    expect([...new Set(ROWS.map(([bug]) => bug))].sort()).toEqual(Object.keys(BUGS).sort());
  });

  it.each(ROWS)("%s: caught by %s, %s", (bug, claim, check) => {
    (BUGS[bug] as () => void)();
    expect(contradicts(claim, check)).toBe(true);
  });

  it.each([...new Set(ROWS.map(([, claim, check]) => `${claim}: ${check}`))])(
    "without one, %s finds nothing",
    (row) => {
      const [claim, check] = row.split(": ") as [string, string];
      expect(contradicts(claim, check)).toBe(false);
    },
  );
});
