import { type HeatMap, type PublishedBoundary, steps } from "../heatMap.ts";

/** The public script of [K23]: n = 20, m = 10, flip 0.1, sigmaP = 1, GD with lr 0.1 for 100 epochs, PyTorch's start, outputs averaged over two patches. */
const SCRIPT = { n: 20, m: 10, flip: 0.1, lr: 0.1, epochs: 100, testSize: 1000, scale: 1 / 2 } as const;

const READINGS = [
  "the script's outputs are means over the two patches, where the paper has 1/m: scale 1/2, and ReLU being homogeneous that is scale 1 with sigma0 halved and lr a quarter of 0.1 (docs/notes/patches.md)",
  "the script's weights start uniform on +-1/sqrt(d), of variance 1/(3 d); ours are normal with that variance",
  "the script's biases start uniform on +-1/sqrt(d); ours at 0",
  "noise lies along the feature, too, as in the script",
  "the script seeds Python's random and draws from NumPy and PyTorch: its run cannot be repeated to the number",
];

interface Letters {
  readonly n?: number;
  readonly d: number;
  readonly mu: number;
  readonly scale?: number;
}

/**
 * A run of the script.
 *
 * @param letters n, d and mu; scale, what a sum over patches and channels is multiplied by
 * @returns a run file but for seed and testSize
 */
const scriptRun = ({ n = SCRIPT.n, d, mu, scale = SCRIPT.scale }: Letters) => ({
  setting: {
    ...{ n, d, s: d - 1, sigmaP: 1, alpha: 0, m: SCRIPT.m, q: 1, sigma0: scale / Math.sqrt(3 * d) },
    ...{ labels: "rademacher", mu, alongFeature: true, flip: SCRIPT.flip, biases: true },
  },
  optimizer: { name: "sgd", lr: SCRIPT.lr * scale * scale },
  batchSize: n,
  epochs: SCRIPT.epochs,
  recordEvery: SCRIPT.epochs,
});

const D = { name: "d", about: "coordinates of a patch" };
const MU = { name: "mu", about: "signal strength |mu|" };
const CLAIMED = "n |mu|^4 = C sigmaP^4 d";

/** Where the authors' own heat map passes the cut; its exponent is fitted as ours is. */
const PUBLISHED: PublishedBoundary = {
  source: "the heat map beside the script, data_test100.csv, at the same cut",
  boundary: [
    ...([
      [100, 2.65],
      [200, 3.15],
      [300, 3.45],
      [400, 3.55],
      [500, 3.65],
    ] as const),
    ...([
      [600, 3.85],
      [700, 3.85],
      [800, 3.75],
      [900, 3.95],
      [1000, 3.95],
    ] as const),
  ],
  exponent: 0.151,
};

/** [K23]'s heat map and its cut at 0.2: 10^5 runs. */
export const k23: HeatMap = {
  name: "k23",
  title: "ReLU with flipped labels by gradient descent: test error over signal strength and dimension",
  source: "[K23] synthetic experiment, github.com/uclaml/Benign_ReLU_CNN",
  rows: D,
  columns: MU,
  full: { rows: steps(100, 10, 100), columns: steps(0, 0.1, 100), replicates: 10 },
  quick: { rows: steps(100, 110, 10), columns: steps(0, 0.4, 25), replicates: 6 },
  testSize: SCRIPT.testSize,
  cut: 0.2,
  level: "gram",
  claimed: { formula: CLAIMED, exponent: 1 / 4 },
  published: PUBLISHED,
  readings: READINGS,
  run: (d, mu) => scriptRun({ d, mu }),
};

/**
 * What the published heat map is of, by its training losses: outputs that are sums over the two patches, not the script's means (docs/errata.md). Every eighth of its
 * rows.
 */
export const k23Sum: HeatMap = {
  ...k23,
  name: "k23-sum",
  title:
    "the same with outputs that are summed over the patches, as the published heat map has them by its training losses",
  source: "[K23] synthetic experiment; the reading is ours",
  full: { ...k23.full, rows: steps(100, 80, 13), replicates: 6 },
  readings: ["outputs are sums over patches and channels: scale 1, lr 0.1, sigma0 = 1/sqrt(3 d)", ...READINGS.slice(1)],
  run: (d, mu) => scriptRun({ d, mu, scale: 1 }),
};

/** The same boundary over n, at one dimension. */
export const k23n: HeatMap = {
  name: "k23-n",
  title: "the same over the training examples, at d = 600",
  source: "[K23] Theorem 3.2; ours",
  rows: { name: "n", about: "training examples" },
  columns: MU,
  full: { rows: [10, 14, 20, 28, 40, 56, 80], columns: steps(0, 0.25, 32), replicates: 10 },
  quick: { rows: [10, 20, 40], columns: steps(0, 0.5, 16), replicates: 6 },
  testSize: SCRIPT.testSize,
  cut: 0.2,
  level: "gram",
  claimed: { formula: CLAIMED, exponent: -1 / 4 },
  readings: READINGS,
  run: (n, mu) => scriptRun({ n, d: 600, mu }),
};

/** The same picture with Adam in the place of gradient descent, which neither paper has; a coarser grid, every weight trained. */
export const k23Adam: HeatMap = {
  name: "k23-adam",
  title: "the same network and data by full-batch Adam",
  source: "ours, beside [K23]",
  rows: D,
  columns: MU,
  full: { rows: steps(100, 110, 10), columns: steps(0, 4, 26), replicates: 6 },
  quick: { rows: steps(100, 330, 4), columns: steps(0, 12, 9), replicates: 2 },
  testSize: SCRIPT.testSize,
  cut: 0.2,
  level: "network",
  readings: [
    ...READINGS,
    "Adam's lr is 5e-4, which is PyTorch's 1e-3 of the script's weights: its step does not depend on the gradient's size, and the weights here are half as large",
  ],
  run: (d, mu) => ({ ...scriptRun({ d, mu }), optimizer: { name: "adam", lr: 1e-3 * SCRIPT.scale } }),
};
