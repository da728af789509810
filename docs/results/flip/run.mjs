// Where AdamW's flip ends: for every point and seed the n/b from which it learns, by bisection over a grid of n/b. One line of NDJSON a search.
//   node docs/results/flip/run.mjs runs.ndjson 1001 1008                      (after `npm run build`)
//   node docs/results/flip/run.mjs start.ndjson 1101 1106 start               the same race from a start four times smaller
//   node docs/results/flip/run.mjs more.ndjson 1201 1206 more                 a fourth b2, and more points of Adam
// Started again, it goes on with the searches that are missing.
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { flipBoundary } from "../../../dist/src/bounds/thresholds/feature/flipBoundary.js";
import { dynamics } from "../../../dist/src/dynamics/dynamics.js";
import { parseDynamics } from "../../../dist/src/dynamics/run.js";
import { finish } from "../../../dist/src/sim/follow.js";
import { keysIn } from "../lines.mjs";

/** sigma0 in steps. */
const START = 100;
/** eta times the number of steps: how far a sign step can carry a weight. Residuals begin to fall at weights of about 0.6. */
const REACH = 1;
/** Right on 95 of 100 fresh examples. */
const LEARNS = 0.05;

/** Whole numbers a factor of about 1.25 apart. */
const GRID = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 19, 24, 30, 37, 46, 57, 71, 89, 111, 139, 174, 217];

const BASE = { alpha: 0.2, q: 3, m: 10, size: 16 };
const one = (letter, values) => values.map((value) => ({ ...BASE, [letter]: value }));
const cross = (a, as, b, bs) => as.flatMap((x) => bs.map((y) => ({ ...BASE, [a]: x, [b]: y })));
const SHORT = [BASE, ...one("alpha", [0.0125, 0.05]), ...one("size", [8, 32])];
const LONG = [
  ...one("alpha", [0.8]),
  ...one("m", [5, 20, 40]),
  ...cross("q", [4, 5], "alpha", [0.0125, 0.05, 0.2, 0.8]),
  ...cross("size", [8, 32], "alpha", [0.0125, 0.05]),
];
/** alpha = 1.6 sigmaP, as in the scaling family: the boundary's order in s sigmaP. */
const family = (b) => [8, 16, 32, 64].map((size) => ({ ...BASE, size, alpha: 1.6 / size, b }));
const ADAM = [0.2, 0.05].map((alpha) => ({ ...BASE, size: 8, alpha }));
/** n = K b examples should be at least 50 or so near the boundary, so that f = 1/2 means something. */
const batchOf = ({ b, alpha, q }, { method }) => b ?? (alpha <= 0.2 && (method === "sign" || (alpha < 0.2 && q === 3)) ? 16 : 4);
const SIGN = { level: "sign", method: "sign", b2: 0.999, lr: 4e-4 };
const adamw = (b2, lr) => ({ level: `b2=${b2}`, method: "scalar", b2, lr });
/** Coupled decay needs every active coordinate, a hundred times the work. So small a decay plays no part in the race. */
const adam = (b2, lr) => ({ ...adamw(b2, lr), level: `Adam b2=${b2}`, name: "adam", weightDecay: 1e-12, method: "active-set" });
/** The memory of squares at b2 = 0.999 asks for smaller steps. */
const LEVELS = [
  { ...SIGN, points: SHORT },
  { ...adamw(0.99, 4e-4), points: SHORT },
  { ...adamw(0.9, 4e-4), points: SHORT },
  { ...adamw(0.999, 2e-4), points: SHORT },
  { ...SIGN, points: [...LONG, ...one("b", [4, 64]), ...family(16)] },
  // Two points, small supports.
  { ...adam(0.99, 4e-4), points: ADAM },
  { ...adamw(0.99, 4e-4), points: [...LONG, ...one("b", [2, 16]), ...family(4)] },
];

/** s sigmaP = size with sqrt(s) sigmaP = 1. */
const runOf = ({ alpha, q, m, size, b }, { method, name = "adamw", weightDecay = 0.01, b2, lr }, K, seed) => ({
  setting: {
    ...{ n: K * b, d: 1e9, s: size * size, sigmaP: 1 / size, alpha, m, q, sigma0: START * lr },
    ...{ labels: "balanced", supports: "disjoint" },
  },
  method,
  optimizer: { name, lr, weightDecay, betas: [0.9, b2], eps: 0, convention: "pytorch" },
  batchSize: b,
  epochs: Math.ceil(REACH / lr / K),
  seed,
  testSize: 100,
  recordEvery: Math.ceil(REACH / lr / K / 2),
});

/** Index of the first grid value at which it learns, by steps away from the guess and then halving: [flips at, learns at], -1 and GRID.length beyond the ends. */
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

/** sigma0 = 0.01 in place of 0.04. */
const SMALL_START = [
  { ...SIGN, lr: 1e-4, points: [{ ...BASE, alpha: 0.05, size: 32 }, { ...BASE, alpha: 0.025, size: 64 }] },
  { ...adamw(0.99, 1e-4), points: [{ ...BASE, alpha: 0.05 }, BASE] },
];

/** A fourth b2, [T25] D.3's 0.95, at the points of the others; Adam with other q, b2 and s sigmaP. */
const MORE = [
  { ...adamw(0.95, 4e-4), points: SHORT },
  { ...adam(0.99, 4e-4), points: [{ ...BASE, size: 8, q: 4, b: 4 }, { ...BASE, alpha: 0.05 }] },
  { ...adam(0.95, 4e-4), points: [{ ...BASE, size: 8 }] },
  { ...adam(0.9, 4e-4), points: [{ ...BASE, size: 8 }] },
  { ...adam(0.99, 4e-4), points: [BASE] },
];
const POINTS = { all: LEVELS, start: SMALL_START, more: MORE };

const [name = "runs.ndjson", first = "1001", last = "1008", which = "all"] = process.argv.slice(2);
const out = fileURLToPath(new URL(name, import.meta.url));
const done = keysIn(out);
for (let seed = Number(first); seed <= Number(last); seed++) {
  for (const level of POINTS[which]) {
    for (const given of level.points) {
      const point = { ...given, b: batchOf(given, level) };
      const { alpha, q, m, size, b } = point;
      const key = `${level.level} alpha=${alpha} q=${q} m=${m} size=${size} b=${b} seed=${seed}`;
      if (done.has(key)) continue;
      const betas = level.method === "sign" ? undefined : [0.9, level.b2];
      const predicted = flipBoundary({ alpha, q, noise: Math.sqrt(2 / Math.PI) * size, batchSize: b, betas });
      const tried = [];
      let engine;
      const learnsAt = (K) => {
        const result = finish(dynamics(parseDynamics(runOf(point, level, K, seed))));
        engine = result.engine;
        const { trainError, testError } = result.final;
        tried.push([K, testError, trainError, result.history[1].testError]);
        return testError <= LEARNS;
      };
      const guess = GRID.reduce((best, K, k) => (Math.abs(Math.log(K / predicted)) < Math.abs(Math.log(GRID[best] / predicted)) ? k : best), 0);
      const [low, high] = search(learnsAt, guess);
      const line = { key, level: level.level, lr: level.lr, ...point, seed, engine, flips: GRID[low] ?? null, learns: GRID[high] ?? null, tried };
      appendFileSync(out, `${JSON.stringify(line)}\n`);
    }
  }
}
