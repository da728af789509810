/*
 * Images: a step of ours beside one of PyTorch, eager, one thread, in the same run, by CPU time. node bench/images.mjs [python]
 * MNIST, whose pixels are mostly black, in [0, 1] and standardized; and coloured noise of CIFAR's shape, of which no number is 0.
 * PyTorch multiplies with the BLAS that it finds: Debian's plain one, unless LD_LIBRARY_PATH names another (OPENBLAS_NUM_THREADS=1).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../dist/src/data/images/files.js";
import { MNIST } from "../dist/src/data/images/shipped.js";
import { drawStart } from "../dist/src/data/start.js";
import { shuffledIndices } from "../dist/src/random/shuffle.js";
import { openStream } from "../dist/src/random/stream.js";
import { networkOf } from "../dist/src/setting/network.js";
import { cutIntoBatches } from "../dist/src/sim/batches.js";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { patchTable } from "../dist/src/sim/patchTable.js";
import { parseRun } from "../dist/src/sim/run.js";
import { coloursIn } from "./colours.mjs";

const N = 1024;
const ROUNDS = 5;
const [python = "/usr/bin/python3"] = process.argv.slice(2);

function problem(data, b, precision) {
  const run = parseRun({
    setting: { n: N, m: 20, q: 2, sigma0: 0.01, data: { ...data, precision } },
    optimizer: { name: "adam", lr: 5e-4, weightDecay: 5e-4 },
    ...{ batchSize: b, epochs: 1, testSize: 1 },
  });
  const network = networkOf("cnn", run.setting);
  const { examples, weights } = drawStart(run.setting, network, 1);
  const steps = ROUNDS * (b < 100 ? 64 : 8);
  const indices = new Int32Array(steps * b);
  for (let at = 0, epoch = 0; at < indices.length; at += N, epoch++) {
    indices.set(shuffledIndices(openStream(1, "shuffle", epoch), N).subarray(0, indices.length - at), at);
  }
  return { run, network, examples, weights, steps, batches: cutIntoBatches(indices, b) };
}

/** Microseconds of CPU time of a step of ours, a number a round; and the sum of squares of the weights. */
function ours({ run, network, examples, weights, steps, batches }) {
  const training = wasm.start({ network, optimizer: run.optimizer, examples, weights: weights.slice() });
  const size = steps / ROUNDS;
  const times = Array.from({ length: ROUNDS }, (_, k) => {
    const begun = process.cpuUsage();
    training.run({ indices: batches.indices, offsets: batches.offsets.slice(k * size, (k + 1) * size + 1) });
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / size;
  });
  return { microseconds: times, sumOfSquares: training.weights.reduce((sum, w) => sum + w * w, 0) };
}

function theirs({ run, weights, batches }, b, dtype) {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-bench-"));
  try {
    const { n, patches, d, classes, values, labels } = patchTable(run);
    const { lr, weightDecay, betas, eps } = run.optimizer;
    const { m, q } = run.setting;
    writeFileSync(join(folder, "x.f64"), values);
    writeFileSync(join(folder, "labels.i32"), labels);
    writeFileSync(join(folder, "weights.f64"), weights);
    writeFileSync(join(folder, "batches.i32"), batches.indices);
    const said = { n, patches, d, classes, m, q, b, lr, weightDecay, betas, eps, rounds: ROUNDS };
    writeFileSync(join(folder, "problem.json"), JSON.stringify(said));
    const script = new URL("peers/torch_images.py", import.meta.url).pathname;
    const { stdout, stderr, status } = spawnSync(python, [script, folder, dtype], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const least = ({ microseconds }) => Math.min(...microseconds);

console.log(
  "| pixels | b | float64: us of CPU time a step | torch | ours / torch | weights agree to | float32 | torch | ours / torch | agree to |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
const own = mkdtempSync(join(tmpdir(), "adamcheck-bench-"));
const sources = [
  ["MNIST, [0, 1]", { ...MNIST, normalize: "unit" }],
  ["MNIST, standardized", { ...MNIST, normalize: "standard" }],
  ["colours, standardized", { ...coloursIn(own, N), patch: [8, 8] }],
];
for (const [name, data] of sources) {
  for (const b of [16, 256]) {
    const problems = ["float64", "float32"].map((precision) => [precision, problem(data, b, precision)]);
    // In turn, twice: what else the machine does falls on all of them.
    const turns = [0, 1].map(() => problems.map(([precision, one]) => [ours(one), theirs(one, b, precision)]));
    const cells = problems.flatMap((_, k) => {
      const [mine, theirOwn] = [0, 1].map((who) => Math.min(...turns.map((turn) => least(turn[k][who]))));
      const [a, c] = turns[0][k].map(({ sumOfSquares }) => sumOfSquares);
      return [mine.toFixed(0), theirOwn.toFixed(0), (mine / theirOwn).toFixed(2), Math.abs(a / c - 1).toExponential(1)];
    });
    console.log(`| ${[name, b, ...cells].join(" | ")} |`);
  }
}
rmSync(own, { recursive: true, force: true });
