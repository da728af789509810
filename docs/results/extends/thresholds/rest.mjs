// q = 1.5, where no weight decay stops a feature: where Adam's largest feature of each class comes to rest. One line of NDJSON a run.
//   node docs/results/extends/thresholds/rest.mjs rest.ndjson 4201 4212        (after `npm run build`)
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dynamics } from "../../../../dist/src/dynamics/dynamics.js";
import { parseDynamics } from "../../../../dist/src/dynamics/run.js";
import { finish } from "../../../../dist/src/sim/follow.js";

const [name = "rest.ndjson", first = "4201", last = "4212"] = process.argv.slice(2);
const POINTS = [
  { mu: 1, weightDecay: 3 },
  { mu: 1, weightDecay: 10 },
  { mu: 2, weightDecay: 10 },
];
const lines = [];
for (let seed = Number(first); seed <= Number(last); seed++) {
  for (const { mu, weightDecay } of POINTS) {
    const predicted = ((1.5 / 4) * mu ** 1.5 / weightDecay) ** 2;
    const lr = predicted / 200;
    const epochs = Math.ceil(0.1 / lr);
    const { final } = finish(
      dynamics(
        parseDynamics({
          setting: { n: 16, d: 100000, s: 36, sigmaP: 1 / 6, alpha: 0, m: 5, q: 1.5, sigma0: 0.01, labels: "balanced", supports: "disjoint", mu },
          optimizer: { name: "adam", lr, weightDecay, betas: [0.9, 0.999], eps: 0 },
          ...{ batchSize: 16, epochs, seed, testSize: 1, recordEvery: epochs },
        }),
      ),
    );
    lines.push({ mu, weightDecay, seed, predicted, rest: Object.values(final.featureLearning) });
  }
}
writeFileSync(fileURLToPath(new URL(name, import.meta.url)), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
