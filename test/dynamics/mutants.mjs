/*
 * Plants mistakes in src/dynamics, one at a time, and tells whether the exactness tests notice: node test/dynamics/mutants.mjs [TEST...]
 * The tree is copied first, so that nothing here is touched. Prints a table in Markdown, about five minutes for one test file.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MUTANTS } from "./mutantTable.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TESTS = process.argv.length > 2 ? process.argv.slice(2) : ["test/dynamics/exactness.test.ts"];
const SEEDS = [1, 2];

const copy = mkdtempSync(join(tmpdir(), "adamcheck-mutants-"));
for (const name of ["src", "test", "proofs-check", "package.json", "tsconfig.json", "vitest.config.ts"]) {
  cpSync(join(ROOT, name), join(copy, name), { recursive: true });
}
symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));

// Nobody reads the smallest case here: a property ends at its first failure.
const setup = join(copy, "test/setup.ts");
writeFileSync(setup, readFileSync(setup, "utf8").replace("configureGlobal({", "configureGlobal({ endOnFailure: true,"));

const pathOf = (file) => join(copy, "src/dynamics", `${file}.ts`);

/** A file's text with a mistake planted; the table must fit it. */
const planted = (file, text, places, mistakes) =>
  places.reduce((changed, from, k) => {
    if (changed.split(from).length !== 2)
      throw new Error(`${file}.ts must hold ${JSON.stringify(from)} once, but does not; correct the table`);
    return changed.replace(from, () => mistakes[k]);
  }, text);

/** Whether the tests pass; a mistake that keeps them from running is one of the table. */
const passes = (seed) => {
  const command = ["run", "--project", "wasm", "--maxWorkers=1", "--bail=1", ...TESTS];
  const env = { ...process.env, FC_SEED: String(seed) };
  const vitest = join(copy, "node_modules/.bin/vitest");
  const { status, signal, stdout, stderr } = spawnSync(vitest, command, {
    cwd: copy,
    env,
    encoding: "utf8",
    timeout: 300000,
  });
  if (status !== 0 && signal === null && !/Property failed|AssertionError/.test(stdout + stderr))
    throw new Error(`the tests must fail by what they assert, but do not; correct the table\n${stdout}${stderr}`);
  return status === 0;
};

let killed = 0;
try {
  for (const [file, from, to] of MUTANTS) planted(file, readFileSync(pathOf(file), "utf8"), [from].flat(), [to].flat());
  if (!SEEDS.every(passes)) throw new Error("the tests must pass before anything is planted, but do not; mend them");
  console.log("| file | mistake | noticed |\n| --- | --- | --- |");
  for (const [file, from, to, mistake] of MUTANTS) {
    const text = readFileSync(pathOf(file), "utf8");
    writeFileSync(pathOf(file), planted(file, text, [from].flat(), [to].flat()));
    const by = SEEDS.find((seed) => !passes(seed));
    if (by !== undefined) killed++;
    console.log(`| ${file} | ${mistake} | ${by === undefined ? "no" : `yes, seed ${by}`} |`);
    writeFileSync(pathOf(file), text);
  }
  console.log(
    `\n${killed} of ${MUTANTS.length} noticed by ${TESTS.join(" ")} on the property seeds ${SEEDS.join(", ")}`,
  );
} finally {
  rmSync(copy, { recursive: true });
}
