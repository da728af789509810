// Does mini-batch AdamW need lambda = Omega~(b^2/n ^ 1)? n = 64, s = 16, n/b = 16 and 64 at lambda = 0, 1e-3 and 1: training and test error, fresh seeds.
//   node docs/results/floor/run.mjs [first seed] [last seed]       (after `npm run build`); writes runs.ndjson, one line a run
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dynamics } from "../../../dist/src/dynamics/dynamics.js";
import { parseDynamics } from "../../../dist/src/dynamics/run.js";
import { finish } from "../../../dist/src/sim/follow.js";
import { keysIn } from "../lines.mjs";

const LR = 4e-4;
/** eta times the number of steps; at lambda = 1 five decay times. */
const REACH = 5;
const N = 64;

const runOf = (batchSize, weightDecay, seed) => ({
  setting: {
    ...{ n: N, d: 1e9, s: 16, sigmaP: 0.25, alpha: 0.2, m: 10, q: 3, sigma0: 0.02 },
    ...{ labels: "balanced", supports: "disjoint" },
  },
  method: "scalar",
  optimizer: { name: "adamw", lr: LR, weightDecay, betas: [0.9, 0.999], eps: 0, convention: "pytorch" },
  batchSize,
  epochs: Math.ceil((REACH / LR) * (batchSize / N)),
  seed,
  testSize: 1000,
  recordEvery: Math.ceil((REACH / LR) * (batchSize / N)),
});

const [first = "3001", last = "3010"] = process.argv.slice(2);
const out = fileURLToPath(new URL("runs.ndjson", import.meta.url));
const done = keysIn(out);
for (let seed = Number(first); seed <= Number(last); seed++) {
  for (const batchSize of [4, 1]) {
    for (const weightDecay of [0, 1e-3, 1]) {
      const key = `b=${batchSize} lambda=${weightDecay} seed=${seed}`;
      if (done.has(key)) continue;
      const { final, engine } = finish(dynamics(parseDynamics(runOf(batchSize, weightDecay, seed))));
      const { trainError, testError, featureLearning } = final;
      appendFileSync(out, `${JSON.stringify({ key, batchSize, weightDecay, seed, engine, trainError, testError, featureLearning })}\n`);
    }
  }
}
