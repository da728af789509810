import type { ThresholdCase, ThresholdKind } from "./thresholdKinds.ts";

/** Over starts: what 5%, half and 95% of them stay at or below; null where nothing changes at any weight decay. */
export interface Explicit {
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

/**
 * The explicit value of a threshold over starts.
 *
 * @param kind of THRESHOLDS
 * @param at setting, batch size, eps
 * @returns what 5%, half and 95% of starts stay at or below; null where nothing changes at any weight decay
 */
export function explicitOf(kind: ThresholdKind, at: ThresholdCase): Explicit {
  const quantile = (p: number) => {
    const value = kind.quantile(at, p);
    return value < Infinity ? value : null;
  };
  return { low: quantile(0.05), median: quantile(0.5), high: quantile(0.95) };
}
