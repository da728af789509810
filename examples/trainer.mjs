// A trainer for `adamcheck sweep PLAN --trainer "node trainer.mjs"`: logistic regression by SGD on two clouds of points, in 60 lines.
// It reads one question from standard input and prints one answer, as docs/guides/your-own-network.md says; what it says on standard error is shown if it fails.
import { readFileSync } from "node:fs";

const { ask, run } = JSON.parse(readFileSync(0, "utf8"));

if (ask === "describe") {
  const metrics = [{ name: "weightNorm", about: "length of the weights", unit: "weight" }];
  console.log(JSON.stringify({ name: "logistic", version: "1", metrics }));
  process.exit();
}

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const { setting, optimizer, batchSize, epochs, recordEvery, seed } = run;
if (optimizer.name !== "sgd") throw new Error(`this trainer knows sgd alone, not ${optimizer.name}`);

const draw = numbers(seed);
const examples = (count) =>
  Array.from({ length: count }, () => {
    const y = draw() < 0.5 ? 1 : -1;
    return { y, x: Array.from({ length: setting.d }, (_, k) => 2 * draw() - 1 + (k === 0 ? 0.4 * y : 0)) };
  });
const train = examples(setting.n);
const test = examples(1000);
const weights = new Array(setting.d).fill(0);

const margin = ({ x, y }) => y * x.reduce((sum, value, k) => sum + value * weights[k], 0);
const wrong = (of) => of.filter((example) => margin(example) <= 0).length / of.length;

let step = 0;
const moment = (epoch) => ({
  epoch,
  step,
  trainLoss: train.reduce((sum, example) => sum + Math.log1p(Math.exp(-margin(example))), 0) / train.length,
  trainError: wrong(train),
  testError: wrong(test),
  metrics: { weightNorm: Math.hypot(...weights) },
});

const history = [moment(0)];
for (let epoch = 1; epoch <= epochs; epoch++) {
  const order = train.map((example) => [draw(), example]).sort(([a], [b]) => a - b);
  for (let at = 0; at < order.length; at += batchSize, step++) {
    const batch = order.slice(at, at + batchSize);
    const pulls = batch.map(([, example]) => example.y / (1 + Math.exp(margin(example))) / batch.length);
    for (let k = 0; k < weights.length; k++) {
      const descent = batch.reduce((sum, [, { x }], i) => sum + pulls[i] * x[k], 0);
      weights[k] += optimizer.lr * (descent - optimizer.weightDecay * weights[k]);
    }
  }
  if (epoch % recordEvery === 0 || epoch === epochs) history.push(moment(epoch));
}
console.log(JSON.stringify({ history }));
