/*
 * Plants mistakes in src/dynamics, one at a time, and tells whether the exactness tests notice: node test/dynamics/mutants.mjs [TEST...]
 * The tree is copied first, so that nothing here is touched. Prints a table in Markdown, about five minutes for one test file.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TESTS = process.argv.length > 2 ? process.argv.slice(2) : ["test/dynamics/exactness.test.ts"];
const SEEDS = [1, 2];

/** File in src/dynamics, what stands there, what is put in its place (arrays: several places), and the mistake in words. */
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
  ["coefficientTraining", "residual(margin) / batch.length", "residual(margin) / (batch.length + 1)", "b + 1 for b"],
  [
    "coefficientTraining",
    "response.signal[r] = y * (signal.weights[r] as number)",
    "response.signal[r] = signal.weights[r] as number",
    "the signal patch without its label",
  ],
  [
    "coefficientTraining",
    "settled.step !== signal.step",
    "settled.step < 0",
    "coefficients of the first look, for ever",
  ],
  [
    "coefficientTraining",
    "noisePart.catchUp(i, signal.step);\n      see",
    "see",
    "an example that comes back is taken as it was left",
  ],
  [
    "coefficientTraining",
    "finite &&= Number.isFinite(margin)",
    "finite &&= !Number.isNaN(margin)",
    "an infinite output does not stop the training",
  ],
  [
    "coefficientTraining",
    "out[k] = shrunk(decayed, initial[k] as number)",
    "out[k] = initial[k] as number",
    "w_0 does not decay",
  ],
  ["directionalPart", "c: c.slice(), moments", "c, moments", "reading moves the coefficients"],
  ["directionalPart", "upTo: upTo.slice()", "upTo", "reading makes an example count as up to date"],
  [
    "directionalPart",
    "(factors.drift * (mom[at] as number)) / root",
    "(factors.drift * Math.abs(mom[at] as number)) / root",
    "the drift of |mom|",
  ],
  [
    "directionalPart",
    "for (let p = rows[i] as number; p < end; p++) coast",
    "coast(i, step);\n      for (let p = end; p < end; p++) coast",
    "neighbours are not brought up to date",
  ],
  ["coordinatePart", "moments.mom[r] = nextMom(b1,", "moments.mom[r] = nextMom(b2,", "b2 for b1"],
  [
    "coordinatePart",
    "x * (numerators[r] as number)",
    "size * (numerators[r] as number)",
    "steps without the sign of xi",
  ],
  [
    "coordinatePart",
    "const horizon = driftHorizon(optimizer)",
    "const horizon = driftHorizon(optimizer) / 4",
    "a quarter of the horizon",
  ],
  ["coordinatePart", "mom: mom.slice(), sec: sec.slice()", "mom, sec", "reading moves the moments"],
  [
    "coordinatePart",
    ["const roots = new Float64Array(width);", "const g = gradients[place * width + r] as number;"],
    [
      "const roots = new Float64Array(width);\n  const unused = new Float64Array(width);",
      "const g = (gradients[place * width + r] as number) + 0 * (unused[r] as number);\n          unused[r] = (unused[r] as number) - (biasCorrection(optimizer, step + 1).stepSize * nextMom(b1, moments.mom[r] as number, g)) / (Math.sqrt(nextSec(b2, moments.sec[r] as number, g)) + eps);",
    ],
    "one array of unused weights for all examples, as it was: 0 * NaN enters every gradient",
  ],
  ["gram", "(z) => z,", "Math.sign,", "signs for SGD's direction"],
  ["scalar", "Math.sign)", "(z) => z)", "xi itself for the direction of a normalized step"],
  [
    "entries",
    "(examples.values[first] as number) : 0",
    "-(examples.values[first] as number) : 0",
    "feature noise of the other sign",
  ],
  ["pulls", "(room[first + r] as number) + (coefficients", "(coefficients", "an example named twice pulls once"],
  ["pulls", "for (const i of visited) place[i] = -1;", "", "places of the batch before are kept"],
  [
    "projection",
    "direction(values[entries[at] as number] as number)",
    "direction(values[e] as number)",
    "the Gram matrix of one entry twice",
  ],
  [
    "projection",
    "value * (weights[k * width + r] as number)",
    "Math.abs(value) * (weights[k * width + r] as number)",
    "z_i(0) of |zeta_i|",
  ],
  ["pulls", "room.fill(0, size - width, size)", "", "pulls of the batch before are left"],
  ["projection", "(values[e] as number) * along", "Math.abs(values[e] as number) * along", "|zeta| in the Gram matrix"],
];

const copy = mkdtempSync(join(tmpdir(), "adamcheck-mutants-"));
for (const name of ["src", "test", "proofs-check", "package.json", "tsconfig.json", "vitest.config.ts"]) {
  cpSync(join(ROOT, name), join(copy, name), { recursive: true });
}
symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));

// Nobody reads the smallest case here: a property ends at its first failure.
const setup = join(copy, "test/setup.ts");
writeFileSync(setup, readFileSync(setup, "utf8").replace("configureGlobal({", "configureGlobal({ endOnFailure: true,"));

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
  if (!SEEDS.every(passes)) throw new Error("the tests must pass before anything is planted, but do not; mend them");
  console.log("| file | mistake | noticed |\n| --- | --- | --- |");
  for (const [file, from, to, mistake] of MUTANTS) {
    const path = join(copy, "src/dynamics", `${file}.ts`);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, planted(file, text, [from].flat(), [to].flat()));
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
