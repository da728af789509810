import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { BUGS } from "../helpers/bugs.ts";
import { contradicts } from "../helpers/checked.ts";
import { inReference } from "../helpers/inReference.ts";

/** Enough for every check of the table to meet its bug. */
const CASES = 20;

const table = readFileSync(new URL("../../docs/guides/planted-bugs.md", import.meta.url), "utf8");
const ROWS = [...table.matchAll(/^\| (?!bug |---)(.*?) \| (.*?) \| (.*?) \|$/gm)].map(
  ([, bug, claim, check]) => [bug, claim, check] as [string, string, string],
);

const claimNamed = (id: string) => CLAIMS.find((claim) => claim.id === id) as (typeof CLAIMS)[number];

describe("planted bugs", () => {
  it("each have a claim that catches them", () => {
    expect([...new Set(ROWS.map(([bug]) => bug))].sort()).toEqual(Object.keys(BUGS).sort());
  });

  it.each(ROWS)("%s: caught by %s, %s", async (bug, claim, check) => {
    (BUGS[bug] as () => void)();
    expect(await inReference(() => contradicts(claimNamed(claim), check, CASES))).toBe(true);
  });

  it.each([...new Set(ROWS.map(([, claim, check]) => `${claim}: ${check}`))])(
    "without one, %s finds nothing",
    async (row) => {
      const [claim, check] = row.split(": ") as [string, string];
      expect(await inReference(() => contradicts(claimNamed(claim), check, CASES))).toBe(false);
    },
  );
});
