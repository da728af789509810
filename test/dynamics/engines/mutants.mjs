/*
 * Changes one operator or number of the kernel of trainings in coefficients at a time, compiles it, and tells which changes its tests do not notice:
 *   node test/dynamics/engines/mutants.mjs [FILE...]      files of src/dynamics/engines/kernel; all of them unless given
 * Nothing in the tree is touched. A few seconds a mutant. Prints what survived, and counts.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { bundleCases } from "./bundle.mjs";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const KERNEL = "src/dynamics/engines/kernel";
/** Seeds of the problems, and the share of the test's cases that each is given. */
const TRIES = [
  [1, 0.2],
  [2, 1],
  [3, 1],
];
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
    const put = (changed) => lines.map((old, k) => (k === at ? changed : old)).join("\n");
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
for (const folder of [KERNEL, "src/sim/engines/kernel"]) {
  mkdirSync(dirname(join(copy, folder)), { recursive: true });
  cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
}
symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
const { folder, path } = await bundleCases(true);
const compiled = join(copy, "kernel.wasm");

/** The kernel as bytes; undefined if the compiler refuses. */
async function compile() {
  let binary;
  const flags = ["--enable", "simd", "--runtime", "stub", "--exportTable", "-O3", "--noAssert"];
  const { error } = await asc.main([`${KERNEL}/index.ts`, "--baseDir", copy, "--outFile", "kernel.wasm", ...flags], {
    writeFile: (name, contents) => {
      if (name === "kernel.wasm") binary = contents;
    },
  });
  return error ? undefined : Buffer.from(binary);
}

const passes = ([seed, share]) => {
  const program = `const { manyCases } = await import(${JSON.stringify(path)}); manyCases(${seed}, ${share});`;
  const env = { ...process.env, KERNEL: compiled };
  return (
    spawnSync(process.execPath, ["--input-type=module", "-e", program], { env, timeout: TIMEOUT, stdio: "ignore" })
      .status === 0
  );
};

const all = readdirSync(join(copy, KERNEL)).filter((name) => name.endsWith(".ts"));
const names = process.argv.length > 2 ? process.argv.slice(2) : all;
const counts = { made: 0, refused: 0, same: 0, noticed: 0, survived: 0 };
try {
  const original = await compile();
  writeFileSync(compiled, original);
  if (!TRIES.every(passes)) throw new Error("the tests must pass before anything is changed; mend them");
  for (const name of names) {
    const at = join(copy, KERNEL, name);
    const text = readFileSync(at, "utf8");
    for (const mutant of mutantsOf(text)) {
      counts.made++;
      writeFileSync(at, mutant.text);
      const binary = await compile();
      if (binary) writeFileSync(compiled, binary);
      const outcome = !binary
        ? "refused"
        : binary.equals(original)
          ? "same"
          : TRIES.every(passes)
            ? "survived"
            : "noticed";
      counts[outcome]++;
      if (outcome === "survived" || outcome === "same")
        console.log(`${outcome}: ${name}:${mutant.at}: ${mutant.words}`);
      if (counts.made % 20 === 0) console.error(JSON.stringify(counts));
    }
    writeFileSync(at, text);
  }
  console.log(JSON.stringify(counts));
} finally {
  rmSync(copy, { recursive: true });
  rmSync(folder, { recursive: true });
}
