/*
 * Plants mistakes in src/dynamics, one at a time, and tells whether the exactness tests notice: node test/dynamics/mutants.mjs [TEST...]
 * The tree is copied first, so that nothing here is touched. Prints a table in Markdown.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TESTS = process.argv.length > 2 ? process.argv.slice(2) : ["test/dynamics/exactness.test.ts"];
const SEEDS = [1, 2];

/** File in src/dynamics, what stands there, what is put in its place, and the mistake in words. */
const MUTANTS = [
  ["coasting", "stepSize(from + k)", "stepSize(from + k - 1)", "a drift with the step size of one step before"],
  [
    "coasting",
    "out.drift = sum * integerPower(rho, count - felt)",
    "out.drift = sum",
    "decay after the drift forgotten",
  ],
  [
    "coasting",
    "b2 === 0 ? 0 : b1 / Math.sqrt(b2);\n  const horizon",
    "b2 === 0 ? b1 : b1 / Math.sqrt(b2);\n  const horizon",
    "b1 for the ratio at b2 = 0",
  ],
  ["coasting", "NEGLIGIBLE = 8.271806125530277e-25", "NEGLIGIBLE = 1e-10", "tails of the drift left out at 1e-10"],
  ["coasting", "TRACELESS = 5.551115123125783e-17", "TRACELESS = 1e-10", "bias correction taken as 1 too early"],
  ["coasting", "sum = rho * sum + power * stepSize", "sum = sum + power * stepSize", "no decay within the drift"],
  ["coasting", "power *= ratio;\n      sum", "sum", "steps that do not fade"],
  [
    "coasting",
    "out.drift = sum * integerPower",
    "out.drift = (1 + 1e-11) * sum * integerPower",
    "drift times 1 + 1e-11",
  ],
  [
    "coasting",
    "out.shrink = integerPower(rho, count)",
    "out.shrink = integerPower(rho, count - 1)",
    "one decay too few",
  ],
  [
    "coasting",
    "out.momFactor = integerPower(b1, count)",
    "out.momFactor = integerPower(b1, count - 1)",
    "first moment decays once too few",
  ],
  [
    "coasting",
    "out.secFactor = integerPower(b2, count)",
    "out.secFactor = integerPower(b2, count + 1)",
    "second moment decays once too often",
  ],
  ["coasting", "return stepSize / rootScale", "return stepSize * rootScale", "bias correction of the root inverted"],
  ["coasting", 'name === "sgd" ? 1 - eta * lambda', 'name === "sgd" ? 1', "SGD without decay"],
  [
    "coasting",
    "flush(secFactor * (sec[r] as number), TINY_SQUARE)",
    "flush(momFactor * (sec[r] as number), TINY_SQUARE)",
    "sec decays by b1",
  ],
  [
    "directionalPart",
    "c[at] = (c[at] as number) - (factors.drift",
    "c[at] = (c[at] as number) + (factors.drift",
    "drift with the wrong sign",
  ],
  [
    "directionalPart",
    "for (const i of visited) upTo[i] = step + 1",
    "for (const i of visited) upTo[i] = step",
    "a visited example coasts one step too many",
  ],
  [
    "directionalPart",
    "const along = direction(value)",
    "const along = Math.abs(direction(value))",
    "addTo without the sign",
  ],
  [
    "directionalPart",
    "for (let at = first; at < end; at++) c[at] = shrunk(factors.shrink, c[at] as number);",
    "",
    "c does not decay while away",
  ],
  ["directionalPart", "decayMoments({ mom, sec }, factors, first, end);", "", "moments do not decay while away"],
  ["directionalPart", "exchangeAll(visited, true);", "", "a step that is not written back"],
  [
    "coordinatePart",
    "const below = size * (roots[r] as number) + eps",
    "const below = (roots[r] as number) + eps",
    "eps against the scalar's root",
  ],
  [
    "coordinatePart",
    "for (let t = from + 1; t <= felt; t++)",
    "for (let t = from + 1; t < felt; t++)",
    "one coasting step too few",
  ],
  [
    "coordinatePart",
    "advance(i, moments, step + 1);",
    "advance(i, moments, step);",
    "bias correction of one step before",
  ],
  [
    "coordinatePart",
    "added[at] = rho * (added[at] as number) - moved",
    "added[at] = (added[at] as number) - moved",
    "added does not decay",
  ],
  ["coordinatePart", "integerPower(rho, rest)", "1", "no decay after the horizon"],
  [
    "coordinatePart",
    "Math.sqrt(moments.sec[r] as number) * rootScale",
    "Math.sqrt(moments.sec[r] as number)",
    "no bias correction of the root",
  ],
  [
    "coefficientTraining",
    "out[r] = (out[r] as number) + x * (signal.weights[r] as number)",
    "out[r] = (out[r] as number) - x * (signal.weights[r] as number)",
    "feature noise with the wrong sign",
  ],
  ["coefficientTraining", "residual(margin) / batch.length", "residual(margin) / examples.count", "1/n for 1/b"],
  [
    "coefficientTraining",
    "(response.signal[r] as number) + x * (response.noise[r] as number)",
    "(response.signal[r] as number)",
    "feature noise does not pull at the feature",
  ],
  [
    "coefficientTraining",
    "const decayed = integerPower(rho, signal.step);\n    let finite",
    "const decayed = integerPower(rho, signal.step + 1);\n    let finite",
    "x with one decay too many",
  ],
  ["pulls", "room.fill(0, size - width, size)", "", "pulls of the batch before are left"],
  ["projection", "(values[e] as number) * along", "Math.abs(values[e] as number) * along", "|zeta| in the Gram matrix"],
];

const copy = mkdtempSync(join(tmpdir(), "adamcheck-mutants-"));
for (const name of ["src", "test", "proofs-check", "package.json", "tsconfig.json", "vitest.config.ts"]) {
  cpSync(join(ROOT, name), join(copy, name), { recursive: true });
}
symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));

const passes = (seed) => {
  try {
    const command = ["run", "--project", "wasm", "--maxWorkers=1", "--bail=1", ...TESTS];
    const env = { ...process.env, FC_SEED: String(seed) };
    execFileSync(join(copy, "node_modules/.bin/vitest"), command, { cwd: copy, env, stdio: "ignore", timeout: 300000 });
    return true;
  } catch {
    return false;
  }
};

let killed = 0;
try {
  if (!SEEDS.every(passes)) throw new Error("the tests must pass before anything is planted, but do not; mend them");
  console.log("| file | mistake | noticed |\n| --- | --- | --- |");
  for (const [file, from, to, mistake] of MUTANTS) {
    const path = join(copy, "src/dynamics", `${file}.ts`);
    const text = readFileSync(path, "utf8");
    if (text.split(from).length !== 2)
      throw new Error(`${file}.ts must hold ${JSON.stringify(from)} once, but does not; correct the table`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
    const by = SEEDS.find((seed) => !passes(seed));
    if (by !== undefined) killed++;
    console.log(`| ${file} | ${mistake} | ${by === undefined ? "no" : `yes, seed ${by}`} |`);
    writeFileSync(path, text);
  }
  console.log(
    `\n${killed} of ${MUTANTS.length} noticed by ${TESTS.join(" ")} on the property seeds ${SEEDS.join(", ")}`,
  );
} finally {
  rmSync(copy, { recursive: true });
}
