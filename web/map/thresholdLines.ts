import { explicitOf } from "../../src/bounds/thresholds/explicit.ts";
import { isKnownAt, THRESHOLDS, type ThresholdKind } from "../../src/bounds/thresholds/thresholdKinds.ts";
import type { DrawnRun } from "../choice/state.ts";
import { planeFor } from "./plane.ts";

/** A weight decay at which something changes, over starts: what 5%, half and 95% of them stay at or below. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** A threshold of weight decay over the batch sizes of a map. */
export interface ThresholdLine {
  readonly name: string;
  readonly about: string;
  /** Where it is known: some are for the full batch alone. */
  readonly points: readonly (Spread & { readonly batchSize: number })[];
}

/**
 * A threshold at a run; none where nothing changes at any weight decay.
 *
 * @param kind of THRESHOLDS
 * @param run its optimizer may be another
 * @returns its spread over starts
 */
export function spreadAt(kind: ThresholdKind, run: DrawnRun): Spread | undefined {
  const { setting, optimizer, batchSize } = run;
  if (kind.optimizer !== optimizer.name || !isKnownAt(kind, run)) return undefined;
  const { low, median, high } = explicitOf(kind, { setting, batchSize, eps: optimizer.eps ?? 0 });
  return low === null || median === null || high === null ? undefined : { low, median, high };
}

/** The thresholds of a run's optimizer over the batch sizes of its map; those that lie nowhere are left out. */
export const thresholdLines = (run: DrawnRun): ThresholdLine[] =>
  THRESHOLDS.map((kind) => ({
    name: kind.name,
    about: kind.about,
    points: planeFor(run.setting.n).batchSizes.flatMap((batchSize) => {
      const spread = spreadAt(kind, { ...run, batchSize });
      return spread ? [{ batchSize, ...spread }] : [];
    }),
  })).filter(({ points }) => points.length > 0);
