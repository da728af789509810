// Where AdamW fails to hold the feature, by training, over what `failingDecay` says of the start; class +1. One line a start, appended to
// adamw.ndjson here; without arguments the table of them, adamw.md.
//   for part in tiny disjoint small paper; do node docs/results/thresholds/adamw.mjs $part; done; node docs/results/thresholds/adamw.mjs
import { appendFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answer } from "../../../dist/src/bounds/thresholds/search/answer.js";
import { medianInterval } from "../../../dist/src/statistics/medianInterval.js";
import { questionNamed } from "../../../dist/src/bounds/thresholds/search/questions.js";
import { steadyTraining } from "../../../dist/src/bounds/thresholds/feature/steadyTraining.js";
import { switchPoint } from "../../../dist/src/bounds/thresholds/search/switchPoint.js";
import { THRESHOLDS } from "../../../dist/src/bounds/thresholds/thresholdKinds.js";
import { problemOf } from "../../../dist/src/dynamics/problem.js";
import { parseDynamics } from "../../../dist/src/dynamics/run.js";
import { PRESETS } from "../../../dist/src/setting/presets.js";
import { finish } from "../../../dist/src/sim/follow.js";
import { linesOf } from "../lines.mjs";

const EPS = 1e-8;
/** Seeds 1 to this, of the full batch, of batches of 2, and of the search where the feature flips. */
const SEEDS = {
  tiny: { full: 10, two: 10, flips: 0 },
  disjoint: { full: 10, two: 10, flips: 10 },
  small: { full: 6, two: 4, flips: 4 },
  paper: { full: 1, two: 0, flips: 0 },
};
const out = fileURLToPath(new URL("adamw.ndjson", import.meta.url));
const lines = linesOf(out);
const { ofStart } = THRESHOLDS.find(({ name }) => name === "fails").measured;

/**
 * In the mean over batches sec is E[p_B^2], not p^2: lambda_fail is (p/rms)^((q-2)/(q-1)) of the full batch's. Batches of b are drawn
 * without replacement: E[p_B^2] = p^2 + p (1-p) (n-b)/(b (n-1)).
 */
const ofBatches = ({ n, q }, p, b) => Math.sqrt(p / (p + ((1 - p) * (n - b)) / (b * (n - 1)))) ** ((q - 2) / (q - 1));

function searchesOf(preset, seed) {
  const { setting } = PRESETS[preset];
  const full = setting.n;
  const runAt = (weightDecay, batchSize, b2) => {
    const { lr, epochs } = steadyTraining(setting.q, weightDecay);
    // A step sec forgets 1 - b2; steps are as much shorter.
    const finer = 0.1 / (1 - b2);
    const passes = Math.ceil((epochs * finer) / Math.ceil(full / batchSize));
    return parseDynamics({
      ...{ setting, seed, batchSize, epochs: passes, testSize: 1, recordEvery: Math.ceil(passes / 200) },
      optimizer: { name: "adamw", lr: lr / finer, weightDecay, betas: [0.9, b2], eps: EPS },
    });
  };
  const problem = problemOf(runAt(1, full, 0.9));
  const { labels } = problem.start.examples;
  const share = labels.filter((y) => y === 1).length / full;
  const predicted = ofStart(problem, setting);
  if (!(predicted > 0)) return [];
  const held = (lambda, b, b2) => answer(runAt(lambda, b, b2), questionNamed("feature-held"), "+1");
  const fails = (b, b2) => ({
    ...{ what: "fails", batchSize: b, b2, predicted: predicted * ofBatches(setting, share, b) },
    search: (guess) => switchPoint((lambda) => held(lambda, b, b2), { guess, growth: 1.3, tolerance: 0.01, checks: 0 }),
  });
  function* isLost(lambda) {
    return !(yield* held(lambda, full, 0.9));
  }
  /** From a flipped feature to one that is held, lambda rising. */
  const flips = {
    ...{ what: "flips", batchSize: full, b2: 0.9, predicted },
    search: (guess) => switchPoint(isLost, { guess: 0.4 * guess, growth: 1.3, tolerance: 0.02, checks: 0, reach: 8 }),
  };
  return [
    ...(seed <= SEEDS[preset].full ? [fails(full, 0.9)] : []),
    ...(seed <= SEEDS[preset].two ? [fails(2, 0.99)] : []),
    ...(seed <= SEEDS[preset].flips ? [flips] : []),
  ];
}

const preset = process.argv[2];
for (let seed = 1; preset !== undefined && seed <= SEEDS[preset].full; seed++) {
  for (const { search, ...named } of searchesOf(preset, seed)) {
    const key = { preset, seed, ...named };
    if (lines.some((line) => Object.entries(key).every(([name, value]) => line[name] === value))) continue;
    const { below, above } = finish(search(named.predicted));
    appendFileSync(out, `${JSON.stringify({ ...key, below, above })}\n`);
  }
}

if (preset === undefined) {
  const groups = new Map();
  for (const line of lines) {
    const name = [line.preset, line.what, line.batchSize, line.b2].join(" | ");
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  const rows = [...groups].map(([name, of]) => {
    const ratios = (side, otherwise) => of.map((line) => (line[side] ?? otherwise) / line.predicted);
    const [below, above] = [ratios("below", 0), ratios("above", Number.POSITIVE_INFINITY)];
    const { median, low, high, coverage } = medianInterval(below, above);
    const found = of.filter((line) => line.below !== null && line.above !== null).length;
    const [least, most] = [Math.min(...below), Math.max(...above)];
    const cells = [`${found} of ${of.length}`, median.toFixed(3), `${low.toFixed(3)} to ${high.toFixed(3)} (${(100 * coverage).toFixed(1)}%)`];
    return `| ${[name, ...cells, `${least.toFixed(3)} to ${most.toFixed(3)}`].join(" | ")} |`;
  });
  const head = ["preset", "what", "batch size", "b2", "found", "median of found/predicted", "its interval", "all brackets in"];
  const table = [`| ${head.join(" | ")} |`, `| ${head.map(() => "---").join(" | ")} |`, ...rows].join("\n");
  writeFileSync(fileURLToPath(new URL("adamw.md", import.meta.url)), `${table}\n`);
}
