import { type HeatMap, steps } from "../heatMap.ts";

/** What a step of GD moves the noise of an example by, as a share of its own: eta sigmaP^2 d/(n m). */
const RATE = 0.1;

/** What the start has along an example's noise: sigma0 sigmaP sqrt(d). */
const START = 0.1;

/** A run in the regime of [C22]: a cube, outputs over m, a small start, GD until the training set is fitted. */
const run = ({ n, d, mu }: { n: number; d: number; mu: number }) => ({
  setting: {
    ...{ n, d, s: d - 1, sigmaP: 1, alpha: 0, m: 10, q: 3, sigma0: START / Math.sqrt(d) },
    ...{ labels: "rademacher", mu, outputScale: "1/m" },
  },
  optimizer: { name: "sgd", lr: (RATE * n * 10) / d },
  batchSize: n,
  epochs: 600,
  recordEvery: 600,
});

const READINGS = [
  "[C22] prints no synthetic experiment that we have: sizes are ours, sigma0 sigmaP sqrt(d) = 0.1, eta sigmaP^2 d = 0.1 n m, 600 steps",
  "test error above 1/4 in the place of a test loss of constant size",
];

const MU = { name: "mu", about: "signal strength |mu|" };
const CLAIMED = "n SNR^q = C, SNR = |mu|/(sigmaP sqrt(d)), q = 3";

/** [C22]'s transition over n: |mu| = C sqrt(d) n^(-1/q). */
export const c22n: HeatMap = {
  name: "c22-n",
  title: "a cube by gradient descent: test error over signal strength and training examples, at d = 2000",
  source: "[C22] Theorems 4.3 and 4.4",
  rows: { name: "n", about: "training examples" },
  columns: MU,
  full: { rows: [8, 12, 16, 24, 32, 48, 64], columns: steps(1, 1.5, 34), replicates: 6 },
  quick: { rows: [8, 16, 32], columns: steps(2, 3, 16), replicates: 6 },
  testSize: 500,
  cut: 0.25,
  level: "gram",
  claimed: { formula: CLAIMED, exponent: -1 / 3 },
  readings: READINGS,
  run: (n, mu) => run({ n, d: 2000, mu }),
};

/** [C22]'s transition over d: |mu| = C sqrt(d) n^(-1/q). */
export const c22d: HeatMap = {
  name: "c22-d",
  title: "a cube by gradient descent: test error over signal strength and dimension, at n = 20",
  source: "[C22] Theorems 4.3 and 4.4",
  rows: { name: "d", about: "coordinates of a patch" },
  columns: MU,
  full: { rows: [400, 600, 800, 1200, 1600, 2400, 3200], columns: steps(1, 1.5, 34), replicates: 6 },
  quick: { rows: [400, 800, 1600], columns: steps(2, 3, 16), replicates: 6 },
  testSize: 500,
  cut: 0.25,
  level: "gram",
  claimed: { formula: CLAIMED, exponent: 1 / 2 },
  readings: READINGS,
  run: (d, mu) => run({ n: 20, d, mu }),
};
