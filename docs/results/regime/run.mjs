// The study of disjoint supports at alpha = 0.2: every run of the grid, one line of NDJSON each, appended to runs-<shard>.ndjson here.
//   node docs/results/regime/run.mjs 1/2 & node docs/results/regime/run.mjs 2/2        (after `npm run build`)
// Started again, it goes on with the runs that are missing.
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dynamics } from "../../../dist/src/dynamics/dynamics.js";
import { parseDynamics } from "../../../dist/src/dynamics/run.js";
import { finish } from "../../../dist/src/sim/follow.js";
import { keysIn } from "../lines.mjs";

const LR = 1e-4;
/** eta times the number of steps: how far a sign step can carry a weight. */
const REACH = 2.5;

/** s with sqrt(s) sigmaP = 1, so that s sigmaP = sqrt(s). The second grid goes on where the first one's n ends. */
const GRIDS = [
  { n: 64, supports: [16, 64, 256, 1024], stepsAnEpoch: [1, 2, 4, 8, 16, 32, 64] },
  { n: 256, supports: [256, 1024], stepsAnEpoch: [32, 64, 128, 256] },
];
const LEVELS = [
  { method: "scalar", b2: 0.9 },
  { method: "scalar", b2: 0.99 },
  { method: "scalar", b2: 0.999 },
  { method: "sign", b2: 0.999 },
];
const SEEDS = Array.from({ length: 10 }, (_, k) => k + 1);

const runOf = (n, s, stepsAnEpoch, { method, b2 }, seed) => ({
  setting: {
    ...{ n, d: 1e9, s, sigmaP: 1 / Math.sqrt(s), alpha: 0.2, m: 10, q: 3, sigma0: 0.01 },
    ...{ labels: "balanced", supports: "disjoint" },
  },
  method,
  optimizer: { name: "adamw", lr: LR, weightDecay: 0.01, betas: [0.9, b2], eps: 0, convention: "pytorch" },
  batchSize: n / stepsAnEpoch,
  epochs: Math.ceil(REACH / LR / stepsAnEpoch),
  seed,
  testSize: 1000,
  recordEvery: Math.ceil(REACH / LR / stepsAnEpoch / 10),
});

const [shard, shards] = (process.argv[2] ?? "1/1").split("/").map(Number);
const out = fileURLToPath(new URL(`runs-${shard}.ndjson`, import.meta.url));
const done = keysIn(out);
const jobs = GRIDS.flatMap(({ n, supports, stepsAnEpoch }) =>
  SEEDS.flatMap((seed) =>
    supports.flatMap((s) => stepsAnEpoch.flatMap((k) => LEVELS.map((level) => ({ n, s, k, level, seed })))),
  ),
);
for (const [index, { n, s, k, level, seed }] of jobs.entries()) {
  if (index % shards !== shard - 1) continue;
  const key = `n=${n} s=${s} n/b=${k} ${level.method} b2=${level.b2} seed=${seed}`;
  if (done.has(key)) continue;
  const { final, engine, method } = finish(dynamics(parseDynamics(runOf(n, s, k, level, seed))));
  const { trainLoss, trainError, testError, featureLearning, noiseMemorization } = final;
  const line = { key, n, s, stepsAnEpoch: k, method: level.method, b2: level.b2, seed, engine, exact: method.exact };
  appendFileSync(
    out,
    `${JSON.stringify({ ...line, trainLoss, trainError, testError, featureLearning, noiseMemorization })}\n`,
  );
}
