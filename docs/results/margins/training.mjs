// Which margin each optimizer makes large, over training, of the linear network and of the CNN: npm run -s build && node docs/results/margins/training.mjs > docs/results/margins/training.csv
import { medianInterval } from "../../../dist/src/statistics/medianInterval.js";
import { margins } from "../../../dist/src/index.js";
import { singularValues } from "../../../dist/src/margins/singularValues.js";

const N = 8;
const setting = {
  ...{ n: N, d: 65, s: 8, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.1 },
  ...{ labels: "balanced", supports: "disjoint" },
};
const SEEDS = Array.from({ length: Number(process.argv[2] ?? 20) }, (_, k) => k + 1);
const EPOCHS = 4000;
const EVERY = 10;
const LOOKED_AT = [30, 100, 300, 1000, 4000];
/** The last one is the larger of both classes' spectral norms, which Muon's steps are of; it is looked at in the end alone. */
const NORMS = ["l2", "linf", "spectral", "class"];
/** lr/sqrt(t), but for gradient descent, whose steps shrink by themselves. */
const OPTIMIZERS = {
  sgd: { lr: { linear: 4, cnn: 1 }, lrSchedule: "constant" },
  adam: { lr: { linear: 0.05, cnn: 0.015 }, betas: [0.5, 0.9], eps: 0 },
  adamw: { lr: { linear: 0.05, cnn: 0.015 }, betas: [0.5, 0.9], eps: 0, weightDecay: 0.1 },
  signsgd: { lr: { linear: 0.05, cnn: 0.015 } },
  lion: { lr: { linear: 0.05, cnn: 0.015 }, betas: [0.5, 0.9] },
  muon: { lr: { linear: 0.05, cnn: 0.06 } },
};

const sum = (values) => values.reduce((all, value) => all + value, 0);

/** Singular values of each class's matrix, of weights or gradients [2][m][d]. */
const byClass = (nested) =>
  nested.map((rows) => {
    const values = Float64Array.from(rows[0].flatMap((_, k) => rows.map((row) => row[k])));
    return singularValues({ values, width: rows.length });
  });

/** 1 - <W, -g>/(|W| |g|_dual), |W| = max_j sigma_1(W_j), |g|_dual = sum_j sum_k sigma_k(g_j). */
function offByClass({ weights, gradient }) {
  const [w, g] = [weights, gradient].map((nested) => nested.flat(2));
  const size = Math.max(...byClass(weights).flat()) * sum(byClass(gradient).map((values) => sum([...values])));
  return 1 + sum(w.map((x, k) => x * g[k])) / size;
}

/** Of one training: margins, how far off course, and the largest relative fall of each margin once all examples are right. */
async function trained(network, name, seed) {
  const { lr, lrSchedule = "inverseSqrt", ...hyper } = OPTIMIZERS[name];
  const optimizer = { name, weightDecay: 0, ...hyper, lr: lr[network] };
  const file = { setting, network, optimizer, lrSchedule, batchSize: N, epochs: EPOCHS, recordEvery: EVERY, seed, testSize: 1 };
  const { history, largest, final } = await margins(file, { saveWeights: true, largest: network === "linear" });
  const most = (norm) => largest?.[norm]?.high;
  const fitted = history.slice(1 + history.findLastIndex(({ margin }) => !(margin > 0)));
  const falls = Object.fromEntries(
    NORMS.slice(0, 3).map((norm) => {
      const values = fitted.map(({ normalized }) => normalized[norm]);
      return [norm, Math.max(0, ...values.slice(1).map((value, k) => 1 - value / values[k]))];
    }),
  );
  return history
    .filter(({ epoch }) => LOOKED_AT.includes(epoch))
    .map(({ epoch, normalized, stationarity, trainLoss }) => ({
      ...{ epoch, trainLoss, falls, normalized, most },
      off: { ...stationarity, ...(epoch === EPOCHS && { class: offByClass(final) }) },
    }));
}

const five = (x) => (Number.isFinite(x) ? String(Number(x.toPrecision(5))) : "");
const medianOf = (values) => {
  if (values.some((value) => !Number.isFinite(value))) return ["", "", ""];
  const { median, low, high } = medianInterval(values, values);
  return [median, low, high].map(five);
};

const columns = NORMS.flatMap((norm) => [
  ...["share", "off"].flatMap((what) => [`${what}_${norm}`, `${what}_${norm}_low`, `${what}_${norm}_high`]),
  `fall_${norm}`,
]);
const lines = [["network", "optimizer", "epoch", "seeds", "train_loss", ...columns].join(",")];
for (const network of ["linear", "cnn"]) {
  const all = {};
  for (const name of Object.keys(OPTIMIZERS)) {
    all[name] = [];
    for (const seed of SEEDS) all[name].push(await trained(network, name, seed));
  }
  /** The largest margin of the linear network; of the CNN, where nobody knows it, the largest that any of these trainings of a seed has in the end. */
  const largest = (norm, k) =>
    all.sgd[k][0].most(norm) ?? Math.max(...Object.values(all).map((runs) => runs[k].at(-1).normalized[norm]));
  for (const [name, runs] of Object.entries(all)) {
    LOOKED_AT.forEach((epoch, k) => {
      const at = runs.map((run) => run[k]);
      const told = NORMS.flatMap((norm) =>
        [
          ...medianOf(at.map(({ normalized }, seed) => normalized[norm] / largest(norm, seed))),
          ...medianOf(at.map(({ off }) => off[norm] ?? Number.NaN)),
          five(Math.max(...at.map(({ falls }) => falls[norm] ?? Number.NaN))),
        ],
      );
      const [loss] = medianOf(at.map(({ trainLoss }) => trainLoss));
      lines.push([network, name, epoch, SEEDS.length, loss, ...told].join(","));
    });
  }
}
process.stdout.write(`${lines.join("\n")}\n`);
