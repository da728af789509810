// Where full-batch AdamW ends within |w| <= 1/lambda, with eps = 0 and 1e-8: npm run -s build && node docs/results/margins/run.mjs > docs/results/margins/eps.json
import { margins } from "../../../dist/src/index.js";

const setting = {
  ...{ n: 8, d: 65, s: 8, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.01 },
  ...{ labels: "balanced", supports: "disjoint" },
};
const SEEDS = Array.from({ length: 40 }, (_, k) => k + 1);

const rows = [];
for (const network of ["linear", "cnn"]) {
  for (const eps of [0, 1e-8]) {
    for (const epochs of [4000, 16_000]) {
      const gaps = [];
      for (const seed of SEEDS) {
        const optimizer = { name: "adamw", lr: 0.1, weightDecay: 1, betas: [0.5, 0.9], eps };
        const run = { setting, network, optimizer, lrSchedule: "inverseSqrt", batchSize: 8, epochs, recordEvery: epochs };
        const { final } = await margins({ ...run, seed, testSize: 1 });
        gaps.push({ seed, gap: final.constrained.gap, filled: final.constrained.filled, trainLoss: final.trainLoss });
      }
      const stuck = gaps.filter(({ gap }) => gap > 0.02);
      rows.push({ network, eps, epochs, within: gaps.length - stuck.length, of: gaps.length, gaps });
    }
  }
}
process.stdout.write(`{"rows":[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]}\n`);
