// Thresholds in the wider model, by training, beside what docs/notes/wider-thresholds.md says of each start. One line of NDJSON a search.
//   node docs/results/extends/thresholds/run.mjs runs.ndjson 4001 4012        (after `npm run build`)
// Started again, it goes on with the searches that are missing.
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { featureThresholds } from "../../../../dist/src/bounds/thresholds/feature/featureThreshold.js";
import { noiseThresholds } from "../../../../dist/src/bounds/thresholds/noise/noiseThresholds.js";
import { answer } from "../../../../dist/src/bounds/thresholds/search/answer.js";
import { questionNamed } from "../../../../dist/src/bounds/thresholds/search/questions.js";
import { switchPoint } from "../../../../dist/src/bounds/thresholds/search/switchPoint.js";
import { heldBy } from "../../../../dist/src/bounds/thresholds/wider/heldBy.js";
import { steadyTraining } from "../../../../dist/src/bounds/thresholds/feature/steadyTraining.js";
import { dynamics } from "../../../../dist/src/dynamics/dynamics.js";
import { problemOf } from "../../../../dist/src/dynamics/problem.js";
import { parseDynamics } from "../../../../dist/src/dynamics/run.js";
import { finish } from "../../../../dist/src/sim/follow.js";
import { keysIn } from "../../lines.mjs";

/** One change of the model each; the first is the papers'. */
const BOTH = {
  base: {},
  "mu = 0.5": { mu: 0.5 },
  "mu = 2": { mu: 2 },
  "k = 4": { featureSupport: 4 },
  "P = 3": { patches: 3 },
  Rademacher: { noise: "rademacher" },
  Laplace: { noise: "laplace" },
  "scale 1/m": { outputScale: "1/m" },
  "flip 0.1": { flip: 0.1 },
  "second layer": { secondLayer: "trained" },
  "q = 2.5": { q: 2.5 },
  "q = 2": { q: 2 },
};
const FEATURE = { ...BOTH, "k = 16": { featureSupport: 16 }, biases: { biases: true }, "biases, mu = 0.5": { biases: true, mu: 0.5 },
  // Added when a trial of seed 3901, which is not kept, had biases off the prediction, which leaves noise out.
  "biases, no noise": { biases: true, sigmaP: 0 }, "biases, mu = 0.5, no noise": { biases: true, mu: 0.5, sigmaP: 0 }, "biases, mu = 2, no noise": { biases: true, mu: 2, sigmaP: 0 } };
const FAILS = { base: {}, "mu = 2": { mu: 2 }, "k = 4": { featureSupport: 4 }, "scale 1/m": { outputScale: "1/m" }, "q = 2.5": { q: 2.5 }, "q = 2": { q: 2 } };

const SETTING = { n: 16, d: 100000, s: 36, sigmaP: 1 / 6, alpha: 0, m: 5, q: 3, sigma0: 0.01, labels: "balanced", supports: "disjoint" };
const LR = SETTING.sigma0 / 100;
const EPOCHS = Math.ceil(0.3 / LR);
const adam = (setting, weightDecay, seed) =>
  parseDynamics({
    ...{ setting, seed, batchSize: setting.n, epochs: EPOCHS, testSize: 1, recordEvery: 20 },
    optimizer: { name: "adam", lr: LR, weightDecay, betas: [0.9, 0.999], eps: 0 },
  });
const adamw = (setting, weightDecay, seed) => {
  const { lr, betas, epochs: steady } = steadyTraining(setting.q, weightDecay);
  // At q = 2 a feature just above the threshold falls at a rate of (1 - threshold/lambda): 500 decay times instead of 50 put it at 1.04.
  const epochs = setting.q === 2 ? 10 * steady : steady;
  return parseDynamics({
    ...{ setting, seed, batchSize: setting.n, epochs, testSize: 1, recordEvery: Math.ceil(epochs / 200) },
    optimizer: { name: "adamw", lr, weightDecay, betas, eps: 1e-2 },
  });
};

const ofClass = ({ examples: { labels } }, mean) =>
  Math.max(...mean.filter((_, patch) => labels[Math.floor((patch * labels.length) / mean.length)] === 1));

const STUDIES = {
  feature: {
    changes: FEATURE,
    question: "feature-grows",
    runAt: adam,
    predict: ({ network, start }) => featureThresholds(network, start)["+1"].threshold,
    options: { tolerance: 0.02, growth: 1.5, reach: 12, checks: 1 },
  },
  noise: {
    changes: BOTH,
    question: "some-noise-grows",
    runAt: adam,
    predict: ({ network, start }) => ofClass(start, noiseThresholds(network, start).mean),
    options: { tolerance: 0.05, growth: 1.5, reach: 10, checks: 1 },
  },
  fails: {
    changes: FAILS,
    setting: { sigmaP: 0, sigma0: 0.3 },
    question: "feature-held",
    runAt: adamw,
    predict: ({ network, start }, setting) => {
      const { classShare, signal } = featureThresholds(network, start)["+1"];
      return heldBy(setting, 1e-2, signal, classShare);
    },
    options: { tolerance: 0.01, growth: 1.3, reach: 8, checks: 0 },
  },
};

const [name = "runs.ndjson", first = "4001", last = "4012", only] = process.argv.slice(2);
const out = fileURLToPath(new URL(name, import.meta.url));
const done = keysIn(out);
for (let seed = Number(first); seed <= Number(last); seed++) {
  for (const [study, { changes, setting: own, question, runAt, predict, options }] of Object.entries(STUDIES)) {
    if (only !== undefined && only !== study) continue;
    for (const [change, keys] of Object.entries(changes)) {
      const key = `${study} ${change} seed=${seed}`;
      // Ten times as long, and of no start: four seeds.
      if (done.has(key) || (study === "fails" && change === "q = 2" && seed > 4004)) continue;
      const setting = { ...SETTING, ...own, ...keys };
      const predicted = predict(problemOf(runAt(setting, 1, seed)), setting);
      const began = process.cpuUsage();
      const found =
        predicted > 0 && predicted < Infinity
          ? finish(switchPoint((lambda) => answer(runAt(setting, lambda, seed), questionNamed(question), "+1"), { guess: predicted, ...options }))
          : null;
      const { user } = process.cpuUsage(began);
      const line = { key, study, change, seed, predicted, seconds: Math.round(user / 1e4) / 100, ...(found && { below: found.below, above: found.above, monotone: found.monotone }) };
      appendFileSync(out, `${JSON.stringify(line)}\n`);
    }
  }
}
