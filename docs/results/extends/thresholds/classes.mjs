// Three classes, which level 1 does not follow: the weight decay up to which the first class's feature grows under Adam, every weight trained, over q (K-1)/K^2 U^(q-2). One line of NDJSON a search.
//   node docs/results/extends/thresholds/classes.mjs classes.ndjson 4301 4312        (after `npm run build`)
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { questionNamed } from "../../../../dist/src/bounds/thresholds/search/questions.js";
import { switchPoint } from "../../../../dist/src/bounds/thresholds/search/switchPoint.js";
import { finish } from "../../../../dist/src/sim/follow.js";
import { parseRun } from "../../../../dist/src/sim/run.js";
import { simulation } from "../../../../dist/src/sim/simulate.js";

const [name = "classes.ndjson", first = "4301", last = "4312"] = process.argv.slice(2);
const K = 3;
const setting = { n: 15, d: 100, s: 4, sigmaP: 0.1, alpha: 0, m: 4, q: 3, sigma0: 0.01, labels: "balanced", supports: "disjoint", classes: K };
const lr = setting.sigma0 / 100;
const runAt = (weightDecay, seed, epochs) =>
  parseRun({ setting, seed, batchSize: setting.n, epochs, testSize: 1, recordEvery: Math.min(epochs, 20), optimizer: { name: "adam", lr, weightDecay, betas: [0.9, 0.999], eps: 0 } });
const { soon } = questionNamed("feature-grows");

/** Whether the first class's feature grows before it dies. */
function* grows(weightDecay, seed) {
  let start;
  let answer;
  const training = simulation(runAt(weightDecay, seed, 3000), {
    onRecord(moment) {
      start ??= moment;
      answer ??= soon(start, moment, "+1");
    },
  });
  let at = training.next();
  while (!at.done) at = training.next(answer !== undefined);
  return answer ?? false;
}

const lines = [];
for (let seed = Number(first); seed <= Number(last); seed++) {
  let start;
  finish(simulation(runAt(1, seed, 1), { onRecord: (moment) => void (start ??= moment) }));
  const predicted = ((setting.q * (K - 1)) / K ** 2) * start.featureLearning["+1"] ** (setting.q - 2);
  if (!(predicted > 0)) continue;
  const { below, above, monotone } = finish(switchPoint((lambda) => grows(lambda, seed), { guess: predicted, tolerance: 0.02, growth: 1.5, reach: 10, checks: 1 }));
  lines.push({ study: "classes", change: "K = 3", seed, predicted, below, above, monotone });
}
writeFileSync(fileURLToPath(new URL(name, import.meta.url)), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
