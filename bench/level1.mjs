// What a run at level 1 costs besides its steps, and how its steps grow; part of `npm run bench`, or alone: node bench/level1.mjs
import { pathToFileURL } from "node:url";
import { drawActiveTestExamples } from "../dist/src/data/activeTestExamples.js";
import { seenThrough } from "../dist/src/dynamics/dynamics.js";
import { byWeights, newJudge } from "../dist/src/dynamics/judge.js";
import { problemOf } from "../dist/src/dynamics/problem.js";
import { reduceTo } from "../dist/src/dynamics/reduce.js";
import { parseDynamics } from "../dist/src/dynamics/run.js";
import { touching } from "../dist/src/dynamics/touching.js";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { measure, tested } from "../dist/src/sim/metrics.js";
import { schedule } from "../dist/src/sim/schedule.js";

const optimizer = { name: "adamw", lr: 5e-5, weightDecay: 0.01, betas: [0.9, 0.999], eps: 0, convention: "pytorch" };
const DISJOINT = { sigmaP: 0.1, alpha: 0.2, q: 3, sigma0: 0.01, supports: "disjoint" };

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Microseconds of CPU time that a call takes. */
function cost(call) {
  const { user, system } = process.cpuUsage();
  const result = call();
  const after = process.cpuUsage();
  return [after.user + after.system - user - system, result];
}

function begin(run) {
  const [drawing, problem] = cost(() => problemOf(run));
  const { method } = reduceTo(run.method, problem);
  const [starting, training] = cost(() => method.start(problem));
  const [testing, { judge }] = cost(() => newJudge(run, problem));
  return { problem, training, judge, drawing, starting, testing };
}

/** A whole run of the papers' length at the default recordEvery: what start, steps and records take. */
function recording() {
  console.log(
    "\n### A run of 10000 epochs at the default recordEvery (101 records, 10000 fresh examples): paper-disjoint, AdamW, scalar; CPU time\n\n" +
      "| b | start, ms | steps, ms | records, ms | share of records | one record: median, least, ms | judged by all weights: median, least, ms |\n| --- | --- | --- | --- | --- | --- | --- |",
  );
  for (const batchSize of [2, 20, 100]) {
    const run = parseDynamics({ preset: "paper-disjoint", optimizer, batchSize, epochs: 10000 });
    const { problem, training, judge, drawing, starting, testing } = begin(run);
    const lanes = 2 * problem.network.neurons;
    const { coordinates } = problem.start;
    const fresh = drawActiveTestExamples(run.setting, run.seed, run.testSize, coordinates, lanes);
    const inFull = byWeights(problem, touching(fresh, coordinates.length), wasm);
    const [records, full] = [[], []];
    const record = () => {
      const [took] = cost(() => {
        const read = training.coefficients();
        return measure(seenThrough(problem, read), judge(training, read));
      });
      records.push(took / 1e3);
    };
    record();
    let steps = 0;
    for (const { batches, record: due } of schedule(run)) {
      steps += cost(() => training.run(batches))[0];
      if (!due) continue;
      record();
      if (records.length % 5 === 0) full.push(cost(() => tested(inFull(training, 0)))[0] / 1e3);
    }
    const recorded = records.reduce((sum, ms) => sum + ms, 0);
    const begun = (drawing + starting + testing) / 1e3;
    const ms = (list) => `${median(list).toFixed(1)}, ${Math.min(...list).toFixed(1)}`;
    console.log(
      `| ${batchSize} | ${begun.toFixed(0)} | ${(steps / 1e3).toFixed(0)} | ${recorded.toFixed(0)} | ${((100 * recorded) / (begun + steps / 1e3 + recorded)).toFixed(0)}% | ${ms(records.slice(3))} | ${ms(full)} |`,
    );
  }
}

/** One epoch of 10^5 examples. */
function many() {
  console.log(
    "\n### n = 100000, d = 10^12, b = 100, one epoch (1000 steps), AdamW, scalar; CPU time\n\n" +
      "| m | s | examples and weights, s | recurrence, s | fresh examples, s | the epoch, ms | us a step | a record, ms | most memory so far, MiB |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
  );
  for (const [m, s] of [
    [2, 1],
    [20, 1],
    [2, 10],
    [20, 10],
    [2, 100],
  ]) {
    const setting = { n: 1e5, d: 1e12, s, m, ...DISJOINT };
    const run = parseDynamics({ setting, optimizer, batchSize: 100, epochs: 1 });
    const { problem, training, judge, drawing, starting, testing } = begin(run);
    let epoch = 0;
    for (const { batches } of schedule(run)) epoch += cost(() => training.run(batches))[0];
    const [record] = cost(() => {
      const read = training.coefficients();
      return measure(seenThrough(problem, read), judge(training, read));
    });
    const seconds = [drawing, starting, testing].map((us) => (us / 1e6).toFixed(2));
    const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
    console.log(
      `| ${m} | ${s} | ${seconds.join(" | ")} | ${(epoch / 1e3).toFixed(0)} | ${(epoch / 1e3).toFixed(1)} | ${(record / 1e3).toFixed(0)} | ${memory} |`,
    );
  }
}

/** Least microseconds of CPU time a step, over many epochs. */
function stepTime(changes, batchSize) {
  const setting = { n: 1000, d: 1e9, s: 20, m: 20, ...DISJOINT, ...changes };
  const run = parseDynamics({ setting, optimizer, batchSize, epochs: 1e6, testSize: 1 });
  const problem = problemOf(run);
  const training = reduceTo(run.method, problem).method.start(problem);
  const times = [];
  let [spent, steps] = [0, 0];
  for (const { batches } of schedule(run)) {
    const [took] = cost(() => training.run(batches));
    spent += took;
    steps += batches.offsets.length - 1;
    if (spent < 40e3) continue;
    times.push(spent / steps);
    [spent, steps] = [0, 0];
    if (times.length === 8) return Math.min(...times.slice(2));
  }
  return Number.NaN;
}

/** How the time of a step grows when one size is doubled and doubled again. */
function slopes() {
  console.log(
    "\n### Growth of scalar's time a step: n = 1000, m = 20, b = 20, d = 10^9, s = 20; least CPU time\n\n| doubled twice | us a step | slope |\n| --- | --- | --- |",
  );
  const at = {
    b: (k) => stepTime({}, 20 * k),
    m: (k) => stepTime({ m: 20 * k }, 20),
    d: (k) => stepTime({ d: 1e9 * k }, 20),
    s: (k) => stepTime({ s: 20 * k }, 20),
    n: (k) => stepTime({ n: 1000 * k }, 20),
    "n, from 16000 on": (k) => stepTime({ n: 16000 * k, s: 1 }, 20),
  };
  for (const [name, time] of Object.entries(at)) {
    const times = [1, 2, 4].map(time);
    const slope = Math.log2(times[2] / times[0]) / 2;
    console.log(`| ${name} | ${times.map((us) => us.toFixed(2)).join(", ")} | ${slope.toFixed(2)} |`);
  }
}

/** Prints the three tables. */
export function benchLevel1() {
  recording();
  many();
  slopes();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) benchLevel1();
