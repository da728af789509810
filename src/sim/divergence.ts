import type { Run } from "./run.ts";
import type { Divergence, Metrics } from "./trajectory.ts";

/** The first of a moment's metrics that is not finite, by name; undefined if all are. */
export function notFiniteMetric({ trainLoss, noiseMemorization: { min, max } }: Metrics): string | undefined {
  if (!Number.isFinite(trainLoss)) return "trainLoss";
  const memorized = [...Object.values(min), ...Object.values(max)].filter((value) => value !== null);
  return memorized.every(Number.isFinite) ? undefined : "noiseMemorization";
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
