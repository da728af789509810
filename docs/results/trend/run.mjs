// Theorems 4.1, 4.2, 4.4, 4.5 as n grows: the runs of proofs-check/support/states/growing.ts, which `adamcheck check` runs at small n, up to the n that an hour allows.
//   node docs/results/trend/run.mjs [seconds of the longest run]       (after `npm run build`); appends to runs.ndjson, one line a run, the cheapest first
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DYNAMICS_VERSION } from "../../../dist/src/dynamics/dynamics.js";
import { GROWING, growingRun } from "../../../dist/proofs-check/support/states/growing.js";
import { outcomeOf } from "../../../dist/proofs-check/support/states/outcome.js";
import { keysIn } from "../lines.mjs";

/** Theorem, s/sqrt(n), level, values of n, seeds at each. */
const STUDIES = [
  ["thm-4.1", 1, 1, [8, 16, 32, 64, 128], 10],
  ["thm-4.1", 8, 1, [8, 16, 32, 64], 10],
  ["thm-4.1", 8, 2, [8, 16, 32, 64], 10],
  ["thm-4.2", 1, 1, [16, 32, 64, 128, 256], 10],
  ["thm-4.4", 1, 1, [8, 16, 32, 64], 10],
  ["thm-4.4", 2, 1, [8, 16, 32], 10],
  ["thm-4.4", 8, 2, [8, 16, 32, 64], 10],
  ["thm-4.5", 1, 1, [16, 32, 64, 128, 256], 10],
];
const FIRST = 3001;

const out = fileURLToPath(new URL("runs.ndjson", import.meta.url));
const done = keysIn(out);
const [longest = "600"] = process.argv.slice(2);

/** Steps, times what moves in each and what a step costs by itself. */
const costOf = ({ run, level }) => {
  const { setting, batchSize, epochs, optimizer } = run;
  const lanes = batchSize * setting.m * (level === 1 && optimizer.name === "adamw" ? setting.s : 1);
  return epochs * Math.ceil(setting.n / batchSize) * (lanes + 500);
};
const all = STUDIES.flatMap(([theorem, support, level, grid, seeds]) =>
  grid.flatMap((n) =>
    Array.from({ length: seeds }, (_, k) => {
      const run = growingRun({ ...GROWING[theorem], support }, n, FIRST + k);
      return { key: `${theorem} s=${support}sqrt(n) level=${level} n=${n} seed=${FIRST + k}`, theorem, support, level, n, seed: FIRST + k, run };
    }),
  ),
);
/** Nanoseconds a unit of cost, on the slow side. */
const RATE = 100;
const asked = all.filter(({ key }) => !done.has(key)).sort((a, b) => costOf(a) - costOf(b));
for (const { run, ...about } of asked) {
  if (costOf({ run, ...about }) * RATE * 1e-9 > Number(longest)) continue;
  const { trainError, testError } = outcomeOf(run, about.level);
  appendFileSync(out, `${JSON.stringify({ ...about, s: run.setting.s, m: run.setting.m, epochs: run.epochs, trainError, testError, engine: DYNAMICS_VERSION })}\n`);
}
