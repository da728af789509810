import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { SCOPES, VERDICTS } from "../../../proofs-check/claim.ts";
import { checkBrief } from "../../../proofs-check/report/brief.ts";
import { withRests } from "../../../proofs-check/rests.ts";
import { verdictOf } from "../../../proofs-check/verdict.ts";
import { claimOf, finds } from "../../helpers/claims.ts";

const piece = fc.record({
  verdict: fc.constantFrom(...VERDICTS),
  scope: fc.constantFrom(...SCOPES),
  grade: fc.constantFrom("proved" as const, "tested" as const, "measured" as const),
  agree: fc.nat({ max: 10 }),
  reading: fc.constantFrom(undefined, "B.7", "C.13", "every neuron"),
});
const claim = fc.record({
  id: fc.stringMatching(/^[a-z][\w.-]{0,40}$/),
  evidence: fc.array(piece, { minLength: 1, maxLength: 5 }),
});

const verdictFrom = ({
  id,
  evidence,
}: {
  id: string;
  evidence: { verdict: never; scope: never; grade: never; agree: number; reading?: string }[];
}) =>
  verdictOf(
    claimOf([finds({})], { id }),
    evidence.map(({ agree, reading, ...rest }) => ({
      ...{ check: "c", about: "a", cases: 10, reason: "so", share: { agree, of: 10, low: agree / 20, high: 1 } },
      ...rest,
      ...(reading !== undefined && { reading }),
    })),
  );

test.prop([fc.array(claim, { maxLength: 5 })])("a line a claim, none above 80 columns", (claims) => {
  const lines = checkBrief(withRests(claims.map((one) => verdictFrom(one as never)))).split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.length).toBeGreaterThanOrEqual(claims.length + 4);
});

it("says in its line that readings differ", () => {
  const found = { check: "c", about: "a", cases: 1, reason: "so", scope: "chosen", grade: "measured" } as const;
  const claim = verdictOf(claimOf([finds({})], { id: "init-scale" }), [
    { ...found, reading: "largest", verdict: "holds" },
    { ...found, reading: "every", verdict: "contradicted" },
  ]);
  expect(checkBrief([claim]).split("\n")[1]).toBe(
    "init-scale          -        holds at chosen sizes in 1 of 2 readings",
  );
});

it("has the interval of the share that agrees, both parts, and a mark on what rests on a contradiction", () => {
  const fails = finds({});
  const lemma = verdictOf(claimOf([fails], { id: "lemma" }), [
    { check: "c", about: "a", cases: 1, reason: "no", scope: "chosen", grade: "measured", verdict: "contradicted" },
  ]);
  const theorem = verdictOf(claimOf([fails], { id: "thm-1", restsOn: ["lemma"] }), [
    { check: "c", about: "a", cases: 1, reason: "so", scope: "chosen", grade: "measured", verdict: "holds" },
    {
      ...{ check: "d", about: "a", cases: 49, reason: "no", scope: "wherever", grade: "tested" },
      ...{ verdict: "fails with constants 1", share: { agree: 15, of: 49, low: 0.1825, high: 0.4542 } },
    },
  ]);
  const [head, ...lines] = checkBrief(withRests([lemma, theorem])).split("\n");
  expect(head).toBe("claim               agree    verdict");
  expect(lines.slice(0, 3)).toEqual([
    "lemma               -        contradicted at chosen sizes, not tested elsewhere",
    "thm-1             ! 18-46%   holds at chosen sizes, fails for small n",
    "! rests on a claim that is contradicted",
  ]);
});
