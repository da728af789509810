import { lastHolding } from "../../../numeric/lastHolding.ts";
import { normalTail } from "../../../numeric/normalCdf.ts";
import type { Setting } from "../../../setting/setting.ts";
import { movement } from "../../hypotheses/movement.ts";
import { noiseThreshold } from "../noise/noiseThreshold.ts";
import { flipConstant } from "./flipBoundary.ts";
import { typicalNoise } from "./typicalNoise.ts";

/** Of a neuron's noise at the start, in standard deviations: no start has more. */
const MOST = 8;

/**
 * The batch size whose fluctuations a batch drawn without replacement has.
 *
 * b/(1 - b/n): Infinity for the full batch
 */
const drawnFrom = (n: number, b: number) => (b < n ? (b * n) / (n - b) : Infinity);

/**
 * The weight decay at which Adam's flip ends, in the median over starts.
 *
 * lambda_flip = (q/(2n)) (sigma0 |zeta|)^(q-2) |zeta|^2 t^(q-2),  Q(t) = f,  c_b(f) G(K) |zeta|_1 = K,  K = n/b
 *
 * A neuron memorizes by itself the examples that start above t standard deviations, t = (2 n lambda/(q |zeta|^q sigma0^(q-2)))^(1/(q-2)): a share Q(t) of its class. Its feature is turned iff
 * that share is large enough for the noise to win the race.
 *
 * @param setting disjoint supports, q >= 3, alpha > 0; noise of the typical size, |zeta|^2 = s sigmaP^2 and |zeta|_1 = sqrt(2/pi) s sigmaP
 * @param betas b1^2 < b2
 * @param batchSize b, which divides n
 * @returns the threshold, in the unit of weight decay; 0 where the feature wins at every lambda
 * Source: ours, docs/notes/thresholds.md, where the flip ends.
 * @example
 * const setting = { n: 64, s: 64, sigmaP: 0.125, alpha: 0.2, q: 3, sigma0: 0.02 }
 * flipEnd({ ...setting, alpha: 1e-6 }, [0.9, 0.99], 64) // => 0
 */
export function flipEnd(
  { n, s, sigmaP, alpha, q, sigma0 }: Pick<Setting, "n" | "s" | "sigmaP" | "alpha" | "q" | "sigma0">,
  betas: readonly [number, number],
  batchSize: number,
): number {
  const K = Math.round(n / batchSize);
  const noise = typicalNoise({ s, sigmaP });
  const speed = (movement(...betas, K) * noise) / K;
  const flips = (t: number) =>
    flipConstant({ alpha, q, noise, betas, batchSize: drawnFrom(n, batchSize), share: normalTail(t) }) * speed > 1;
  if (!flips(0)) return 0;
  const size = sigma0 * Math.sqrt(s) * sigmaP;
  return noiseThreshold(q, n, size * lastHolding(flips, 0, MOST), s * sigmaP * sigmaP);
}
