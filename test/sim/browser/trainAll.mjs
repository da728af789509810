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

function train(engine, network, name, convention) {
  const run = parseRun({ ...file, network, optimizer: { name, lr: 0.02, weightDecay: 0.01, convention } });
  return JSON.stringify(simulate(run, { engine, saveWeights: true }));
}

/** The JSON of every result, weights included, by engine, optimizer, convention and network. */
export function trainAll() {
  const results = {};
  for (const engine of ENGINES)
    for (const { name } of OPTIMIZERS)
      for (const convention of CONVENTIONS)
        for (const network of NETWORKS)
          results[`${engine.name} ${name} ${convention} ${network}`] = train(engine, network, name, convention);
  return results;
}
