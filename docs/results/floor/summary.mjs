// Sums up runs.ndjson:  node docs/results/floor/summary.mjs > docs/results/floor/summary.md
import { readFileSync } from "node:fs";
import { clopperPearson } from "../../../dist/src/bounds/clopperPearson.js";

const rows = readFileSync(new URL("runs.ndjson", import.meta.url), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const seeds = [...new Set(rows.map(({ seed }) => seed))];
console.log(`${rows.length} runs, seeds ${Math.min(...seeds)} to ${Math.max(...seeds)}, engine ${rows[0].engine.name} ${rows[0].engine.version}. n = 64, b^2/n is the order of the floor.\n`);
console.log("| n/b | b^2/n | lambda | training error 0 | test error at most 0.01 | largest test error |\n| --- | --- | --- | --- | --- | --- |");
for (const b of [4, 1]) {
  for (const lambda of [0, 1e-3, 1]) {
    const runs = rows.filter(({ batchSize, weightDecay }) => batchSize === b && weightDecay === lambda);
    const share = (holds) => {
      const hits = runs.filter(holds).length;
      const { low, high } = clopperPearson(hits, runs.length);
      return `${hits} of ${runs.length} (${low.toFixed(2)} to ${high.toFixed(2)})`;
    };
    const cells = [64 / b, (b * b) / 64, lambda, share(({ trainError }) => trainError === 0), share(({ testError }) => testError <= 0.01)];
    console.log(`| ${[...cells, Math.max(...runs.map(({ testError }) => testError))].join(" | ")} |`);
  }
}
