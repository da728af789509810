import type { Weights } from "../data/weights.ts";
import type { Run } from "./run.ts";
import type { Divergence, Metrics } from "./trajectory.ts";

/** The first of a moment's numbers that is not finite, by name; undefined if all are. */
export function notFinite(
  { trainLoss, noiseMemorization: { min, max } }: Metrics,
  weights: Weights,
): string | undefined {
  if (!Number.isFinite(trainLoss)) return "trainLoss";
  const memorized = [...Object.values(min), ...Object.values(max)].filter((value) => value !== null);
  if (!memorized.every(Number.isFinite)) return "noiseMemorization";
  return weights.every(Number.isFinite) ? undefined : "weights";
}

/** What a result says of a run that left the finite numbers, with advice for another try. */
export function divergence(
  { optimizer: { lr, weightDecay, name } }: Run,
  metric: string,
  step: number,
  epoch: number,
): Divergence {
  const cause =
    lr * weightDecay > 1
      ? `optimizer.weightDecay below 1/lr (now ${weightDecay})`
      : `a smaller optimizer.lr (now ${lr})`;
  return { step, epoch, metric, advice: `try ${cause}, or another optimizer (now ${name})` };
}
