import { log } from "../../../src/numeric/log.ts";
import { power } from "../../../src/numeric/power.ts";
import type { RunInput } from "../../meeting.ts";

/**
 * The margin at which an example's residual is so small.
 *
 * |l| = 1/(1 + e^margin), so margin = log(1/|l| - 1)
 *
 * @param residual |l|, in (0, 1)
 * @returns F_y - F_{-y}
 * Source: [T25] Lemma A.6.
 * @example
 * marginAt(0.5) // => 0
 */
export const marginAt = (residual: number): number => log(1 / residual - 1);

/**
 * The activation at which neurons that share it leave a residual.
 *
 * ((1/neurons) log(1/residual - 1))^(1/q)
 *
 * @param residual |l|, in (0, 1/2)
 * @param neurons how many respond alike: m in the paper's lower levels, 1 in its upper ones
 * @param q power of the activation
 * @returns the activation
 * Source: [T25], proofs of Lemmas C.7, C.14 and C.18.
 * @example
 * levelAt(1e-4, 1, 3).toFixed(3) // => "2.096"
 */
export const levelAt = (residual: number, neurons: number, q: number): number =>
  power(marginAt(residual) / neurons, 1 / q);

/**
 * Between which levels [T25]'s proofs say that AdamW's learning comes to rest.
 *
 * from ((1/m) log((lambda eta)^-1 - 1))^(1/q) to (log((lambda eta)^-2 - 1))^(1/q)
 *
 * @param run its setting and optimizer
 * @returns both, the lower one first
 * Source: [T25] Lemmas C.14 and C.18; of C.18 the visible text has the upper one alone.
 */
export function printedLevels({
  setting: { m, q },
  optimizer: { lr, weightDecay },
}: RunInput): readonly [number, number] {
  const residual = weightDecay * lr;
  return [levelAt(residual, m, q), levelAt(residual * residual, 1, q)];
}

/** Whether a value is within a share of what it should be. */
export const within = (value: number, expected: number, share: number): boolean =>
  Math.abs(value - expected) <= share * expected;
