import { InputError } from "../../setting/inputError.ts";

/**
 * The largest normalized step that Adam's moments can make, whatever the gradients.
 *
 * |mom_t|/sqrt(sec_t) <= C = (1-b1)/sqrt(1-b2) / sqrt(1 - b1^2/b2),
 *
 * by Cauchy-Schwarz, sum b1^tau g <= sqrt(sum (b1^2/b2)^tau) sqrt(sum b2^tau g^2); approached by g_{t-tau} ~ (b1/b2)^tau. With bias correction too, since
 * (1-b2^t)(1-(b1^2/b2)^t) <= (1-b1^t)^2 by the means of b2^t and (b1^2/b2)^t.
 *
 * @param betas [b1, b2] in [0, 1), b1^2 < b2; b1 = b2 = 0 is allowed: every step is a sign
 * @returns C >= 1
 * @throws InputError if b1^2 >= b2 otherwise: no bound exists
 * Source: [T25] Lemma C.1.
 * @example
 * momentRatio([0, 0]) // => 1
 */
export function momentRatio([b1, b2]: readonly [number, number]): number {
  if (b1 === 0) return 1 / Math.sqrt(1 - b2);
  if (!(b1 * b1 < b2)) {
    throw new InputError(
      `betas must have b1^2 < b2 for the moment ratio to be bounded, but are [${b1}, ${b2}]; raise b2 above ${b1 * b1} or lower b1`,
    );
  }
  return (1 - b1) / Math.sqrt((1 - b2) * (1 - (b1 * b1) / b2));
}
