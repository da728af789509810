/*
 * Gradient descent on 256 images, every weight (level 0) beside the products of all patches (level 1), in the same run, by CPU time, in turns. node bench/imagesLevel1.mjs
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../dist/src/data/images/files.js";
import { MNIST } from "../dist/src/data/images/shipped.js";
import { startPatchGram } from "../dist/src/dynamics/patchGram.js";
import { problemOf } from "../dist/src/dynamics/problem.js";
import { parseDynamics } from "../dist/src/dynamics/run.js";
import { joinBatches } from "../dist/src/sim/batches.js";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { coloursIn } from "./colours.mjs";

const N = 256;
const ROUNDS = 7;
const STEPS = 4;

const milliseconds = (work) => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
};

const folder = mkdtempSync(join(tmpdir(), "adamcheck-bench-"));
const colours = coloursIn(folder, N);
const sources = [
  ["MNIST, nine patches", MNIST],
  ["MNIST, four patches", { ...MNIST, stride: 14 }],
  ["MNIST, whole", { ...MNIST, patch: [28, 28] }],
  ["MNIST, whole, standardized", { ...MNIST, patch: [28, 28], normalize: "standard" }],
  ["colours, four patches", { ...colours, patch: [16, 16] }],
  ["colours, whole", { ...colours, patch: [32, 32] }],
];
console.log(
  "| images | n P | numbers of a patch that are not black | b | level 0: ms of CPU time a step | level 1 | level 1 / level 0 | weights agree to | level 1's start, ms |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
for (const [name, data] of sources) {
  for (const b of [16, N]) {
    const run = parseDynamics({
      setting: { n: N, m: 10, q: 2, sigma0: 0.01, data },
      optimizer: { name: "sgd", lr: 0.001, weightDecay: 0.001 },
      ...{ batchSize: b, epochs: 1, testSize: 1 },
    });
    const problem = problemOf(run);
    const { network, optimizer, start } = problem;
    let level1;
    const begun = milliseconds(() => {
      level1 = startPatchGram(problem);
    });
    const level0 = wasm.start({ network, optimizer, examples: start.examples, weights: start.weights.slice() });
    const batches = (round) =>
      joinBatches(
        Array.from({ length: STEPS }, (_, t) =>
          Array.from({ length: b }, (__, i) => ((round * STEPS + t) * b + i) % N),
        ),
      );
    const times = Array.from({ length: ROUNDS }, (_, round) =>
      [level0, level1].map((level) => milliseconds(() => level.run(batches(round))) / STEPS),
    );
    const [zero, one] = [0, 1].map((who) => Math.min(...times.map((pair) => pair[who])));
    const weights = level1.weights();
    const apart = weights.reduce((most, w, k) => Math.max(most, Math.abs(w - level0.weights[k])), 0);
    const size = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
    const { rows, values, ground } = start.examples;
    const own = ground ? values.filter((x, e) => x !== ground[start.examples.coordinates[e]]).length : values.length;
    const cells = [N * run.setting.patches, (own / (rows.length - 1)).toFixed(0), b, zero.toFixed(2), one.toFixed(2)];
    console.log(
      `| ${[name, ...cells, (one / zero).toFixed(2), (apart / size).toExponential(1), begun.toFixed(0)].join(" | ")} |`,
    );
  }
}
rmSync(folder, { recursive: true, force: true });
