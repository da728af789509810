// The study of the window between the thresholds: every run of the grid, one line of NDJSON each, appended to runs-<shard>.ndjson here.
//   node docs/results/window/run.mjs 1/2 & node docs/results/window/run.mjs 2/2        (after `npm run build`)
// Started again, it goes on with the runs that are missing.
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseRun } from "../../../dist/src/sim/run.js";
import { simulate } from "../../../dist/src/sim/simulate.js";
import { keysIn } from "../lines.mjs";

/** From far below the noise thresholds of these starts (some 1e-4) to far above their feature thresholds (about 1.4e-2). */
const DECAYS = [
  ...[1e-7, 1e-6, 1e-5, 2e-5, 3e-5, 5e-5, 7e-5, 1e-4, 1.5e-4, 2.5e-4],
  ...[5e-4, 1e-3, 3e-3, 7e-3, 1e-2, 1.4e-2, 2e-2, 2.8e-2, 5e-2, 0.1],
];
const SEEDS = Array.from({ length: 10 }, (_, k) => k + 1);
const PLAN = [
  { batchSize: 100, decays: DECAYS, seeds: SEEDS },
  { batchSize: 200, decays: [1e-5, 3e-5, 5e-5, 1e-4, 1.5e-4, 2.5e-4], seeds: SEEDS },
];

const runOf = ({ batchSize, weightDecay, seed, epochs }) => ({
  preset: "paper",
  optimizer: { name: "adam", lr: 5e-5, weightDecay, betas: [0.9, 0.999], convention: "pytorch" },
  ...{ batchSize, epochs, seed, testSize: 2000, recordEvery: 500 },
});

const [shard, shards] = (process.argv[2] ?? "1/1").split("/").map(Number);
const out = fileURLToPath(new URL(`runs-${shard}.ndjson`, import.meta.url));
const done = keysIn(out);
const jobs = PLAN.flatMap(({ batchSize, decays, seeds, epochs = 10000 }) =>
  seeds.flatMap((seed) => decays.map((weightDecay) => ({ batchSize, weightDecay, seed, epochs }))),
);
for (const [index, job] of jobs.entries()) {
  if (index % shards !== shard - 1) continue;
  const { batchSize, weightDecay, seed, epochs } = job;
  const key = `b=${batchSize} lambda=${weightDecay} seed=${seed}${epochs === 10000 ? "" : ` epochs=${epochs}`}`;
  if (done.has(key)) continue;
  const { final, history, engine } = simulate(parseRun(runOf(job)));
  const { trainLoss, trainError, testError, featureLearning, noiseMemorization } = final;
  const path = history.map((moment) => [
    ...[moment.epoch, moment.trainLoss, moment.trainError, moment.testError],
    ...[moment.featureLearning["+1"], moment.featureLearning["-1"]],
    ...[moment.noiseMemorization.min["+1"], moment.noiseMemorization.min["-1"]],
  ]);
  const line = { key, batchSize, weightDecay, seed, engine };
  appendFileSync(
    out,
    `${JSON.stringify({ ...line, trainLoss, trainError, testError, featureLearning, noiseMemorization, path })}\n`,
  );
}
