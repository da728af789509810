// What the thresholds of Lemmas C.2 and C.11 of [T25] need beside eta s sigma_p |l|/B, on B_i: lambda |w| (Adam, B < n), eps (AdamW, B = n).
// Writes result.md here:  node docs/results/signs/run.mjs
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { runOf } from "../../../dist/proofs-check/meeting.js";
import { signViolation } from "../../../dist/proofs-check/support/signs/asSign.js";
import { slowRuns } from "../../../dist/proofs-check/support/signs/signRuns.js";
import { clopperPearson } from "../../../dist/src/statistics/clopperPearson.js";
import { shortNumber, toMarkdown } from "../../../dist/src/report/table.js";

const DRAWS = { seed: 1, numRuns: 100, unbiased: true };

const drawn = (optimizer, batchSizes) => fc.sample(slowRuns(optimizer, batchSizes), DRAWS);

/** Runs with some of the optimizer's numbers changed: eps is lambda eta unless given. */
const changed = (runs, more) =>
  runs.map(({ optimizer, ...run }) => {
    const { eps, ...numbers } = { ...optimizer, ...more };
    return { ...run, optimizer: { ...numbers, eps: eps ?? numbers.weightDecay * numbers.lr } };
  });

const adam = changed(drawn("adam", (n) => [1, n / 4, n / 2]), {});
const adamw = drawn("adamw", (n) => [n]);

/** What is drawn, the threshold, the runs, and which terms it has. */
const ROWS = [
  ["Adam, B from 1 to n/2, eps = lambda eta", "with lambda |w|, eps", adam, {}],
  ["Adam, B from 1 to n/2, eps = lambda eta", "without lambda |w|", adam, { decay: false }],
  ["AdamW, B = n, lambda 0.01 to 0.5, eps = lambda eta", "with eps", changed(adamw, {}), {}],
  ["AdamW, B = n, lambda 0.01 to 0.5, eps = lambda eta", "without eps", changed(adamw, {}), { eps: false }],
  ["AdamW, B = n, lambda 0.01 to 0.5, eps = 0", "without eps", changed(adamw, { eps: 0 }), { eps: false }],
  ["AdamW, B = n, lambda = 1, eps = lambda eta", "without eps", changed(adamw, { weightDecay: 1 }), { eps: false }],
  ["AdamW, B = n, lambda = 1, eps = 0", "without eps", changed(adamw, { weightDecay: 1, eps: 0 }), { eps: false }],
];

const rows = ROWS.map(([of, threshold, runs, terms]) => {
  const fail = runs.filter((run) => signViolation(runOf(run), "B_i", terms) !== undefined).length;
  const { low, high } = clopperPearson(fail, runs.length);
  return [of, threshold, `${fail} of ${runs.length}`, `${shortNumber(low)} to ${shortNumber(high)}`];
});

writeFileSync(
  new URL("result.md", import.meta.url),
  `# What the thresholds of C.2 and C.11 need

Runs of the scaling family (n = 8 and 12, 40 steps, \`slowRuns\` in proofs-check/support/signs/signRuns.ts, fast-check's seed 1) in which some weight of B_i had a
gradient above the threshold with derived constants (docs/notes/signs.md) and did not step by Theta(1) along its sign. Made by
\`node docs/results/signs/run.mjs\`.

${toMarkdown({ head: ["runs", "threshold: eta V and", "fail", "95% interval"], rows })}
`,
);
