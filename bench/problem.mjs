import { drawStart } from "../dist/src/data/start.js";
import { shuffledIndices } from "../dist/src/random/shuffle.js";
import { openStream } from "../dist/src/random/stream.js";
import { networkOf } from "../dist/src/setting/network.js";
import { PRESETS } from "../dist/src/setting/presets.js";
import { cutIntoBatches } from "../dist/src/sim/batches.js";

/** How many timings a run gives. */
export const ROUNDS = 5;

const hyper = { lr: 5e-5, weightDecay: 1e-5, betas: [0.9, 0.999], eps: 1e-8, convention: "pytorch" };

/** One problem: the paper's setting with changes, its start, and the batches of `steps` steps (b must divide n). */
export function problem(changes, b, steps, name = "adam") {
  const setting = { ...PRESETS.paper.setting, ...changes };
  const network = networkOf("cnn", setting);
  const start = drawStart(setting, network, 1);
  const indices = new Int32Array(steps * b);
  for (let epoch = 0, at = 0; at < indices.length; epoch++) {
    const order = shuffledIndices(openStream(1, "shuffle", epoch), setting.n).subarray(0, indices.length - at);
    indices.set(order, at);
    at += order.length;
  }
  return { setting, network, ...start, optimizer: { name, ...hyper }, b, steps, batches: cutIntoBatches(indices, b) };
}

/** Microseconds a step of one of our engines, one number a round, and the sum of squares of its weights. */
export function timeEngine(engine, { network, optimizer, examples, weights, loss, batches, steps }, rounds = ROUNDS) {
  const training = engine.start({ network, optimizer, examples, weights, ...(loss && { loss }) });
  const microseconds = [];
  const size = Math.floor(steps / rounds);
  for (let round = 0; round < rounds; round++) {
    const offsets = batches.offsets.slice(round * size, (round + 1) * size + 1);
    const begun = performance.now();
    training.run({ indices: batches.indices, offsets });
    microseconds.push(((performance.now() - begun) / size) * 1e3);
  }
  const sumOfSquares = training.weights.reduce((sum, w) => sum + w * w, 0);
  training.end?.();
  return { microseconds, sumOfSquares };
}
