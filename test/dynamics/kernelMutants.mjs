/*
 * Changes one operator or number of the kernel of trainings in coefficients at a time, compiles it, and tells which changes no test notices:
 *   node test/dynamics/kernelMutants.mjs [FILE...]      files of src/dynamics/engines/kernel; all of them unless given
 * The tree is copied first, so that nothing here is touched. About fifteen seconds a mutant. Prints what survived, and counts.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const KERNEL = "src/dynamics/engines/kernel";
const TESTS = ["test/dynamics/engines/wasm.test.ts", "test/dynamics/state.test.ts"];
const SEEDS = [1, 2];
const TIMEOUT = 120_000;

/** What stands in the code, and what may stand in its place. */
const CHANGES = [
  [/\bf64x2\.add\(/g, ["f64x2.sub("]],
  [/\bf64x2\.sub\(/g, ["f64x2.add("]],
  [/\bf64x2\.mul\(/g, ["f64x2.div("]],
  [/\bf64x2\.div\(/g, ["f64x2.mul("]],
  [/\bf64x2\.(sqrt|abs)\(/g, ["f64x2.neg("]],
  [/\bf64x2\.ne\(/g, ["f64x2.eq("]],
  [/\bf64x2\.eq\(/g, ["f64x2.ne("]],
  [/\bv128\.andnot\(/g, ["v128.or("]],
  [/\b(min|max)<f64>\(/g, ["__other<f64>("]],
  [/(?<=[\w)\]]) \+ (?=[\w(<])/g, [" - "]],
  [/(?<=[\w)\]]) - (?=[\w(<])/g, [" + "]],
  [/(?<=[\w)\]]) \* (?=[\w(<])/g, [" + "]],
  [/(?<=[\w)\]]) \/ (?=[\w(<])/g, [" * "]],
  [/ \+= /g, [" -= "]],
  [/ \*= /g, [" += "]],
  [/ == /g, [" != "]],
  [/ != /g, [" == "]],
  [/ < /g, [" <= "]],
  [/ <= /g, [" < "]],
  [/ >= /g, [" > "]],
  [/(?<=[ (?:])-(?=pull|difference)/g, [""]],
  [/(?<![\w.])1(?![\w.])/g, ["0", "2"]],
  [/(?<![\w.<])0(?![\w.])/g, ["1"]],
  [/<< 2\b/g, ["<< 3"]],
  [/<< 3\b/g, ["<< 2"]],
  [/\b(16)(?=[,) ;])/g, ["8"]],
  [/\bb1\b(?=[,) ;])/g, ["b2"]],
  [/\bb2\b(?=[,) ;])/g, ["b1"]],
  [/\btrue\b/g, ["false"]],
  [/\bfalse\b/g, ["true"]],
];

/** Lines that are statements on their own are left out, one at a time. */
const STATEMENT = /^ {2,}(?!return|const|let|if|else|for|while|\/\/|}|import)[\w.<>]+.*;$/;

/** Every change of a file's code: where it is, and the text after it. */
function* mutantsOf(text) {
  const lines = text.split("\n");
  const begins = lines.findLastIndex((line) => / from "/.test(line)) + 1;
  for (let at = begins; at < lines.length; at++) {
    const line = lines[at];
    if (/^\s*(\/\/|\*|\/\*)/.test(line) || /^export \{|^export let .*: (usize|i32|f64) = 0;$/.test(line)) continue;
    const code = line.replace(/\/\/.*$/, "");
    const put = (changed) => lines.with(at, changed).join("\n");
    for (const [pattern, others] of CHANGES) {
      for (const { 0: found, index } of code.matchAll(pattern)) {
        for (const other of others) {
          const turned = found.startsWith("min") ? found.replace("min", "max") : found.replace("max", "min");
          const place = other.startsWith("__other") ? turned : other;
          const changed = line.slice(0, index) + place + line.slice(index + found.length);
          yield { at: at + 1, words: `${line.trim()}  ->  ${changed.trim()}`, text: put(changed) };
        }
      }
    }
    if (STATEMENT.test(line)) yield { at: at + 1, words: `${line.trim()}  ->  (nothing)`, text: put("") };
  }
}

const copy = mkdtempSync(join(tmpdir(), "adamcheck-mutants-"));
for (const name of ["src", "test", "scripts", "proofs-check", "package.json", "tsconfig.json", "vitest.config.ts"]) {
  cpSync(join(ROOT, name), join(copy, name), { recursive: true });
}
symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
const setup = join(copy, "test/setup.ts");
writeFileSync(setup, readFileSync(setup, "utf8").replace("configureGlobal({", "configureGlobal({ endOnFailure: true,"));

const call = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: copy, env: { ...process.env, ...env }, encoding: "utf8", timeout: TIMEOUT });

const compiles = () => call(process.execPath, ["scripts/buildKernel.mjs", "src/dynamics/engines"]).status === 0;
const kernelText = () => readFileSync(join(copy, "src/dynamics/engines/kernel.generated.ts"), "utf8");

const passes = (seed) => {
  const args = ["run", "--project", "wasm", "--maxWorkers=1", "--bail=1", ...TESTS];
  return call(join(copy, "node_modules/.bin/vitest"), args, { FC_SEED: String(seed) }).status === 0;
};

const names =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync(join(copy, KERNEL)).filter((name) => name.endsWith(".ts"));
const counts = { made: 0, refused: 0, same: 0, noticed: 0, survived: 0 };
try {
  if (!compiles() || !SEEDS.every(passes)) throw new Error("the tests must pass before anything is changed; mend them");
  const original = kernelText();
  for (const name of names) {
    const path = join(copy, KERNEL, name);
    const text = readFileSync(path, "utf8");
    for (const mutant of mutantsOf(text)) {
      counts.made++;
      writeFileSync(path, mutant.text);
      const outcome = !compiles()
        ? "refused"
        : kernelText() === original
          ? "same"
          : SEEDS.every(passes)
            ? "survived"
            : "noticed";
      counts[outcome]++;
      if (outcome === "survived" || outcome === "same")
        console.log(`${outcome}: ${name}:${mutant.at}: ${mutant.words}`);
      if (counts.made % 20 === 0) console.error(JSON.stringify(counts));
    }
    writeFileSync(path, text);
  }
  console.log(JSON.stringify(counts));
} finally {
  rmSync(copy, { recursive: true });
}
