import { describe, expect, it } from "vitest";
import { chooseClaims } from "../../proofs-check/choose.ts";
import { claimOf, finds } from "../helpers/claims.ts";

const claims = ["adam-a", "adam-b", "adamw-a", "thm-4.1"].map((id) => claimOf([finds({})], { id }));
const chosen = (...globs: string[]) => chooseClaims(claims, globs).map(({ id }) => id);

describe("chooseClaims", () => {
  it("takes ids and globs, each claim once, in the order of the claims", () => {
    expect(chosen("thm-4.1", "adam-*", "adam-a")).toEqual(["adam-a", "adam-b", "thm-4.1"]);
    expect(chosen("*-?")).toEqual(["adam-a", "adam-b", "adamw-a"]);
    expect(chosen("*")).toEqual(claims.map(({ id }) => id));
  });

  it.each(["thm-4x1", "adam", "(", "[a-z]*", ""])("refuses %j, which no id matches", (glob) => {
    expect(() => chosen("adam-a", glob)).toThrow(/claim must be an id or a glob of ids, but is/);
  });
});
