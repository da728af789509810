// The same small trainings wherever it is loaded: in Node, or in a browser's worker.
import { CONVENTIONS } from "../../../dist/src/optimizers/optimizer.js";
import { OPTIMIZERS } from "../../../dist/src/optimizers/registry.js";
import { NETWORKS } from "../../../dist/src/setting/network.js";
import { ENGINES } from "../../../dist/src/sim/engines/registry.js";
import { parseRun } from "../../../dist/src/sim/run.js";
import { simulate } from "../../../dist/src/sim/simulate.js";

// 36 steps, the last batch of every epoch short, 2m = 6 neurons.
const file = {
  setting: { n: 8, d: 15, s: 5, sigmaP: 0.5, alpha: 0.2, m: 3, q: 3, sigma0: 0.3, labels: "balanced" },
  batchSize: 3,
  epochs: 12,
  seed: 5,
  testSize: 20,
};

const trained = (engine, given) => JSON.stringify(simulate(parseRun(given), { engine, saveWeights: true }));

const train = (engine, network, name, convention) =>
  trained(engine, { ...file, network, optimizer: { name, lr: 0.02, weightDecay: 0.01, convention } });

/** Beyond the papers' model: every activation, a power between integers, a loss that the kernel asks of its host. */
const WIDER = [
  { activation: "power", q: 2.5, patches: 3, featureSupport: 2, flip: 0.2, outputScale: "1/m" },
  { activation: "leakyRelu", patches: 1, mu: 2, noise: "laplace" },
  { activation: "smoothedRelu", knee: 0.5, biases: true },
  { activation: "oddPower", secondLayer: "trained" },
];

const trainWider = (engine, model) =>
  trained(engine, {
    ...file,
    setting: { ...file.setting, ...model },
    ...{ loss: "exponential", labelSmoothing: 0.1 },
    optimizer: { name: "adam", lr: 0.02 },
  });

/** The JSON of every result, weights included, by engine, optimizer, convention and network. */
export function trainAll() {
  const results = {};
  for (const engine of ENGINES)
    for (const { name } of OPTIMIZERS)
      for (const convention of CONVENTIONS)
        for (const network of NETWORKS)
          results[`${engine.name} ${name} ${convention} ${network}`] = train(engine, network, name, convention);
  for (const engine of ENGINES)
    for (const model of WIDER) results[`${engine.name} wider ${model.activation}`] = trainWider(engine, model);
  return results;
}
