// Times engines and peers side by side in one call and prints ratios; see bench/README.md. Run it with `npm run bench`.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { weightsToNested } from "../dist/src/data/weights.js";
import { reference } from "../dist/src/sim/engines/reference.js";
import { twoThreads } from "../dist/src/sim/engines/twoThreads.js";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { benchDynamics } from "./dynamics.mjs";
import { benchFormulas } from "./formulas.mjs";
import { benchLevel1 } from "./level1.mjs";
import { problem, ROUNDS, timeEngine } from "./problem.mjs";
import { benchWider } from "./wider.mjs";

const PEERS = fileURLToPath(new URL("peers/", import.meta.url));

const sorted = (list) => [...list].sort((a, b) => a - b);
const quantile = (list, p) => sorted(list)[Math.min(list.length - 1, Math.floor(p * list.length))];

/** Writes the problem for the peers. */
function writeProblem({ setting, network, examples, weights, optimizer, b, steps, batches }) {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-bench-"));
  const { n, d, m, q } = setting;
  const noise = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    for (let e = examples.rows[i]; e < examples.rows[i + 1]; e++)
      noise[i * d + examples.coordinates[e]] = examples.values[e];
  }
  const raw = (name, array) => writeFileSync(join(folder, name), new Uint8Array(array.buffer));
  raw("noise.f64", noise);
  raw("labels.f64", Float64Array.from(examples.labels));
  raw("weights.f64", Float64Array.from(weightsToNested(weights, network.neurons).flat(2)));
  raw("batches.i32", batches.indices);
  const { name, lr, weightDecay, betas, eps } = optimizer;
  const about = { n, d, m, q, b, optimizer: name, lr, weightDecay, betas, eps, chunks: ROUNDS };
  writeFileSync(join(folder, "problem.json"), JSON.stringify(about));
  const numbers = [n, d, m, q, b, steps, ROUNDS, lr, weightDecay, ...betas, eps, name === "adam" ? 1 : 0].map(String);
  return { folder, numbers };
}

const works = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** The peers that can run here: name and command, given what writeProblem returns. */
function peers() {
  const python = "/usr/bin/python3";
  const found = [];
  const binary = join(mkdtempSync(join(tmpdir(), "adamcheck-bench-")), "dense");
  if (
    works("cc", [
      "-O3",
      "-march=native",
      "-ffp-contract=off",
      "-fno-math-errno",
      join(PEERS, "dense_loop.c"),
      "-o",
      binary,
      "-lm",
    ])
  ) {
    found.push(["C, dense, -O3 -march=native", ({ folder, numbers }) => [binary, [folder, ...numbers]]]);
  }
  if (works(python, ["-c", "import numpy"])) {
    found.push(["NumPy, dense", ({ folder }) => [python, [join(PEERS, "numpy_loop.py"), folder]]]);
  }
  if (works(python, ["-c", "import torch"])) {
    found.push(["PyTorch eager, float64", ({ folder }) => [python, [join(PEERS, "torch_loop.py"), folder]]]);
    found.push(["PyTorch eager, float32", ({ folder }) => [python, [join(PEERS, "torch_loop.py"), folder, "float32"]]]);
  }
  return found;
}

const oneThread = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
const runPeer = ([command, args]) => JSON.parse(execFileSync(command, args, { env: oneThread, encoding: "utf8" }));

/** Two trainings at a time, each in a thread of its own: microseconds of wall time a step and training, halved. */
async function timeTwoWorkers(b, steps, name) {
  const one = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("worker.mjs", import.meta.url), { workerData: { b, steps, name } });
      worker.once("message", resolve);
      worker.once("error", reject);
    });
  const both = await Promise.all([one(), one()]);
  return {
    microseconds: both[0].microseconds.map((t, k) => Math.max(t, both[1].microseconds[k]) / 2),
    sumOfSquares: both[0].sumOfSquares,
  };
}

function report(title, rows) {
  const base = quantile(rows[0].microseconds, 0.5);
  console.log(
    `\n### ${title}\n\n| | median us/step | min | max | time / wasm's | sum of squares |\n| --- | --- | --- | --- | --- | --- |`,
  );
  for (const { name, microseconds: t, sumOfSquares } of rows) {
    const median = quantile(t, 0.5);
    const cells = [median, quantile(t, 0), quantile(t, 1)].map((x) => x.toFixed(1));
    console.log(`| ${name} | ${cells.join(" | ")} | ${(median / base).toFixed(2)} | ${sumOfSquares.toPrecision(12)} |`);
  }
}

async function compare(b, name, found) {
  const steps = ROUNDS * (b <= 2 ? 400 : b <= 20 ? 200 : 60);
  const ours = problem({}, b, steps, name);
  const written = writeProblem(ours);
  const rows = new Map();
  const add = (label, { microseconds, sumOfSquares }) => {
    const row = rows.get(label) ?? { name: label, microseconds: [], sumOfSquares };
    row.microseconds.push(...microseconds);
    rows.set(label, row);
  };
  // Interleaved, so that a slower minute of the machine falls on all alike.
  for (let turn = 0; turn < 3; turn++) {
    add("wasm engine", timeEngine(wasm, ours));
    for (const [label, command] of found) add(label, runPeer(command(written)));
    add("reference engine", timeEngine(reference, ours));
    add("wasm engine, --threads 2", timeEngine(twoThreads, ours));
    add("wasm engine, two runs on 2 workers, per run", await timeTwoWorkers(b, steps, name));
  }
  report(`paper setting, ${name}, b = ${b}`, [...rows.values()]);
}

/** How the time of a step grows when one size is doubled and doubled again: the slope in doubly logarithmic scales. */
function growth() {
  console.log(
    "\n### Growth of the wasm engine's time per step (Adam, b = 20 unless b grows)\n\n| doubled | slope |\n| --- | --- |",
  );
  const at = (changes, b = 20) => quantile(timeEngine(wasm, problem(changes, b, ROUNDS * 200)).microseconds, 0.25);
  const sizes = {
    d: (k) => at({ d: 1000 * k }),
    m: (k) => at({ m: 20 * k }),
    s: (k) => at({ s: 100 * k }),
    b: (k) => at({}, 20 * k),
    n: (k) => at({ n: 200 * k }),
  };
  for (const [name, time] of Object.entries(sizes)) {
    console.log(`| ${name} | ${(Math.log2(time(4) / time(1)) / 2).toFixed(2)} |`);
  }
}

const found = peers();
console.log(
  `Node ${process.version}, ${cpus()[0].model}, ${cpus().length} cores; peers: ${found.map(([name]) => name).join("; ") || "none"}`,
);
// Batch sizes as arguments: those alone, without the other tables.
const sizes = process.argv.slice(2).map(Number);
for (const name of ["adam", "adamw"]) {
  for (const b of sizes.length > 0 ? sizes : [2, 20, 100, 200]) await compare(b, name, found);
}
if (sizes.length === 0) {
  growth();
  benchWider();
  benchDynamics();
  benchLevel1();
  benchFormulas();
}
