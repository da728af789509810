// A rate of your own, measured: the slope of log(quantity) over log(n), seed by seed, with a 95% interval, beside the exponent that is claimed.
// node own-lemma-scaling.mjs
import { check, defineClaim, scaling, stepwise } from "adamcheck";

const setting = { d: 4000, s: 8, sigmaP: 0.25, alpha: 0, m: 10, q: 3, sigma0: 0.01 };
const run = { optimizer: { name: "signsgd", lr: 0.001 }, batchSize: 1, epochs: 1, testSize: 10 };
const claim = defineClaim({
  id: "feature-per-epoch",
  statement: "without feature noise, an epoch of b = 1 moves the feature by Theta(n) learning rates",
  kind: "rate",
  checks: [
    scaling({
      ...{ name: "feature over n", about: "one epoch, b = 1", over: "n", grid: [8, 16, 32, 64] },
      quantity(n, seed) {
        const training = stepwise.simulate({ ...run, setting: { ...setting, n }, seed });
        const { history, final } = stepwise.finish(training);
        return final.featureLearning["+1"] - history[0].featureLearning["+1"];
      },
      ...{ claimed: 1, slack: { exponent: 0.1, because: "neurons that start below 0 stay there" } },
    }),
  ],
});
const { claims } = await check([claim], { cases: 8 });
for (const { id, verdict, grade, reason } of claims) console.log(`${id}: ${verdict} (${grade}), ${reason}`);
