// Theorems 4.5 and 4.4 below lambda's floor, until decay has long acted: T = 10/(eta lambda), and every other hypothesis met with the constant 1.
//   node docs/results/floor/decay.mjs [first seed] [last seed]       (after `npm run build`); writes decay.ndjson, one line a run
// Expected before the runs: below the floor as above it, for Theorem 4.5 (training error 0, test error below 0.1) and for 4.4 (test error at least 0.45).
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dynamics } from "../../../dist/src/dynamics/dynamics.js";
import { parseDynamics } from "../../../dist/src/dynamics/run.js";
import { finish } from "../../../dist/src/sim/follow.js";
import { hypothesesOf, unmetBy } from "../../../dist/proofs-check/meeting.js";
import { studyRun } from "../../../dist/proofs-check/support/choices/adamwStudy.js";
import { keysIn } from "../lines.mjs";

const DECAY_TIMES = 10;
/** The settings of `adamcheck check thm-4.5` and `thm-4.4`, and Theorem 4.5's at n = 32 with a start as small as that n asks. */
const MINI = { n: 16, b: 1, s: 4, sigmaP: 0.5, alpha: 0.2, m: 8, sigma0: 0.12, eta: 3.2e-3, cEps: 1, betas: [0.5, 0.9] };
const LARGE = { n: 8, b: 8, s: 16, sigmaP: 0.25, alpha: 0.4, m: 4, sigma0: 0.12, eta: (0.9 * 0.12 * 0.12) / 16, cEps: 0.3, betas: [0.5, 0.9] };
const STUDIES = [
  { theorem: "thm-4.5", letters: MINI, lambdas: [0.5, 0.1, 0.03, 0.01], long: [0.003] },
  { theorem: "thm-4.4-alpha", letters: LARGE, lambdas: [1, 0.1, 0.03] },
  { theorem: "thm-4.4-alpha", letters: { ...LARGE, b: 4, cEps: 1 }, lambdas: [1, 0.1, 0.03] },
  { theorem: "thm-4.5", letters: { ...MINI, n: 32, b: 2, sigma0: 0.06, eta: 8e-4 }, lambdas: [0.5, 0.1, 0.03], long: [0.01] },
];
/** Runs of a million steps are made of the first three seeds alone. */
const LONG_SEEDS = [3101, 3102, 3103];

const [first = "3101", last = "3110"] = process.argv.slice(2);
const out = fileURLToPath(new URL("decay.ndjson", import.meta.url));
const done = keysIn(out);
for (let seed = Number(first); seed <= Number(last); seed++) {
  for (const { theorem, letters, lambdas, long = [] } of STUDIES) {
    for (const lambda of [...lambdas, ...(LONG_SEEDS.includes(seed) ? long : [])]) {
      const { n, b, eta } = letters;
      const key = `${theorem} n=${n} b=${b} lambda=${lambda} seed=${seed}`;
      if (done.has(key)) continue;
      const run = studyRun({ ...letters, lambda }, DECAY_TIMES / (eta * lambda), seed);
      const unmet = unmetBy(hypothesesOf(theorem), run);
      if (unmet.some((name) => name !== "adamw-decay-least")) throw new Error(`${key} misses ${unmet.join(", ")}`);
      const { final, engine } = finish(dynamics(parseDynamics({ ...run, testSize: 1000 })));
      const { trainError, testError, featureLearning, noiseMemorization } = final;
      const floor = Math.min((b * b) / n, 1);
      const line = { key, theorem, n, b, lambda, floor, epochs: run.epochs, seed, engine, unmet, trainError, testError, featureLearning, noiseMemorization };
      appendFileSync(out, `${JSON.stringify(line)}\n`);
    }
  }
}
