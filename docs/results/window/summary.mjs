// Sums up runs-*.ndjson:  node docs/results/window/summary.mjs > docs/results/window/summary.md        (after `npm run build`)
import { fileURLToPath } from "node:url";
import { featureThresholds } from "../../../dist/src/bounds/thresholds/feature/featureThreshold.js";
import { noiseThresholds } from "../../../dist/src/bounds/thresholds/noise/noiseThresholds.js";
import { problemOf } from "../../../dist/src/dynamics/problem.js";
import { parseDynamics } from "../../../dist/src/dynamics/run.js";
import { linesOfShards } from "../lines.mjs";

const all = linesOfShards(fileURLToPath(new URL(".", import.meta.url)));

const epochsOf = ({ path }) => path.at(-1)[0];
const rows = all.filter((run) => epochsOf(run) === 10000);

const sorted = (values) => [...new Set(values)].sort((a, b) => a - b);
const short = (x) => (x === 0 ? "0" : Math.abs(x) < 1e-3 || Math.abs(x) >= 1e4 ? x.toExponential(1) : `${+x.toPrecision(3)}`);
/** Smallest to largest. */
const range = (values) => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? short(low) : `${short(low)} to ${short(high)}`;
};
const classes = (metric) => [metric["+1"], metric["-1"]];
/** The loss of a network that has learnt one class of two, and nothing of the other. */
const ONE_CLASS = Math.log(2) / 2;

console.log("Adam (coupled decay), preset `paper`, lr 5e-5, betas 0.9 and 0.999, 2000 fresh examples.");
console.log(`${all.length} runs, of 10^4 epochs in the tables by lambda. "Trained": loss at the end below (ln 2)/2. Ranges run over seeds, and over classes where a metric has one each.`);
for (const batchSize of sorted(rows.map((run) => run.batchSize))) {
  const of = rows.filter((run) => run.batchSize === batchSize);
  console.log(`\n### b = ${batchSize}\n`);
  console.log(
    "| lambda | seeds | trained | training error | test error >= 1/2 | 1/4 to 1/2 | below 0.01 | test error | feature learning | least memorized | most memorized | loss |",
  );
  console.log(`|${" --- |".repeat(12)}`);
  for (const weightDecay of sorted(of.map((run) => run.weightDecay))) {
    const runs = of.filter((run) => run.weightDecay === weightDecay);
    const count = (holds) => runs.filter((run) => holds(run)).length;
    const cells = [
      ...[weightDecay, runs.length, count(({ trainLoss }) => trainLoss < ONE_CLASS)],
      range(runs.map(({ trainError }) => trainError)),
      count(({ testError }) => testError >= 0.5),
      count(({ testError }) => testError >= 0.25 && testError < 0.5),
      count(({ testError }) => testError < 0.01),
      range(runs.map(({ testError }) => testError)),
      range(runs.flatMap(({ featureLearning }) => classes(featureLearning))),
      range(runs.flatMap(({ noiseMemorization }) => classes(noiseMemorization.min))),
      range(runs.flatMap(({ noiseMemorization }) => classes(noiseMemorization.max))),
      range(runs.map(({ trainLoss }) => trainLoss)),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

console.log("\n### On the way: epochs\n");
console.log("| b | lambda | runs of | seeds | training error 0 from | worst test error after epoch 500 | test error below 0.01 from | seeds that never are |");
console.log(`|${" --- |".repeat(8)}`);
/** The first recorded epoch from which on a column of the path stays below a bound. */
const from = ({ path }, column, bound) => {
  const last = path.findLastIndex((moment) => moment[column] >= bound);
  return path[last + 1]?.[0];
};
for (const batchSize of sorted(all.map((run) => run.batchSize))) {
  for (const epochs of sorted(all.map(epochsOf))) {
    const of = all.filter((run) => run.batchSize === batchSize && epochsOf(run) === epochs && run.weightDecay < 1e-3);
    for (const weightDecay of sorted(of.map((run) => run.weightDecay))) {
      const runs = of.filter((run) => run.weightDecay === weightDecay);
      const learns = runs.map((run) => from(run, 3, 0.01));
      const known = learns.filter((epoch) => epoch !== undefined);
      const cells = [
        ...[batchSize, weightDecay, epochs, runs.length],
        range(runs.map((run) => from(run, 2, Number.MIN_VALUE))),
        range(runs.map(({ path }) => Math.max(...path.filter(([epoch]) => epoch >= 500).map((moment) => moment[3])))),
        ...[known.length > 0 ? range(known) : "", runs.length - known.length],
      ];
      console.log(`| ${cells.join(" | ")} |`);
    }
  }
}

console.log("\n### Explicit thresholds of these starts (both read the whole training set, so b does not enter)\n");
console.log("Noise: over the examples, smallest, median, largest. Feature: class +1, class -1.\n");
console.log("| seed | noise, mean | noise, flow | drift infinite | feature | feature, first step |");
console.log(`|${" --- |".repeat(6)}`);
/** Of the runs without memorization (lambda at least 5e-4, b = 100): class by class, whether the start said if its feature is learnt. */
const told = { threshold: [], firstStep: [] };
const spread = (values) => {
  const ascending = [...values].sort((a, b) => a - b);
  return [ascending[0], ascending[ascending.length >> 1], ascending.at(-1)].map(short).join(", ");
};
for (const seed of sorted(rows.map((run) => run.seed))) {
  const run = { preset: "paper", optimizer: { name: "adam", lr: 5e-5 }, batchSize: 100, epochs: 1, seed };
  const { network, start } = problemOf(parseDynamics(run));
  const noise = noiseThresholds(network, start);
  const feature = classes(featureThresholds(network, start));
  const large = rows.filter((run) => run.batchSize === 100 && run.seed === seed && run.weightDecay >= 5e-4);
  for (const { weightDecay, featureLearning } of large) {
    for (const [c, learnt] of classes(featureLearning).entries()) {
      for (const name of Object.keys(told)) {
        const factor = feature[c][name] / weightDecay;
        told[name].push({ near: factor < 2 && factor > 0.5, right: learnt > 0.1 === factor > 1 });
      }
    }
  }
  const cells = [
    ...[seed, spread(noise.mean), spread(noise.flow), `${(100 * noise.endless).toFixed(0)}%`],
    feature.map(({ threshold }) => short(threshold)).join(", "),
    feature.map(({ firstStep }) => short(firstStep)).join(", "),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
console.log("\nClass by class in the runs at b = 100 and lambda >= 5e-4, \"learnt at the end\" is what the start's feature threshold says:\n");
for (const [name, title] of [["threshold", "(q p/2) U^(q-2)"], ["firstStep", "first step"]]) {
  const near = told[name].filter((pair) => pair.near);
  const right = (list) => `${list.filter((pair) => pair.right).length} of ${list.length}`;
  console.log(`- ${title}: ${right(told[name])}; where lambda is within a factor 2 of it, ${right(near)}`);
}
