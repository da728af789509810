// Adam whose decay is that of the layer's norm: npx adamcheck simulate RUN.json --load norm-decay.ts, with
// "optimizer": { "name": "adam-norm-decay", "lr": 0.001, "normDecay": 0.1 }. Its update sees all weights at once (docs/guides/own-optimizer.md).
import { defineOptimizer } from "adamcheck";

const norm = (values: Float64Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

// w <- w - eta [ mom/(1 - b1^t) / (sqrt(sec/(1 - b2^t)) + eps) + normDecay w/|w| ]: the gradient of normDecay |w|, a pull of one size however large the layer is.
defineOptimizer({
  name: "adam-norm-decay",
  title: "Adam, decay by the norm",
  sees: "network",
  decay: "decoupled",
  betas: [0.9, 0.999],
  eps: 1e-8,
  parameters: { normDecay: 0.01 },
  memory: ["mom", "sec"],
  // 1 - b1^t and 1 - b2^t, by products alone.
  numbers: ["seen1", "seen2"],
  direction({
    gradient,
    weights,
    memory: { mom, sec },
    numbers,
    hyper: {
      betas: [b1, b2],
      eps,
      normDecay,
    },
  }) {
    numbers.seen1 = 1 - b1 * (1 - numbers.seen1);
    numbers.seen2 = 1 - b2 * (1 - numbers.seen2);
    const size = norm(weights);
    return gradient.map((g, k) => {
      mom[k] = b1 * mom[k] + (1 - b1) * g;
      sec[k] = b2 * sec[k] + (1 - b2) * g * g;
      const root = Math.sqrt(sec[k] / numbers.seen2) + eps;
      const step = root === 0 ? 0 : mom[k] / numbers.seen1 / root;
      return step + (size === 0 ? 0 : (normDecay * weights[k]) / size);
    });
  },
});
