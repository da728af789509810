// Trains Adam with small and with large batches from the same start, and draws both: does it learn the feature, or memorize noise?
// node train-and-plot.mjs
import { figure, simulate } from "adamcheck";

const run = { preset: "small", optimizer: { name: "adam", lr: 0.0005, weightDecay: 1e-5 }, epochs: 40, testSize: 2000 };

for (const batchSize of [2, 40]) {
  const result = await simulate({ ...run, batchSize });
  const { testError, featureLearning } = result.final;
  await figure("trajectory", { from: result, out: `batch-${batchSize}.svg`, force: true });
  console.log(`b = ${batchSize}: test error ${testError}, feature of class +1 ${featureLearning["+1"].toFixed(3)}`);
}
console.log("drawn into batch-2.svg and batch-40.svg");
