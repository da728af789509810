import { describe, expect, it } from "vitest";
import type { Evidence } from "../../proofs-check/claimVerdict.ts";
import { isNo, verdictOf } from "../../proofs-check/verdict.ts";
import { checked } from "../helpers/checked.ts";
import { claimOf, finds } from "../helpers/claims.ts";

const of = async (...checks: Parameters<typeof claimOf>[0][number][]) => {
  const { verdict, grade } = await checked(claimOf(checks), { cases: 1 });
  return [verdict, grade];
};
const contradicted = { verdict: "contradicted" } as const;
const open = { verdict: "inconclusive" } as const;
const unmet = { verdict: "hypotheses unmet" } as const;

describe("the verdict on a claim", () => {
  it("takes the strongest evidence for one part", async () => {
    expect(await of(finds({}), finds({}, { grade: "proved" }))).toEqual(["holds", "proved"]);
  });

  it("is machine-checked where a kernel accepted each part, and no more than proved where it refused one", () => {
    const claim = claimOf([finds({})]);
    const found = (grade: Evidence["grade"], part: string, verdict: Evidence["verdict"] = "holds"): Evidence => ({
      ...{ check: grade, about: "", scope: "domain", reason: "so", cases: 1 },
      ...{ grade, part, verdict },
    });
    const proved = [found("proved", "a"), found("proved", "b")];
    const saidOf = (...more: Evidence[]) => {
      const { verdict, grade, says } = verdictOf(claim, [...proved, ...more]);
      return [verdict, grade, says];
    };
    const a = found("machine-checked", "a");
    expect(saidOf(a, found("machine-checked", "b"))).toEqual(["holds", "machine-checked", "machine-checked"]);
    expect(saidOf(a)).toEqual(["holds", "proved", "proved"]);
    expect(saidOf(a, found("machine-checked", "b", "inconclusive"))).toEqual(["holds", "proved", "proved"]);
  });

  it("holds in part where other evidence for the same part is open, and names it; a proof needs no other evidence", async () => {
    const proof = finds({}, { grade: "proved", scope: "domain" });
    for (const other of [open, unmet]) {
      expect(await of(finds({}), finds(other))).toEqual(["holds in part", "tested"]);
      expect(await of(finds({}), proof, finds(other))).toEqual(["holds", "proved"]);
      expect(await of(finds(contradicted), finds({}), finds(other))).toEqual(["contradicted", "tested"]);
    }
    const { reason, says, chosen } = await checked(claimOf([finds({}), finds(open), finds(unmet)]));
    expect(reason).toBe("so, but check1: inconclusive, check2: hypotheses unmet");
    expect([says, chosen?.verdict]).toEqual(["holds in part at chosen sizes, not tested elsewhere", "holds in part"]);
    const elsewhere = await checked(claimOf([finds({}), finds(open, { scope: "wherever" })]));
    expect([elsewhere.verdict, elsewhere.says]).toEqual(["holds in part", "holds at chosen sizes, open elsewhere"]);
  });

  it("is no better for what holds at the chosen sizes where another part was not looked at there and fails elsewhere", async () => {
    const feature = finds({}, { part: "feature", grade: "measured" });
    const noise = finds({ verdict: "fails with constants 1", reason: "0 of 24" }, { scope: "wherever", part: "noise" });
    const size = finds({}, { part: "size", scope: "wherever" });
    expect(await checked(claimOf([feature, noise, size]))).toMatchObject({
      ...{ verdict: "fails with constants 1", grade: "tested", reason: "0 of 24" },
      says: "holds in part at chosen sizes, fails for small n",
      chosen: { verdict: "holds in part", grade: "measured", reason: "so; not looked at there: noise" },
    });
    const undecided = finds(open, { scope: "wherever", part: "noise" });
    expect((await checked(claimOf([feature, undecided]))).says).toBe("holds in part at chosen sizes, open elsewhere");
    // Looked at there as well it holds in part.
    const seen = await checked(claimOf([feature, noise, finds({}, { part: "noise" })]));
    expect([seen.verdict, seen.says]).toEqual(["holds in part", "holds at chosen sizes, fails for small n"]);
    // What holds wherever the hypotheses hold needs no chosen sizes.
    expect((await checked(claimOf([feature, size]))).says).toBe("holds at chosen sizes, agrees elsewhere");
  });

  it("takes the weakest of several parts", async () => {
    const a = finds({}, { grade: "proved", part: "a" });
    expect(await of(a, finds({}, { grade: "measured", part: "b" }))).toEqual(["holds", "measured"]);
    expect(await of(a, finds(open, { part: "b" }))).toEqual(["inconclusive", null]);
    expect(await of(a, finds(unmet, { part: "b" }))).toEqual(["hypotheses unmet", null]);
    expect(await of(a, finds(unmet, { part: "b" }), finds(open, { part: "c" }))).toEqual(["inconclusive", null]);
  });

  it("lets one contradiction outweigh all else, at its own grade", async () => {
    const evidence = [finds({}, { grade: "proved" }), finds(contradicted, { grade: "measured" })];
    expect(await of(...evidence)).toEqual(["contradicted", "measured"]);
    expect(await of(...evidence, finds(contradicted))).toEqual(["contradicted", "tested"]);
    expect(await of(finds(contradicted, { part: "a" }), finds({}, { part: "b" }))).toEqual(["contradicted", "tested"]);
  });

  it("lets no reading speak for the others: what holds in one of two holds in part, and all are named", async () => {
    const wrong = finds({ ...contradicted, reason: "no" }, { reading: "B.7" });
    const right = finds({ reason: "yes" }, { reading: "C.13", grade: "measured" });
    expect(await checked(claimOf([wrong, right]), { cases: 1 })).toMatchObject({
      ...{ verdict: "holds in part", grade: "measured", says: "holds at chosen sizes in 1 of 2 readings" },
      reason:
        "B.7 contradicted at chosen sizes, not tested elsewhere: no; C.13 holds at chosen sizes, not tested elsewhere: yes",
      chosen: { verdict: "holds in part", grade: "measured", reason: "B.7 contradicted: no; C.13 holds: yes" },
      readings: [
        { reading: "B.7", verdict: "contradicted", grade: "tested" },
        { reading: "C.13", verdict: "holds", grade: "measured" },
      ],
    });
    expect(await of(wrong, finds(open, { reading: "C.13" }))).toEqual(["inconclusive", null]);
    expect(await of(wrong, finds(contradicted, { reading: "C.13" }))).toEqual(["contradicted", "tested"]);
    expect(await of(right, finds(open, { reading: "B.7" }))).toEqual(["holds in part", "measured"]);
  });

  it("has both parts of all readings, with the share of the one that agrees least", async () => {
    const share = (agree: number) => ({ agree, of: 10, low: agree / 20, high: 1 });
    const one = finds({ share: share(10) }, { scope: "wherever", reading: "a" });
    const fails = finds({ verdict: "fails with constants 1", share: share(2) }, { scope: "wherever", reading: "b" });
    expect(await checked(claimOf([finds({}), one, fails]))).toMatchObject({
      ...{ verdict: "holds in part", says: "holds at chosen sizes, by reading elsewhere" },
      chosen: { verdict: "holds" },
      wherever: { verdict: "holds in part", share: share(2) },
    });
  });

  it("counts the readings whose words begin as the best one's do", async () => {
    const said = async (...evidence: Parameters<typeof claimOf>[0][number][]) =>
      (await checked(claimOf(evidence), { cases: 1 })).says;
    const proof = finds({}, { grade: "proved", scope: "domain", reading: "a" });
    const chosen = (reading: string, found = {}) => finds(found, { reading });
    expect(await said(chosen("a"), chosen("b"))).toBe("holds at chosen sizes, not tested elsewhere");
    expect(await said(chosen("a"), chosen("b"), chosen("c", open))).toBe("holds at chosen sizes in 2 of 3 readings");
    expect(await said(proof, chosen("b"))).toBe("proved in 1 of 2 readings");
    expect(await said(chosen("a", open), chosen("b", contradicted))).toBe("open at chosen sizes in 1 of 2 readings");
    // Contradicted in every reading, here and there.
    expect(await said(chosen("a", contradicted), finds(contradicted, { reading: "b", scope: "wherever" }))).toBe(
      "contradicted at chosen sizes, not tested elsewhere",
    );
  });

  it("counts evidence without a reading for every reading", async () => {
    const both = [finds({}, { reading: "a" }), finds({}, { reading: "b" })];
    expect(await of(...both, finds(contradicted))).toEqual(["contradicted", "tested"]);
    expect(await of(...both, finds({}, { part: "other", grade: "measured" }))).toEqual(["holds", "measured"]);
  });

  it("tells both parts, each by the evidence that looked there", async () => {
    const fails = { verdict: "fails with constants 1", share: { agree: 3, of: 10, low: 0.06, high: 0.66 } } as const;
    const verdict = await checked(
      claimOf([
        finds({}, { grade: "measured", at: "n = 8" }),
        finds({ share: { agree: 9, of: 10, low: 0.5, high: 1 } }, { scope: "wherever", part: "other" }),
        finds(fails, { scope: "wherever" }),
      ]),
    );
    expect(verdict).toMatchObject({
      ...{ verdict: "holds in part", grade: "measured", says: "holds at chosen sizes, fails for small n" },
      chosen: { verdict: "holds", grade: "measured", at: ["n = 8"] },
      wherever: { verdict: "fails with constants 1", grade: "tested", share: fails.share },
    });
  });

  it("a proof is of the statement as it stands: what fails with constants 1 takes nothing from it", async () => {
    const fails = finds({ verdict: "fails with constants 1" }, { scope: "wherever" });
    const proof = finds({}, { grade: "proved", scope: "domain" });
    expect(await checked(claimOf([proof, fails]))).toMatchObject({
      verdict: "holds",
      says: "proved, fails for small n",
    });
    expect(await of(fails)).toEqual(["fails with constants 1", "tested"]);
    expect(await of(fails, finds({}, { part: "b", scope: "wherever" }))).toEqual(["fails with constants 1", "tested"]);
    expect(await of(fails, finds({}, { part: "b" }))).toEqual(["fails with constants 1", "tested"]);
    expect((await checked(claimOf([finds({}), fails]))).reason).toBe("so, but check1: fails with constants 1");
  });

  it("gives no verdict on a claim one of whose checks is broken, whatever the others say", async () => {
    const judge = () => {
      throw new Error("no such luck");
    };
    for (const other of [finds({}), finds(contradicted), finds({}, { grade: "proved", scope: "domain" })]) {
      expect(await checked(claimOf([other, { ...finds({}), judge }]))).toMatchObject({
        ...{ verdict: "inconclusive", grade: null, says: "no verdict: a check is broken" },
        reason: 'its judge: it threw "no such luck"; correct it',
      });
    }
    const read = [finds({}, { reading: "a" }), { ...finds({}, { reading: "b" }), judge }];
    expect((await checked(claimOf(read))).says).toBe("no verdict: a check is broken");
  });

  it("says what came of the statement as it stands, where that was looked at", async () => {
    const all = [{}, contradicted, open, unmet, { verdict: "fails with constants 1" }] as const;
    const wherever = finds({}, { scope: "wherever", part: "b" });
    const told = await Promise.all(
      all.map(async (found) => {
        const proof = finds(found, { grade: "proved", scope: "domain", part: "a" });
        return (await checked(claimOf([proof, wherever]))).says;
      }),
    );
    expect(told).toEqual([
      "holds wherever tested",
      ...["contradicted", "open", "unmet", "fails"].map((word) => `${word} as stated, agrees in tests`),
    ]);
  });

  it("a part that was not looked at is absent, and said to be", async () => {
    const verdict = await checked(claimOf([finds({}, { scope: "wherever" })]));
    expect([verdict.chosen, verdict.says]).toEqual([undefined, "holds wherever tested"]);
    expect((await checked(claimOf([finds({})]))).says).toBe("holds at chosen sizes, not tested elsewhere");
  });

  it("is a no from grade tested on, or from the one asked for", () => {
    expect(isNo({ verdict: "contradicted", grade: "measured" }, "measured")).toBe(true);
    expect(isNo({ verdict: "contradicted", grade: "tested" }, "proved")).toBe(false);
    expect(isNo({ verdict: "fails with constants 1", grade: "tested" }, "measured")).toBe(false);
  });

  it("is a no from grade tested on, unless asked", () => {
    const grades = ["machine-checked", "proved", "certified", "tested", "measured", null] as const;
    expect(grades.map((grade) => isNo({ verdict: "contradicted", grade }))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(isNo({ verdict: "holds", grade: "proved" })).toBe(false);
  });
});
