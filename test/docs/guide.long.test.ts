import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { check } from "../../proofs-check/check.ts";
import type { Claim } from "../../proofs-check/claim.ts";
import type { ClaimVerdict } from "../../proofs-check/claimVerdict.ts";
import { here } from "../../proofs-check/executor.ts";
import { askable } from "../../proofs-check/ofOptimizer.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { loadClaims } from "../../src/library/load/loadClaims.ts";
import { claimFiles } from "../../src/library/load/workerFiles.ts";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const GUIDE = readFileSync(new URL("../../docs/guides/your-own-claim.md", import.meta.url), "utf8");

/** The one fenced block of a language. */
function blockOf(language: string): string {
  const blocks = GUIDE.split(`\`\`\`${language}\n`).slice(1);
  expect(blocks, `one block of ${language}`).toHaveLength(1);
  return (blocks[0] as string).split("```")[0] as string;
}

const CODE = blockOf("ts");
const options = { seed: 1, cases: 6, now: () => 0 };

function fileOf(name: string, code: string): string {
  const path = join(newFolder(), name);
  writeFileSync(path, code);
  return path;
}

/** Verdicts as the guide's table has them. */
const rows = (verdicts: readonly ClaimVerdict[]) =>
  verdicts.map(({ id, says, grade, reason }) => `| ${id} | ${says} | ${grade} | ${reason} |`);

describe("the guide to a claim of one's own", () => {
  it("is about 30 lines of code, and its command asks for what is run here", () => {
    expect(CODE.trim().split("\n").length).toBeLessThanOrEqual(45);
    expect(blockOf("sh").trim()).toBe("npx adamcheck check ./lion.ts --seed 1 --cases 6");
  });

  it("gives the verdicts that it prints, also in threads that load the file for themselves", async () => {
    const path = fileOf("lion.ts", CODE);
    const verdicts = await check(await loadClaims(path), { ...options, executor: here });
    expect(rows(verdicts)).toEqual(GUIDE.split("\n").filter((line) => line.startsWith("| lion-")));
    // Loaded again, as a second command in one process would: the optimizer's name is no clash.
    expect(await loadClaims(path)).toHaveLength(2);
    const compiled = new URL("../../dist/proofs-check/", import.meta.url).pathname;
    const { threads } = (await import(`${compiled}executor.js`)) as typeof import("../../proofs-check/executor.ts");
    const worker = new URL("../../dist/src/library/load/claimWorker.js", import.meta.url);
    const executor = threads({ jobs: 1, worker, data: { files: [], claims: claimFiles([path]) } });
    try {
      const [claim] = await loadClaims(path);
      expect(await check([claim as Claim], { ...options, executor })).toEqual(verdicts.slice(0, 1));
    } finally {
      await executor.close();
    }
  });

  it("has metrics and events that its commands record, count and draw", async () => {
    const folder = newFolder();
    writeIn(folder, "gap.mjs", blockOf("js"));
    const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, epochs: 4, testSize: 20 };
    writeIn(folder, "plan.yaml", { base, axes: { batchSize: [2, 6] }, seeds: "1-2" });
    const [commands = ""] = GUIDE.split("```console\n").slice(1);
    const lines = (commands.split("```")[0] as string).trim().split("\n");
    expect(lines).toHaveLength(5);
    const shown: string[] = [];
    for (const line of lines) {
      const { code, stdout } = await adamcheckIn(folder, ...line.split(" ").slice(2));
      expect([line, code]).toEqual([line, 0]);
      shown.push(stdout);
    }
    expect(shown[0]).toContain("│ lead ");
    expect(shown[2]).toContain("flipped [95%]");
    expect(readFileSync(join(folder, "runs.csv"), "utf8").split("\r\n")[0]).toMatch(/,lead$/);
    expect(shown[4]).toContain("flipped");
  });

  it("names the claims that may be asked of another optimizer", () => {
    const [, named = ""] = /what the papers say of whole runs \(([^)]*)\)/.exec(GUIDE) ?? [];
    const asked = CLAIMS.filter((claim) => askable(claim, "lion").length > 0).map(({ id }) => `\`${id}\``);
    expect(named).toBe(asked.join(", "));
  });

  it("loads as JavaScript as well", async () => {
    const { outputText } = ts.transpileModule(CODE, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
    expect(outputText).not.toContain(": number");
    // The other text of the function, under the same name, would be another optimizer.
    const claims = await loadClaims(fileOf("lion.js", outputText.replaceAll('"lion"', '"lion-js"')));
    expect(claims.map(({ id }) => id)).toEqual(["lion-large-batch", "lion-mini-batch"]);
    expect(claims[0]?.checks[0]?.sample(0, { seed: 1, level: 1 })).toBe(true);
  });

  it("a file that defines another optimizer of that name is refused in one sentence", async () => {
    const path = fileOf("other.ts", CODE.replace("0.99]", "0.98]"));
    await expect(loadClaims(path)).rejects.toThrow(
      `${path}:3: name must be a name that no other definition has taken, but is "lion"; choose another one`,
    );
  });
});
