import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { unpackedText } from "../../src/experiments/packed.ts";
import { keepReport } from "../../src/library/reproduce.ts";
import { adamcheckIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

/** A folder with files that gzip has packed. */
function packed(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
  return folder;
}

it("reproduce refuses to write beside a packed report, and with --force replaces it", async () => {
  const folder = packed({ "report.json": "{}", "report.md": "old" });
  const { code, stderr } = await adamcheckIn(folder, "reproduce", "convex", "--seeds", "1", "--out", ".");
  expect([code, stderr]).toEqual([
    2,
    "error: --out must be a new file, but report.json.gz exists; choose another name, or replace it with force (--force)\n",
  ]);
  keepReport(folder, JSON.parse(unpackedText("docs/results/t25-synthetic/report.json")));
  expect(readdirSync(folder).sort()).toEqual(["report.json", "report.md"]);
});

it("check --force replaces a packed report, and knows its counterexamples", async () => {
  const known = { claim: "relations", check: "no such check", level: 1, case: 7 };
  const folder = packed({
    "asked.json": "{}",
    "check.json": "{}",
    "check.md": "old",
    "regressions.ndjson": `${JSON.stringify(known)}\n`,
  });
  const asked = ["check", "moment-ratio", "--cases", "1", "--seed", "1", "--jobs", "1", "--out", ".", "--force"];
  expect((await adamcheckIn(folder, ...asked)).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual([
    "asked.json",
    "check.json",
    "check.md",
    "counterexamples",
    "regressions.ndjson",
  ]);
});

it("a packed file that was cut off is said to be damaged", async () => {
  const whole = gzipSync('{"claims": []}');
  const folder = newFolder();
  writeFileSync(join(folder, "run.json.gz"), whole.subarray(0, whole.length - 4));
  for (const args of [
    ["simulate", "run.json"],
    ["figure", "trajectory", "--from", "run.json"],
    ["compare-runs", "run.json", "run.json"],
  ]) {
    expect(await adamcheckIn(folder, ...args)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^error: .* gave "unexpected end of file" where gzip unpacks run\.json\.gz; it is damaged: make it again\n$/,
      ),
    });
  }
});
