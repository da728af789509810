// Times the recurrences in coefficients beside the dense wasm engine; part of `npm run bench`, or alone: node bench/dynamics.mjs
import { pathToFileURL } from "node:url";
import { drawStart } from "../dist/src/data/start.js";
import { problemOf } from "../dist/src/dynamics/dynamics.js";
import { METHODS } from "../dist/src/dynamics/reduce.js";
import { parseDynamics } from "../dist/src/dynamics/run.js";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { schedule } from "../dist/src/sim/schedule.js";

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const hyper = { lr: 5e-5, weightDecay: 0.01, convention: "pytorch" };
const moments = { betas: [0.9, 0.999], eps: 0 };

/** Microseconds a step, one number an epoch, the first epochs (compilation) left out. */
function timeEpochs(training, run, epochs, warm) {
  const times = [];
  for (const { batches } of schedule({ ...run, epochs: epochs + warm })) {
    const begun = performance.now();
    training.run(batches);
    times.push(((performance.now() - begun) / (batches.offsets.length - 1)) * 1e3);
  }
  return times.slice(warm);
}

const runOf = (setting, b, name) =>
  parseDynamics({
    ...(setting ? { setting } : { preset: "paper-disjoint" }),
    optimizer: { name, ...hyper, ...(name !== "sgd" && moments) },
    ...{ batchSize: b, epochs: 1, seed: 1 },
  });

const methodNamed = (name) => METHODS.find((method) => method.name === name);

/** The recurrences and the dense engine in one line a batch size, interleaved by turns. */
function besideDense() {
  console.log(
    "\n### Training in coefficients: n = 200, s = 100, m = 20, d = 20031, disjoint supports; median us/step\n\n" +
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
        slow.push(...timeEpochs(dense, run, b === 2 ? 1 : 4, turn === 0 ? 1 : 0));
        fast.push(...timeEpochs(recurrence, run, 60, turn === 0 ? 60 : 0));
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
    const times = timeEpochs(methodNamed("scalar").start(problemOf({ ...run, method: "scalar" })), run, 300, 300);
    console.log(`| ${d.toExponential(0)} | ${s} | ${median(times).toFixed(1)} |`);
  }
}

/** Prints both tables. */
export function benchDynamics() {
  besideDense();
  growth();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) benchDynamics();
