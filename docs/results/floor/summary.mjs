// Sums up runs.ndjson:  node docs/results/floor/summary.mjs > docs/results/floor/summary.md
import { clopperPearson } from "../../../dist/src/statistics/clopperPearson.js";
import { linesOf } from "../lines.mjs";

const read = (name) => linesOf(new URL(name, import.meta.url));
const share = (runs, holds) => {
  const hits = runs.filter(holds).length;
  const { low, high } = clopperPearson(hits, runs.length);
  return `${hits} of ${runs.length} (${low.toFixed(2)} to ${high.toFixed(2)})`;
};
const rows = read("runs.ndjson");
const seeds = [...new Set(rows.map(({ seed }) => seed))];
console.log(`${rows.length} runs, seeds ${Math.min(...seeds)} to ${Math.max(...seeds)}, engine ${rows[0].engine.name} ${rows[0].engine.version}. n = 64, b^2/n is the order of the floor.\n`);
console.log("| n/b | b^2/n | lambda | training error 0 | test error at most 0.01 | largest test error |\n| --- | --- | --- | --- | --- | --- |");
for (const b of [4, 1]) {
  for (const lambda of [0, 1e-3, 1]) {
    const runs = rows.filter(({ batchSize, weightDecay }) => batchSize === b && weightDecay === lambda);
    const cells = [64 / b, (b * b) / 64, lambda, share(runs, ({ trainError }) => trainError === 0), share(runs, ({ testError }) => testError <= 0.01)];
    console.log(`| ${[...cells, Math.max(...runs.map(({ testError }) => testError))].join(" | ")} |`);
  }
}

const long = read("decay.ndjson");
console.log(`\n## Until decay has acted: T = 10/(eta lambda), every other hypothesis met with the constant 1\n`);
console.log(`${long.length} runs, seeds ${Math.min(...long.map(({ seed }) => seed))} to ${Math.max(...long.map(({ seed }) => seed))}, engine ${long[0].engine.name} ${long[0].engine.version}.\n`);
console.log("| theorem | n | b | floor min(b^2/n, 1) | lambda | steps | training error 0 | its test error: below 0.1 (4.5), at least 0.45 (4.4) | test errors | feature learning of a class |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
for (const { theorem, n, b, lambda, floor, epochs } of long.filter(({ seed }) => seed === long[0].seed)) {
  const runs = long.filter((row) => row.theorem === theorem && row.n === n && row.b === b && row.lambda === lambda);
  const came = theorem === "thm-4.5" ? ({ testError }) => testError < 0.1 : ({ testError }) => testError >= 0.45;
  const range = (values, digits) => `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
  const features = runs.flatMap(({ featureLearning }) => Object.values(featureLearning));
  const mark = lambda < floor ? ", below" : "";
  const cells = [theorem === "thm-4.5" ? "4.5" : "4.4 with C.13's alpha", n, b, floor, `${lambda}${mark}`, (epochs * n) / b];
  console.log(`| ${[...cells, share(runs, ({ trainError }) => trainError === 0), share(runs, came), range(runs.map(({ testError }) => testError), 3), range(features, 2)].join(" | ")} |`);
}
