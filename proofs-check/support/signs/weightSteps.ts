import type { Examples } from "../../../src/data/examples.ts";
import { drawStart } from "../../../src/data/start.ts";
import { problemOf } from "../../../src/dynamics/problem.ts";
import type { Problem } from "../../../src/dynamics/recurrence.ts";
import type { DynamicsRun } from "../../../src/dynamics/run.ts";
import { decayFactors } from "../../../src/optimizers/decay.ts";
import type { Iterate, Optimizer } from "../../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../../src/optimizers/registry.ts";
import { batchGradient } from "../../../src/sim/gradient.ts";
import { schedule } from "../../../src/sim/schedule.ts";

/** One step of a training with all its weights; arrays [A * 2m] as `Weights`. */
export interface WeightStep {
  readonly network: Problem["network"];
  readonly examples: Examples;
  readonly optimizer: Optimizer;
  readonly batch: Int32Array;
  /** Before the step; `at.step` are done. */
  readonly at: Iterate;
  /** After it. */
  readonly next: Iterate;
  readonly hyper: DynamicsRun["optimizer"];
  /** Gradient of the batch's loss. */
  readonly ofLoss: Float64Array;
  /** [n] steps since an example was last in a batch: 0 in this one, Infinity never. */
  readonly unseen: Float64Array;
}

/**
 * Trains with an optimizer's own update and shows every step with all its weights and moments, which engines keep to themselves.
 *
 * w' = rho w - eta step,  rho = 1 (coupled decay) | 1 - eta lambda (decoupled);  step is `normalizedStep`
 *
 * @param run a checked run (`parseDynamics`)
 * @param coordinates "active": those of the examples alone, whatever d is; "all": d of them
 * @returns one entry a step; taking no more of them stops the training
 * Source: ours; the update is that of src/optimizers.
 */
export function* weightSteps(run: DynamicsRun, coordinates: "active" | "all" = "active"): Generator<WeightStep> {
  const { network, start: active } = problemOf(run);
  const { examples, weights } = coordinates === "all" ? drawStart(run.setting, network, run.seed) : active;
  const { optimizer: hyper } = run;
  const optimizer = optimizerNamed(hyper.name);
  const unseen = new Float64Array(examples.count).fill(Number.POSITIVE_INFINITY);
  let at = optimizer.init(weights);
  for (const { batches } of schedule(run)) {
    for (let k = 0; k + 1 < batches.offsets.length; k++) {
      const batch = batches.indices.subarray(batches.offsets[k], batches.offsets[k + 1]);
      for (let i = 0; i < unseen.length; i++) unseen[i] = (unseen[i] as number) + 1;
      for (const i of batch) unseen[i] = 0;
      const ofLoss = batchGradient(network, at.weights, examples, batch);
      const next = optimizer.update(hyper, at, ofLoss);
      yield { network, examples, optimizer, hyper, batch, at, next, ofLoss, unseen };
      at = next;
    }
  }
}

/** What the moments take in: the gradient of the loss, plus lambda w where decay is coupled. */
export function gradientOf({ optimizer, hyper, at, ofLoss }: WeightStep): Float64Array {
  const { coupled } = decayFactors(optimizer.decay, hyper);
  return ofLoss.map((g, a) => g + coupled * (at.weights[a] as number));
}

/** (rho w - w')/eta: what the moments make of the gradients; rounded to about 2^-52 |w|/eta. */
export function normalizedStep({ optimizer, hyper, at, next }: WeightStep): Float64Array {
  const { rho } = decayFactors(optimizer.decay, hyper);
  return next.weights.map((w, a) => (rho * (at.weights[a] as number) - w) / hyper.lr);
}
