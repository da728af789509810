import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { check } from "../../../proofs-check/check.ts";
import { scaling } from "../../../proofs-check/checks/scaling.ts";
import type { ClaimVerdict } from "../../../proofs-check/claimVerdict.ts";
import { withFiles } from "../../../proofs-check/counterexampleFile.ts";
import { here } from "../../../proofs-check/executor.ts";
import { FORMATS } from "../../../proofs-check/report/formats.ts";
import { theoremsTable } from "../../../proofs-check/report/tables.ts";
import { claimOf, finds } from "../../helpers/claims.ts";

const counterexample = { case: 3, violation: "3 < 4", run: { n: 3 }, command: "dynamics" } as const;
const CLAIMS = [
  claimOf([finds({ reason: "a < b & \"c\" | 'd'\u0007" }, { grade: "proved", scope: "domain" })], {
    id: "lemma-a",
    latex: "a_1 < b^2",
  }),
  claimOf([finds({ verdict: "contradicted", counterexample })], { id: "lemma-b", restsOn: ["lemma-a"] }),
  claimOf([finds({ verdict: "inconclusive" }, { levels: [1] })], { id: "thm-1", restsOn: ["lemma-b", "elsewhere"] }),
];

const verdicts = (): Promise<ClaimVerdict[]> => check(CLAIMS, { seed: 1, cases: 1, executor: here, now: () => 0 });
const written = async (format: keyof typeof FORMATS) => FORMATS[format](await verdicts(), "tested");

describe("the formats of verdicts", () => {
  it("text has every claim with its evidence, the theorems with all they rest on, a glance, and the count", async () => {
    const text = await written("text");
    expect(text).toContain(
      [
        "lemma-b [ours]: CONTRADICTED AT CHOSEN SIZES, NOT TESTED ELSEWHERE, tested",
        "  it is so",
        "  at the sizes chosen: contradicted (tested)",
        "    check0: contradicted, tested, 1 case",
        "",
      ].join("\n"),
    );
    expect(text).toContain("      adamcheck dynamics runs it, with --out\n");
    expect(FORMATS.text(withFiles(await verdicts(), "out"))).toContain(
      "      adamcheck dynamics out/counterexamples/lemma-b-check0.json\n",
    );
    expect(text).toContain("  wherever the hypotheses hold with constants 1: not tested\n");
    expect(text).toContain("  rests on lemma-b (contradicted); elsewhere (not checked); 1 that holds\n");
    expect(text).toMatch(
      /thm-1 *│ open at chosen sizes, .*│ lemma-b: contradicted .*\(tested\) *│\n│ *│ *│ lemma-a: proved/,
    );
    expect(text).toMatch(/lemma-a *│ ours *│ proved/);
    expect(text).toMatch(/\n3 claims: 1 holds \(proved\), 1 contradicted \(tested\), 1 inconclusive\.\n$/);
  });

  it("text has a command on one line, however long, and quotes what a shell would take apart", async () => {
    const folder = "a folder whose name is so long that the command does not fit in 80 columns";
    expect(FORMATS.text(withFiles(await verdicts(), folder))).toContain(
      `\n      adamcheck dynamics '${folder}/counterexamples/lemma-b-check0.json'\n`,
    );
  });

  it("theorems are what others do not rest on", async () => {
    expect(theoremsTable(await verdicts()).rows.map(([id]) => id)).toEqual(["thm-1"]);
  });

  it("theorems that rest on each other are each told what they rest on", async () => {
    const round = [
      claimOf([finds({})], { id: "a", restsOn: ["b"] }),
      claimOf([finds({})], { id: "b", restsOn: ["a"] }),
    ];
    const rows = async (kind: "outcome" | "rate") =>
      theoremsTable(
        await check(
          round.map((claim) => ({ ...claim, kind })),
          { seed: 1, cases: 1, executor: here, now: () => 0 },
        ),
      ).rows.map(([id, , lemmas]) => [id, lemmas]);
    expect(await rows("outcome")).toEqual([
      ["a", "b: holds at chosen sizes, not tested elsewhere (tested)"],
      ["b", "a: holds at chosen sizes, not tested elsewhere (tested)"],
    ]);
    expect(await rows("rate")).toEqual([]);
  });

  it("json holds what the issue promises, whatever is in it", async () => {
    const { claims } = JSON.parse(await written("json"));
    expect(claims.map(({ id, verdict }: ClaimVerdict) => [id, verdict])).toEqual([
      ["lemma-a", "holds"],
      ["lemma-b", "contradicted"],
      ["thm-1", "inconclusive"],
    ]);
    expect(claims[1]).toMatchObject({ source: "ours", grade: "tested", reason: "so", evidence: [{ counterexample }] });
    expect(claims[2]).toMatchObject({
      says: "open at chosen sizes, not tested elsewhere",
      chosen: { verdict: "inconclusive" },
      rests: [
        { id: "lemma-b", verdict: "contradicted" },
        { id: "lemma-a", verdict: "holds" },
        { id: "elsewhere", verdict: "not checked" },
      ],
    });
  });

  it("md is a table a line a claim", async () => {
    const text = await written("md");
    expect(text).toContain(
      "| lemma-a | ours | proved | no sizes were chosen | not tested |  | a < b & \"c\" \\| 'd'\u0007 |",
    );
    expect(text).toContain("### thm-1");
  });

  it("junit is XML with a failure for what is a no, and skips for the rest", async () => {
    const text = await written("junit");
    expect(text).toContain('<testsuite name="lemma-b" tests="1" failures="1" errors="0" skipped="0">');
    expect(text).toContain('<failure message="contradicted (tested): so"/>');
    expect(text).toContain('<property name="at the sizes chosen" value="contradicted (tested)"/>');
    expect(text).toContain(
      '<property name="rests on" value="lemma-b (contradicted); elsewhere (not checked); 1 that holds"/>',
    );
    expect(text).toContain('<testcase classname="thm-1" name="check0"><skipped message="inconclusive (tested): so"/>');
    // A parser that is not ours: Python's comes with every Debian; an error of its own ends the test.
    execFileSync("python3", ["-c", "import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read())"], {
      input: text,
    });
  });

  it("every format tells how many seeds a study left out", async () => {
    const study = scaling({
      ...{ name: "over x", about: "", over: "x", grid: [1, 2], claimed: 1 },
      quantity: (x, seed) => (seed % 4 === 3 ? null : x),
      slack: { exponent: 0.1, because: "rounding" },
    });
    const claim = claimOf([{ ...study, sample: (index, context) => study.sample(index, { ...context, seed: 0 }) }]);
    const claims = await check([claim], { seed: 1, cases: 9, executor: here, now: () => 0 });
    const left = "7 of 9 seeds, the other 2 did not come to it at every x";
    for (const format of ["text", "md", "json"] as const) {
      expect(FORMATS[format](claims).replaceAll(/\s+/g, " ")).toContain(left);
    }
    expect(FORMATS.junit(claims)).toContain('<property name="seeds left out" value="over x0: 2 of 9"/>');
    expect(FORMATS.latex(claims)).toMatch(/^% Seeds left out of \S+: over x0: 2 of 9$/m);
  });

  it("latex is a table of both parts of the verdicts, and one of the statements", async () => {
    const text = await written("latex");
    expect(text).toContain("lemma-a & proved as stated \\\\");
    const [claim] = JSON.parse(await written("json")).claims;
    const checked = FORMATS.latex([{ ...claim, says: "machine-checked, agrees in tests", grade: "machine-checked" }]);
    expect(checked).toContain("lemma-a & ours & machine-checked as stated & -- &");
    expect(text).toContain("1 inconclusive. Every row: source ours.}");
    expect(text).toContain("lemma-a & $a_1 < b^2$ \\\\");
    expect(text.match(/\\label\{tab:\w+\}/g)).toEqual(["\\label{tab:claims}", "\\label{tab:statements}"]);
  });
});
