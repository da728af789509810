// Sums up runs-*.ndjson:  node docs/results/thresholds/summary.mjs > docs/results/thresholds/summary.md        (after `npm run build`)
import { fileURLToPath } from "node:url";
import { featureThresholds } from "../../../dist/src/bounds/thresholds/feature/featureThreshold.js";
import { noiseThresholds } from "../../../dist/src/bounds/thresholds/noise/noiseThresholds.js";
import { problemOf } from "../../../dist/src/dynamics/problem.js";
import { parseDynamics } from "../../../dist/src/dynamics/run.js";
import { runOf, SETTINGS } from "./starts.mjs";
import { linesOfShards } from "../lines.mjs";

const rows = linesOfShards(fileURLToPath(new URL(".", import.meta.url)));

/** Of a class (or of all examples, without one): what the start says. */
const explicit = new Map();
function predictions(setting, seed, name) {
  const key = `${setting} ${seed}`;
  if (!explicit.has(key)) {
    const { network, start } = problemOf(parseDynamics(runOf(setting, 0, seed)));
    explicit.set(key, {
      labels: start.examples.labels,
      feature: featureThresholds(network, start),
      noise: noiseThresholds(network, start),
    });
  }
  const { labels, feature, noise } = explicit.get(key);
  const of = (values) => [...values].filter((_, i) => !name || labels[i] === Number(name)).sort((a, b) => a - b);
  const ranks = (values) => ({ least: values[0], middle: values[values.length >> 1], most: values.at(-1) });
  return { feature: feature[name], mean: ranks(of(noise.mean)), flow: ranks(of(noise.flow)), drift: ranks(of(noise.drift)) };
}

/** P(Binomial(N, p) <= k). */
function binomial(k, N, p) {
  let [term, sum] = [(1 - p) ** N, 0];
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= ((N - i) / (i + 1)) * (p / (1 - p));
  }
  return sum;
}
function root(falling) {
  let [low, high] = [0, 1];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (falling(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}
/** 95% Clopper-Pearson interval for a share of k in N. */
const clopperPearson = (k, N) => [
  k === 0 ? 0 : root((p) => 0.025 - (1 - binomial(k - 1, N, p))),
  k === N ? 1 : root((p) => binomial(k, N, p) - 0.025),
];

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1];
const two = (x) => (x === undefined ? "" : Number.isFinite(x) ? x.toFixed(2) : "none");
/** How many times too large or too small. */
const factor = (ratio) => (ratio > 0 ? Math.max(ratio, 1 / ratio) : Number.POSITIVE_INFINITY);
const finished = (row) => row.estimate !== null;
/** Both say that the answer is no at every weight decay. */
const never = (row, predicted) => row.below === null && predicted === 0;

/** The empirical thresholds of a setting say one number for all of its starts: what a prediction of single starts has to beat. */
const settingsMedian = (row) =>
  quantile(rows.filter(({ setting, question }) => setting === row.setting && question === row.question).filter(finished).map(({ estimate }) => estimate), 0.5);

/** [title, question, what the start says; of a row, what else there is] */
const COMPARED = [
  ["feature: (q p/2) U^(q-2)", "feature-grows", ({ feature }) => feature.threshold],
  ["feature: first step", "feature-grows", ({ feature }) => feature.firstStep],
  ["feature: median of the setting", "feature-grows", (_, row) => settingsMedian(row)],
  ["some example memorized: largest flow", "some-noise-grows", ({ flow }) => flow.most],
  ["some example memorized: largest mean", "some-noise-grows", ({ mean }) => mean.most],
  ["some example memorized: largest drift", "some-noise-grows", ({ drift }) => drift.most],
  ["some example memorized: median of the setting", "some-noise-grows", (_, row) => settingsMedian(row)],
  ["all examples memorized: largest flow", "all-noise-grows", ({ flow }) => flow.most],
  ["all examples memorized: least flow", "all-noise-grows", ({ flow }) => flow.least],
  ["all examples memorized: least mean", "all-noise-grows", ({ mean }) => mean.least],
  ["a class fails: largest flow", "class-fails", ({ flow }) => flow.most],
  ["a class fails: middle flow", "class-fails", ({ flow }) => flow.middle],
  ["a class fails: middle mean", "class-fails", ({ mean }) => mean.middle],
  ["a class fails: least flow", "class-fails", ({ flow }) => flow.least],
  ["a class fails: median of the setting", "class-fails", (_, row) => settingsMedian(row)],
];

const seedsOf = (list) => new Set(list.map(({ setting, seed }) => `${setting} ${seed}`)).size;
console.log(`${rows.length} searches over ${seedsOf(rows)} starts, full-batch Adam. Ratio: empirical / explicit threshold; both classes, where a class is asked about.`);
console.log("Factor f: the ratio is within [1/f, f]. Starts within: in every class asked about, \"never\" on both sides included; 95% Clopper-Pearson interval.");
function table(title, list) {
  console.log(`\n### ${title}\n`);
  console.log("| | starts | searches | no switch | not monotone | median ratio | factor 50% | 90% | 100% | starts within 1.1 | 1.25 | 1.5 | 2 |");
  console.log(`|${" --- |".repeat(13)}`);
  for (const [name, question, predict] of COMPARED) {
    const asked = list.filter((row) => row.question === question);
    if (asked.length === 0) continue;
    const predicted = (row) => predict(predictions(row.setting, row.seed, question === "class-fails" ? undefined : row.class), row);
    const ratioOf = (row) => row.estimate / predicted(row);
    const found = asked.filter(finished);
    const ratios = found.map(ratioOf);
    const starts = [...new Set(asked.map(({ setting, seed }) => `${setting} ${seed}`))];
    const within = (f) => {
      const held = starts.filter((start) =>
        asked.filter(({ setting, seed }) => `${setting} ${seed}` === start).every((row) => (finished(row) && factor(ratioOf(row)) <= f) || never(row, predicted(row))),
      ).length;
      const [low, high] = clopperPearson(held, starts.length);
      return `${held}/${starts.length} (${low.toFixed(2)} to ${high.toFixed(2)})`;
    };
    const factors = ratios.map(factor);
    const cells = [
      ...[name, starts.length, asked.length, asked.length - found.length, asked.filter(({ monotone }) => !monotone).length],
      ...(ratios.length > 0 ? [two(quantile(ratios, 0.5)), ...[0.5, 0.9, 1].map((share) => two(quantile(factors, share)))] : ["", "", "", ""]),
      ...[1.1, 1.25, 1.5, 2].map(within),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
table("All settings", rows);
for (const setting of Object.keys(SETTINGS)) {
  const list = rows.filter((row) => row.setting === setting);
  if (list.length > 0) table(setting, list);
}

console.log("\n### From some example memorized to all, and to a class that fails\n");
console.log("Of the starts with both: threshold of all (over that of some), class by class; threshold of failing over the smaller of the two of some.\n");
console.log("| | pairs | all / some: median | smallest | within 6% of 1 | starts | fails / some: median | smallest | largest | never fails |");
console.log(`|${" --- |".repeat(10)}`);
for (const setting of Object.keys(SETTINGS)) {
  const of = (question) => rows.filter((row) => row.setting === setting && row.question === question);
  const some = (seed) => of("some-noise-grows").filter((row) => row.seed === seed);
  const ratios = of("all-noise-grows").filter(finished).map((row) => row.estimate / some(row.seed).find((other) => other.class === row.class).estimate);
  const asked = of("class-fails");
  const fails = asked.filter(finished).map((row) => row.estimate / Math.min(...some(row.seed).map(({ estimate }) => estimate)));
  const cells = [
    ...[setting, ratios.length, two(quantile(ratios, 0.5)), two(Math.min(...ratios)), ratios.filter((ratio) => factor(ratio) <= 1.06).length],
    ...[asked.length, two(quantile(fails, 0.5)), two(Math.min(...fails)), fails.length > 0 ? two(Math.max(...fails)) : "none", asked.length - fails.length],
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
