// The study of what the explicit thresholds predict: the empirical thresholds of every start, one line of NDJSON a search, appended to
// runs-<shard>.ndjson here.
//   node docs/results/thresholds/run.mjs 1/2 & node docs/results/thresholds/run.mjs 2/2        (after `npm run build`)
// Started again, it goes on with the searches that are missing.
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { empiricalThreshold } from "../../../dist/src/bounds/thresholds/search/empiricalThreshold.js";
import { QUESTIONS } from "../../../dist/src/bounds/thresholds/search/questions.js";
import { parseDynamics } from "../../../dist/src/dynamics/run.js";
import { finish } from "../../../dist/src/sim/follow.js";
import { SETTINGS, SEEDS, runOf } from "./starts.mjs";
import { keysIn } from "../lines.mjs";

const OF_CLASSES = ["feature-grows", "some-noise-grows", "all-noise-grows"].flatMap((name) => [
  [name, "+1"],
  [name, "-1"],
]);
/** The last one is asked of both classes at once. */
const SEARCHES = [...OF_CLASSES, ["class-fails", "+1"]];

/** Where a search begins: the size that the start's Gaussian numbers give a threshold, with 2 or 3 sigma for the largest. */
function guessOf(name, { n, s, sigmaP, sigma0, q }) {
  if (name === "feature-grows") return (q / 4) * (2 * sigma0) ** (q - 2);
  return (q / (2 * n)) * (3 * Math.sqrt(s) * sigmaP * sigma0) ** (q - 2) * s * sigmaP ** 2;
}

const [shard, shards] = (process.argv[2] ?? "1/1").split("/").map(Number);
const out = fileURLToPath(new URL(`runs-${shard}.ndjson`, import.meta.url));
const done = keysIn(out);
const jobs = SEEDS.flatMap((seed) =>
  Object.keys(SETTINGS).flatMap((setting) => SEARCHES.map(([question, j]) => ({ setting, seed, question, j }))),
);
for (const [index, { setting, seed, question, j }] of jobs.entries()) {
  if (index % shards !== shard - 1) continue;
  const key = `${setting} seed=${seed} ${question} ${j}`;
  if (done.has(key)) continue;
  const { starts } = finish(
    empiricalThreshold({
      runAt: (weightDecay) => parseDynamics(runOf(setting, weightDecay, seed, question)),
      seeds: [seed],
      question: QUESTIONS.find(({ name }) => name === question),
      j,
      guess: () => guessOf(question, SETTINGS[setting]),
      options: { tolerance: question === "feature-grows" ? 0.02 : 0.05, growth: 4, reach: 6, checks: 1 },
    }),
  );
  appendFileSync(out, `${JSON.stringify({ key, setting, question, class: j, ...starts[0] })}\n`);
}
