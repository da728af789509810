// Times the recurrences in coefficients beside the dense wasm engine; part of `npm run bench`, or alone: node bench/dynamics.mjs
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { drawStart } from "../dist/src/data/start.js";
import { featureNoise } from "../dist/src/dynamics/entries.js";
import { problemOf } from "../dist/src/dynamics/problem.js";
import { initialNoise, project } from "../dist/src/dynamics/projection.js";
import { METHODS } from "../dist/src/dynamics/reduce.js";
import { parseDynamics } from "../dist/src/dynamics/run.js";
import { reference } from "../dist/src/sim/engines/reference.js";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { schedule } from "../dist/src/sim/schedule.js";

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const hyper = { lr: 5e-5, weightDecay: 0.01, convention: "pytorch" };
const moments = { betas: [0.9, 0.999], eps: 0 };

/** Microseconds of CPU time that this process has taken. */
function cpuTime() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Microseconds of CPU time a step, over all epochs but the first ones (compilation). */
function timeEpochs(training, run, epochs, warm) {
  const legs = [...schedule({ ...run, epochs: epochs + warm })].map(({ batches }) => batches);
  for (const batches of legs.slice(0, warm)) training.run(batches);
  const begun = cpuTime();
  let steps = 0;
  for (const batches of legs.slice(warm)) {
    training.run(batches);
    steps += batches.offsets.length - 1;
  }
  return (cpuTime() - begun) / steps;
}

const runOf = (setting, b, name) =>
  parseDynamics({
    ...(setting ? { setting } : { preset: "paper-disjoint" }),
    optimizer: { name, ...hyper, ...(name !== "sgd" && moments) },
    ...{ batchSize: b, epochs: 1, seed: 1 },
  });

const methodNamed = (name) => METHODS.find((method) => method.name === name);

const PEERS = fileURLToPath(new URL("peers/", import.meta.url));
const ROUNDS = 5;

/** Writes what the peers of `scalar` train, over the batches of so many epochs. */
function writeScalar({ network, optimizer, start: { examples, weights } }, run, epochs) {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-bench-"));
  const { count, labels } = examples;
  const width = 2 * network.neurons;
  const raw = (name, array) => writeFileSync(join(folder, name), new Uint8Array(array.buffer));
  const each = (of) => Float64Array.from({ length: count }, (_, i) => of(i));
  const indices = [...schedule({ ...run, epochs })].flatMap(({ batches }) => [...batches.indices]);
  raw("initial.f64", initialNoise({ examples, weights }, width));
  raw("signal.f64", weights.slice(0, width));
  raw(
    "labels.f64",
    each((i) => labels[i]),
  );
  raw(
    "feature.f64",
    each((i) => featureNoise(examples, i)),
  );
  raw("norms.f64", project(examples, Math.sign).values);
  raw("batches.i32", Int32Array.from(indices));
  const { lr, weightDecay, betas } = optimizer;
  const [n, m, q, b] = [count, network.neurons, network.q, run.batchSize];
  writeFileSync(join(folder, "problem.json"), JSON.stringify({ n, m, q, b, lr, weightDecay, betas, chunks: ROUNDS }));
  return [folder, ...[n, m, q, b, indices.length / b, ROUNDS, lr, weightDecay, ...betas].map(String)];
}

const works = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** The peers of `scalar` that can run here: a name, and what is to be called with what writeScalar gives. */
function scalarPeers() {
  const python = "/usr/bin/python3";
  const binary = join(mkdtempSync(join(tmpdir(), "adamcheck-bench-")), "scalar");
  const strict = ["-O3", "-march=native", "-ffp-contract=off", "-fno-math-errno"];
  return [
    works("cc", [...strict, join(PEERS, "scalar_loop.c"), "-o", binary, "-lm"]) && [
      "C, visited examples, strict IEEE",
      (args) => [binary, args],
    ],
    works(python, ["-c", "import numpy"]) && [
      "NumPy, visited examples",
      ([folder]) => [python, [join(PEERS, "scalar_loop.py"), folder]],
    ],
  ].filter(Boolean);
}

const oneThread = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/** The engines of level 1 beside loops that others would write, interleaved by turns. */
function besidePeers() {
  const peers = scalarPeers();
  console.log(
    "\n### scalar, AdamW, n = 200, m = 20, disjoint supports: us of CPU time a step\n\n" +
      "| b | | least | median | median / wasm's | sum of squares of u |\n| --- | --- | --- | --- | --- | --- |",
  );
  for (const b of [2, 20, 100, 200]) {
    const run = runOf(undefined, b, "adamw");
    const problem = problemOf({ ...run, method: "scalar" });
    const epochs = Math.max(200, 2 * b);
    const args = writeScalar(problem, run, epochs);
    const engines = [wasm, reference].map((engine) => [`${engine.name} engine`, engine]);
    const rows = new Map([...engines, ...peers].map(([name]) => [name, { times: [] }]));
    for (let turn = 0; turn < 3; turn++) {
      for (const [name, engine] of engines) {
        const training = methodNamed("scalar").start(problem, engine);
        const row = rows.get(name);
        const legs = [...schedule({ ...run, epochs })].map(({ batches }) => batches);
        for (let round = 0; round < ROUNDS; round++) {
          const part = legs.slice((round * epochs) / ROUNDS, ((round + 1) * epochs) / ROUNDS);
          const begun = cpuTime();
          for (const batches of part) training.run(batches);
          row.times.push((cpuTime() - begun) / ((part.length * run.setting.n) / b));
        }
        row.sum = training.coefficients().signal.reduce((sum, u) => sum + u * u, 0);
      }
      for (const [name, command] of peers) {
        const { microseconds, sumOfSquares } = JSON.parse(
          execFileSync(...command(args), { env: oneThread, encoding: "utf8" }),
        );
        rows.get(name).times.push(...microseconds);
        rows.get(name).sum = sumOfSquares;
      }
    }
    const ours = median(rows.get("wasm engine").times);
    for (const [name, { times, sum }] of rows) {
      const [least, middle] = [Math.min(...times), median(times)];
      console.log(
        `| ${b} | ${name} | ${least.toFixed(2)} | ${middle.toFixed(2)} | ${(middle / ours).toFixed(2)} | ${sum.toPrecision(12)} |`,
      );
    }
  }
}

/** The recurrences and the dense engine in one line a batch size, interleaved by turns. */
function besideDense() {
  console.log(
    "\n### Training in coefficients: n = 200, s = 100, m = 20, d = 20031, disjoint supports; median us of CPU time a step\n\n" +
      "| b | AdamW eps = 0: dense wasm | scalar | ratio | SGD: dense wasm | gram | ratio |\n| --- | --- | --- | --- | --- | --- | --- |",
  );
  for (const b of [2, 20, 100, 200]) {
    const cells = [];
    for (const [optimizer, method] of [
      ["adamw", "scalar"],
      ["sgd", "gram"],
    ]) {
      const run = runOf(undefined, b, optimizer);
      const problem = problemOf({ ...run, method });
      const dense = wasm.start({ ...problem, ...drawStart(run.setting, problem.network, 1) });
      const recurrence = methodNamed(method).start(problem);
      const [slow, fast] = [[], []];
      for (let turn = 0; turn < 5; turn++) {
        slow.push(timeEpochs(dense, run, b === 2 ? 1 : 4, turn === 0 ? 1 : 0));
        fast.push(timeEpochs(recurrence, run, 200, turn === 0 ? 60 : 0));
      }
      cells.push(median(slow).toFixed(0), median(fast).toFixed(1), (median(slow) / median(fast)).toFixed(0));
    }
    console.log(`| ${b} | ${cells.join(" | ")} |`);
  }
}

/** That d and s cost nothing. */
function growth() {
  console.log(
    "\n### Cost of a step of scalar as d and s grow (n = 64, m = 20, b = 2)\n\n| d | s | median us/step |\n| --- | --- | --- |",
  );
  for (const [d, s] of [
    [1e5, 100],
    [1e8, 100],
    [1e12, 100],
    [1e12, 25],
    [1e12, 400],
  ]) {
    const setting = { n: 64, d, s, sigmaP: 0.1, alpha: 0.2, m: 20, q: 3, sigma0: 0.01, supports: "disjoint" };
    const run = runOf(setting, 2, "adamw");
    const training = methodNamed("scalar").start(problemOf({ ...run, method: "scalar" }));
    const times = [1, 2, 3, 4, 5].map((turn) => timeEpochs(training, run, 300, turn === 1 ? 300 : 0));
    console.log(`| ${d.toExponential(0)} | ${s} | ${median(times).toFixed(1)} |`);
  }
}

/** Prints both tables. */
export function benchDynamics() {
  besidePeers();
  besideDense();
  growth();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) benchDynamics();
