import { exp } from "../../../numeric/exp.ts";
import { log } from "../../../numeric/log.ts";
import { realPower } from "../../../numeric/realPower.ts";
import type { Setting } from "../../../setting/setting.ts";

/**
 * How long it takes a class to be right again after the other class's neurons have outgrown its own, in weights moved at a learning rate a step.
 *
 * eta t = (alpha^(q/(q-1)) log(q |zeta|^2/(lambda n))/W)^(1/q),  |zeta|^2 = s sigmaP^2
 *
 * @param setting alpha, q, n, s, sigmaP; supports disjoint, coupled decay above `flipEnd`
 * @param lambda weight decay > 0, below q |zeta|^2/n
 * @param winners W, neurons of the class that start with the feature's sign
 * @returns eta t; Infinity without a winner, 0 where lambda is too large for residuals to rest
 * Source: ours, docs/notes/thresholds.md (C1).
 * @example
 * recoveryTime({ alpha: 0.25, q: 3, n: 1, s: 1, sigmaP: 1 }, 3, 1) // => 0
 * recoveryTime({ alpha: 0.25, q: 3, n: 1, s: 1, sigmaP: 1 }, 0.1, 0) // => Infinity
 */
export function recoveryTime(
  { alpha, q, n, s, sigmaP }: Pick<Setting, "alpha" | "q" | "n" | "s" | "sigmaP">,
  lambda: number,
  winners: number,
): number {
  const margin = log((q * s * sigmaP * sigmaP) / (lambda * n));
  if (margin <= 0) return 0;
  if (winners === 0) return Infinity;
  const against = realPower(alpha, q / (q - 1));
  return exp(log((against * margin) / winners) / q);
}
