import { vi } from "vitest";
import { adam } from "../../src/optimizers/adam.ts";
import { adamw } from "../../src/optimizers/adamw.ts";
import { adaptiveUpdate } from "../../src/optimizers/adaptiveUpdate.ts";
import type { Decay } from "../../src/optimizers/decay.ts";
import type { Hyperparameters, Optimizer } from "../../src/optimizers/optimizer.ts";
import { sgd } from "../../src/optimizers/sgd.ts";
import { activationOf } from "../../src/sim/activations/registry.ts";

/** Hands an optimizer's own update other hyperparameters. */
function changed(optimizer: Optimizer, change: Partial<Hyperparameters>): void {
  const { update } = optimizer;
  vi.spyOn(optimizer, "update").mockImplementation((hyper, ...rest) => update({ ...hyper, ...change }, ...rest));
}

function decaying(optimizer: Optimizer, decay: Decay): void {
  vi.spyOn(optimizer, "update").mockImplementation((hyper, at, gradient, into) =>
    adaptiveUpdate(decay, hyper, at, gradient, into),
  );
}

/** Faults planted in the plain code that every engine is tested against; restored after the test. */
export const BUGS: Readonly<Record<string, () => void>> = {
  "Adam without weight decay": () => changed(adam, { weightDecay: 0 }),
  "AdamW without weight decay": () => changed(adamw, { weightDecay: 0 }),
  "SGD without weight decay": () => changed(sgd, { weightDecay: 0 }),
  "Adam with decoupled weight decay": () => decaying(adam, "decoupled"),
  "AdamW with coupled weight decay": () => decaying(adamw, "coupled"),
  "Adam without bias correction": () => changed(adam, { convention: "paper" }),
  "AdamW without bias correction": () => changed(adamw, { convention: "paper" }),
  "sigma' without its factor q": () => {
    for (const q of [3, 4, 5]) {
      const activation = activationOf({ name: "cnn", neurons: 1, q });
      const { derivative } = activation;
      vi.spyOn(activation, "derivative").mockImplementation((z) => derivative(z) / q);
    }
  },
};
