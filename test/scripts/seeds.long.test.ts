import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const seeds = (...args: string[]) =>
  new Promise<Ended>((resolve) => {
    const { VITEST: _, ...env } = process.env;
    execFile(process.execPath, ["scripts/seeds.mjs", ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

it.each([
  [[], "the number of seeds must be an integer from 1 to 1000000, but is missing; write npm run seeds -- 20"],
  [["0"], 'the number of seeds must be an integer from 1 to 1000000, but is "0"; write npm run seeds -- 20'],
  [["2", "--from", "-1"], '--from must be an integer from 0 to 2147483646, but is "-1"; write npm run seeds -- 20'],
  [["2", "--from"], "--from must be an integer from 0 to 2147483646, but is missing; write npm run seeds -- 20"],
  [["2", "no.test.ts"], 'each file must be a test, but "no.test.ts" is missing; check its path'],
])("refuses %j in a sentence", async (args, sentence) => {
  expect(await seeds(...args)).toEqual({ code: 2, stdout: "", stderr: `error: ${sentence}\n` });
});

it("prints what fails with the command that repeats it, and counts", async () => {
  const folder = mkdtempSync(join(ROOT, "test/scripts/odd-"));
  try {
    const file = join(folder, "odd.test.ts");
    const test = 'test.prop([fc.nat()])("is even (at times)", () => Number(process.env.FC_SEED) % 2 === 0)';
    writeFileSync(file, `import { fc, test } from "@fast-check/vitest";\n${test};\n`);
    const path = relative(ROOT, file);
    const { code, stdout, stderr } = await seeds("2", path, "--from", "6");
    expect(stdout).toBe(
      [
        `FC_SEED=7 npx vitest run --project wasm ${path} -t 'is even \\(at times\\)'`,
        "2 seeds, 1 file, 1 test each: 1 failure",
        "",
      ].join("\n"),
    );
    expect([code, stderr.split("\n")[0]]).toEqual([1, "seeds: 6 7"]);
    expect((await seeds("1", path, "--from", "6")).code).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
