import { exp } from "../../../numeric/exp.ts";
import { log } from "../../../numeric/log.ts";
import { holdingDecay, peakSignal, type SignalBalance } from "./signalBalance.ts";

/**
 * The weight decay from which AdamW with small steps cannot hold the feature of a class.
 *
 * lambda_fail = max over 0 < u <= u0 of Lambda(u) = Lambda(min(u0, u*)): a start u0 is above the unstable fixed point exactly for lambda below
 *
 * @param balance the class
 * @param from u0 = j w[1] of the neuron at the start, > 0; Infinity (meant where it is absent) for the best of all starts
 * @returns lambda_fail; Infinity for eps = 0: every start then grows or shrinks to 1/lambda
 * Source: ours, docs/notes/thresholds.md. With steps of size eta, eta lambda >= 2 fails too (`signalBound`).
 * @example
 * failingDecay({ q: 3, classShare: 0.5, activeNeurons: 1, eps: 0 }) // => Infinity
 */
export const failingDecay = (balance: SignalBalance, from = Infinity): number =>
  holdingDecay(balance, Math.min(from, peakSignal(balance)));

/**
 * The same where eps is so small that u* is, and residuals there are 1/2: in closed form.
 *
 * lambda_fail = (q-2)/((q-1) u*),  u* = ((q-2) eps/c)^(1/(q-1)),  c = q p/2
 *
 * from Lambda = c u^(q-2)/(c u^(q-1) + eps), whose derivative is 0 where c u^(q-1) = (q-2) eps.
 *
 * @param balance the class; its number of active neurons does not matter here
 * @returns lambda_fail; Infinity for eps = 0. `failingDecay` is below it, by at most M u*^q/2 of it
 * Source: ours, docs/notes/thresholds.md.
 * @example
 * // u* = sqrt(3/4 2^-10/(3/4)) = 2^-5, so 1/(2 u*) = 16
 * Math.abs(smallFailingDecay({ q: 3, classShare: 0.5, activeNeurons: 1, eps: 0.75 * 2 ** -10 }) / 16 - 1) < 1e-14 // => true
 */
export function smallFailingDecay({ q, classShare, eps }: SignalBalance): number {
  const peak = exp(log(((q - 2) * eps * 2) / (q * classShare)) / (q - 1));
  return (q - 2) / ((q - 1) * peak);
}
