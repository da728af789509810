// Where AdamW's flip ends in the wider model: for every change and seed the n/b from which it learns, by bisection over a grid. One line of NDJSON a search.
//   node docs/results/extends/thresholds/flip.mjs flip.ndjson 4101 4112        (after `npm run build`)
// Started again, it goes on with the searches that are missing. As docs/results/flip/run.mjs, of which BASE is a point.
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dynamics } from "../../../../dist/src/dynamics/dynamics.js";
import { parseDynamics } from "../../../../dist/src/dynamics/run.js";
import { finish } from "../../../../dist/src/sim/follow.js";
import { keysIn } from "../../lines.mjs";

/** Whole numbers a factor of about 1.25 apart. */
const GRID = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 19, 24, 30, 37, 46, 57, 71, 89, 111, 139, 174, 217];
const LR = 4e-4;
const B = 4;

/** size is s sigmaP, with sqrt(s) sigmaP = 1; guess is the n/b at which a search begins. */
const POINTS = {
  "base, 16": { size: 16, guess: 30 },
  "mu = sqrt 2": { size: 16, guess: 12, mu: Math.SQRT2 },
  "k = 4": { size: 16, guess: 8, featureSupport: 4 },
  "q = 2": { size: 16, guess: 4, q: 2 },
  biases: { size: 16, guess: 12, biases: true },
  Laplace: { size: 16, guess: 24, noise: "laplace" },
  "scale 1/m": { size: 16, guess: 30, outputScale: "1/m" },
  "base, 8": { size: 8, guess: 8 },
  "mu = 1/sqrt 2": { size: 8, guess: 24, mu: Math.SQRT1_2 },
  "P = 3": { size: 8, guess: 19, patches: 3 },
  "P = 5": { size: 8, guess: 37, patches: 5 },
  Rademacher: { size: 8, guess: 15, noise: "rademacher" },
};

const runOf = ({ size, guess: _, ...keys }, K, seed) => {
  const epochs = Math.ceil(1 / LR / K);
  return {
    setting: {
      ...{ n: K * B, d: 1e9, s: size * size, sigmaP: 1 / size, alpha: 0.2, q: 3, m: 10, sigma0: 100 * LR },
      ...{ labels: "balanced", supports: "disjoint" },
      ...keys,
    },
    optimizer: { name: "adamw", lr: LR, weightDecay: 0.01, betas: [0.9, 0.99], eps: 0 },
    ...{ method: "scalar", batchSize: B, epochs, seed, testSize: 100, recordEvery: Math.ceil(epochs / 2) },
  };
};

function search(learnsAt, guess) {
  let [low, high] = [-1, GRID.length];
  for (let step = 1, at = guess; low < at && at < high; step++) {
    if (learnsAt(GRID[at])) [high, at] = [at, at - step];
    else [low, at] = [at, at + step];
    if (high < GRID.length && low >= 0) break;
    at = Math.max(0, Math.min(GRID.length - 1, at));
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (learnsAt(GRID[middle])) high = middle;
    else low = middle;
  }
  return [low, high];
}

const [name = "flip.ndjson", first = "4101", last = "4112"] = process.argv.slice(2);
const out = fileURLToPath(new URL(name, import.meta.url));
const done = keysIn(out);
for (let seed = Number(first); seed <= Number(last); seed++) {
  for (const [change, point] of Object.entries(POINTS)) {
    const key = `${change} seed=${seed}`;
    if (done.has(key)) continue;
    const began = process.cpuUsage();
    const tried = [];
    const learnsAt = (K) => {
      const { testError } = finish(dynamics(parseDynamics(runOf(point, K, seed)))).final;
      tried.push([K, testError]);
      return testError <= 0.05;
    };
    const [low, high] = search(learnsAt, GRID.indexOf(point.guess));
    const seconds = Math.round(process.cpuUsage(began).user / 1e4) / 100;
    appendFileSync(out, `${JSON.stringify({ key, change, size: point.size, seed, seconds, flips: GRID[low] ?? null, learns: GRID[high] ?? null, tried })}\n`);
  }
}
