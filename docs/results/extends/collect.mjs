// Gathers the sweeps of this study, FOLDER/NAME each, into ends.csv, ends.json (for `adamcheck figure ends`) and a table on standard output:
//   node docs/results/extends/collect.mjs FOLDER
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { linesOf } from "../lines.mjs";

const CHANGES = {
  base: "base",
  rademacher: "Rademacher noise",
  uniform: "uniform noise",
  laplace: "Laplace noise",
  "patches-3": "3 patches",
  "patches-5": "5 patches",
  "feature-4": "feature of 4 coordinates",
  "feature-16": "feature of 16 coordinates",
  "q-2": "q = 2",
  "q-1.5": "q = 1.5",
  "q-1": "q = 1 (ReLU)",
  biases: "biases",
  "second-layer": "trained second layer",
  "classes-3": "3 classes",
  rotated: "rotated basis",
};
const SERIES = [
  { panel: "Adam", name: "b = 100", optimizer: "adam", batchSize: 100 },
  { panel: "Adam", name: "b = 2", optimizer: "adam", batchSize: 2 },
  { panel: "AdamW", name: "b = 100", optimizer: "adamw", batchSize: 100 },
  { panel: "AdamW", name: "b = 2", optimizer: "adamw", batchSize: 2 },
];

const folder = process.argv[2];
const out = (name) => fileURLToPath(new URL(name, import.meta.url));
const csv = ["change,optimizer,batchSize,seed,testError,trainError,featurePlus,featureMinus,freshNoisePlus,freshNoiseMinus"];
const rows = [];
for (const [plan, change] of Object.entries(CHANGES)) {
  const journal = join(folder, plan, "runs.ndjson");
  const runs = linesOf(journal).map(({ outcome }) => outcome);
  if (runs.length === 0) continue;
  const values = SERIES.map(({ optimizer, batchSize }) => {
    const own = runs
      .filter(({ config }) => config.optimizer.name === optimizer && config.batchSize === batchSize)
      .sort((a, b) => a.config.seed - b.config.seed);
    for (const { config, final } of own) {
      const { testError, trainError, featureLearning: feature, freshNoise } = final;
      const of = (name) => [feature[name], freshNoise.high[name]];
      // Three classes have other names than +1 and -1: those of the first two.
      const [first, second] = Object.keys(feature).map(of);
      csv.push([plan, optimizer, batchSize, config.seed, testError, trainError, first[0], second[0], first[1], second[1]].join());
    }
    return own.map(({ final }) => final.testError);
  });
  rows.push({ change, values });
}
writeFileSync(out("ends.csv"), `${csv.join("\n")}\n`);
const series = SERIES.map(({ panel, name }) => ({ panel, name }));
writeFileSync(out("ends.json"), `${JSON.stringify({ measure: "test error", series, rows })}\n`);

const cell = (errors) => {
  const [learn, fail] = [errors.filter((e) => e < 0.01).length, errors.filter((e) => e >= 0.25).length];
  const short = (e) => String(Number(e.toPrecision(3)));
  const [least, most] = [Math.min(...errors), Math.max(...errors)].map(short);
  return `${learn} / ${fail}; ${least === most ? least : `${least} to ${most}`}`;
};
console.log(`| change | ${SERIES.map(({ panel, name }) => `${panel} ${name}`).join(" | ")} |\n| --- | --- | --- | --- | --- |`);
for (const { change, values } of rows) console.log(`| ${change} | ${values.map(cell).join(" | ")} |`);
