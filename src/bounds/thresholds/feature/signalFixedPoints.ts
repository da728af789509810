import { lastHolding } from "../../../numeric/lastHolding.ts";
import { holdingDecay, peakSignal, type SignalBalance } from "./signalBalance.ts";

/** Where the feature of a class can rest under AdamW; 0 is a third place, which attracts what lies below `unstable`. */
export interface SignalFixedPoints {
  /** What is above grows to `stable`; 0 for eps = 0. */
  readonly unstable: number;
  readonly stable: number;
  /** Whether M > 1 neurons stay together there, lambda stable > (q-2)/(q-1); otherwise one leaves the others behind (with small steps the largest). True for M = 1. */
  readonly together: boolean;
}

/**
 * The fixed points of the feature under full-batch AdamW with small steps.
 *
 * lambda u = g(u)/(g(u) + eps),  u > 0: two where lambda < max Lambda (see `holdingDecay`), on either side of its peak
 *
 * Small steps: eta lambda well below 1 - b2. Otherwise sqrt(sec) lags behind g, and the feature swings about `stable` instead of resting there.
 *
 * @param balance the class
 * @param weightDecay lambda > 0, decoupled
 * @returns both, or undefined where lambda is above max Lambda and every feature decays to 0
 * Source: ours, docs/notes/thresholds.md.
 * @example
 * signalFixedPoints({ q: 3, classShare: 0.5, activeNeurons: 1, eps: 0 }, 0.5) // => { unstable: 0, stable: 2, together: true }
 */
export function signalFixedPoints(balance: SignalBalance, weightDecay: number): SignalFixedPoints | undefined {
  const { q, activeNeurons, eps } = balance;
  const peak = peakSignal(balance);
  const holds = (u: number) => holdingDecay(balance, u) >= weightDecay;
  if (eps > 0 && !holds(peak)) return undefined;
  // Lambda(u) <= 1/u: beyond 1/lambda nothing is held.
  const stable = lastHolding(holds, peak, 2 / weightDecay);
  return {
    unstable: eps > 0 ? lastHolding((u) => !holds(u), 0, peak) : 0,
    stable,
    together: activeNeurons === 1 || weightDecay * stable > (q - 2) / (q - 1),
  };
}
