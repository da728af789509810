import type { Weights } from "../../../src/data/weights.ts";
import type { DynamicsRun } from "../../../src/dynamics/run.ts";
import { decayFactors } from "../../../src/optimizers/decay.ts";
import type { Iterate } from "../../../src/optimizers/optimizer.ts";
import { shuffledIndices } from "../../../src/random/shuffle.ts";
import { openStream } from "../../../src/random/stream.ts";
import { cutIntoBatches } from "../../../src/sim/batches.ts";
import { newResponse, respond } from "../../../src/sim/forward.ts";
import { batchGradient } from "../../../src/sim/gradient.ts";
import { crossEntropy } from "../../../src/sim/losses/crossEntropy.ts";
import { type WeightStep, weightSteps } from "./weightSteps.ts";

/** What descends: the mean loss L, or what coupled decay descends on, L + (lambda/2) |W|^2; with decoupled decay they are one. */
export type Objective = "loss" | "decayed";

/** One look at a training. */
export interface Descent {
  /** -E[J(t+1) - J(t)] over batches, given weights and moments; without the first-order term eta lambda <grad L, W> of decoupled decay. */
  readonly fall: number;
  /** |grad J|_1 over all examples. */
  readonly norm: number;
}

type Network = Pick<WeightStep, "network" | "examples">;

const lossOf = ({ network, examples }: Network, weights: Weights): number => {
  const response = newResponse(network);
  let sum = 0;
  for (let i = 0; i < examples.count; i++) sum += crossEntropy(respond(weights, examples, i, response));
  return sum / examples.count;
};

/** (|W'|^2 - |W|^2)/2, without the cancellation. */
const halfSquares = (from: Weights, to: Weights): number =>
  to.reduce((sum, w, a) => sum + ((w - (from[a] as number)) * (w + (from[a] as number))) / 2, 0);

const everyExample = (count: number) => Int32Array.from({ length: count }, (_, i) => i);

/**
 * Of a step: how far the objective falls in the mean over batches.
 *
 * @param step at whose weights and moments
 * @param objective L, or L + (lambda/2) |W|^2
 * @param batches over which the mean is taken, all equally likely
 * @param decayTerm 1: the term of decoupled decay is taken out; 0 in a mutant
 * @returns the look
 * Source: [T25] B.4, B.9 as docs/theory.md 4.6 restates them.
 */
export function descentAt(
  { network, examples, optimizer, hyper, at }: WeightStep,
  objective: Objective,
  batches: readonly Int32Array[],
  decayTerm = 1,
): Descent {
  const { coupled, rho } = decayFactors(optimizer.decay, hyper);
  const lambda = objective === "decayed" ? coupled : 0;
  const gradient = batchGradient(network, at.weights, examples, everyExample(examples.count));
  const before = lossOf({ network, examples }, at.weights);
  const rise = ({ weights }: Iterate) =>
    lossOf({ network, examples }, weights) - before + (lambda === 0 ? 0 : lambda * halfSquares(at.weights, weights));
  const after = (batch: Int32Array) => optimizer.update(hyper, at, batchGradient(network, at.weights, examples, batch));
  const mean = batches.reduce((sum, batch) => sum + rise(after(batch)), 0) / batches.length;
  const along = gradient.reduce((sum, g, a) => sum + g * (at.weights[a] as number), 0);
  return {
    fall: -mean - decayTerm * (1 - rho) * along,
    norm: gradient.reduce((sum, g, a) => sum + Math.abs(g + lambda * (at.weights[a] as number)), 0),
  };
}

/**
 * Looks at a training's descent now and then.
 *
 * The mean over batches is that over one partition of the examples into batches, drawn for the look: unbiased, exact for b = 1 and b = n.
 *
 * @param run a checked run of Adam or AdamW, b dividing n
 * @param objective L, or L + (lambda/2) |W|^2
 * @param options looks: how many, the first steps left out; coordinates: as of `weightSteps`; decayTerm: as of `descentAt`
 * @returns the looks
 * Source: ours.
 */
export function* descents(
  run: DynamicsRun,
  objective: Objective,
  { looks = 50, coordinates, decayTerm }: { looks?: number; coordinates?: "active" | "all"; decayTerm?: number } = {},
): Generator<Descent> {
  const { n } = run.setting;
  const [batchSize, epochs] = [run.batchSize as number, run.epochs as number];
  const every = Math.max(1, Math.floor((epochs * n) / batchSize / looks));
  for (const step of weightSteps(run, coordinates)) {
    const t = step.at.step;
    if (t === 0 || t % every !== 0) continue;
    const order = shuffledIndices(openStream(run.seed, "shuffle", epochs + t), n);
    const { indices, offsets } = cutIntoBatches(order, batchSize);
    const batches = Array.from({ length: n / batchSize }, (_, k) => indices.subarray(offsets[k], offsets[k + 1]));
    yield descentAt(step, objective, batches, decayTerm);
  }
}
