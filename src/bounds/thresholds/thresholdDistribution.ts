import { expm1 } from "../../numeric/expm1.ts";
import { integerPower } from "../../numeric/integerPower.ts";
import { log1p } from "../../numeric/log1p.ts";
import type { Setting } from "../../setting/setting.ts";
import { positiveMaximumMoment, positiveMaximumQuantile } from "../../statistics/normalMaximum.ts";
import { featureThreshold } from "./feature/featureThreshold.ts";
import { noiseThreshold } from "./noise/noiseThreshold.ts";

/**
 * Quantile, over starts, of Adam's feature threshold of one class.
 *
 * (q p_j/2) (sigma0 x)^(q-2),  Phi(x)^m = p,  since U_j is sigma0 times the largest of m normals
 *
 * @param setting its q, m, sigma0
 * @param classShare p_j in [0, 1]
 * @param p a probability strictly between 0 and 1
 * @returns the threshold that a share p of all starts stays at or below
 * Source: ours, docs/notes/thresholds.md.
 * @example
 * featureThresholdQuantile({ q: 3, m: 1, sigma0: 2 }, 0.5, 0.25) // => 0
 */
export const featureThresholdQuantile = (
  { q, m, sigma0 }: Pick<Setting, "q" | "m" | "sigma0">,
  classShare: number,
  p: number,
): number => featureThreshold(q, classShare, sigma0 * positiveMaximumQuantile(m, p));

/**
 * Mean, over starts, of Adam's feature threshold of one class.
 *
 * (q p_j/2) sigma0^(q-2) E[ max_r (N_r)_+^(q-2) ]
 *
 * @param setting its q, m, sigma0
 * @param classShare p_j in [0, 1]
 * @returns the mean
 * Source: ours, docs/notes/thresholds.md.
 * @example
 * // E[N_+] = 1/sqrt(2 pi) = 0.39894...
 * Math.abs(featureThresholdMean({ q: 3, m: 1, sigma0: 2 }, 0.5) - 0.75 * 2 / Math.sqrt(2 * Math.PI)) < 1e-14 // => true
 */
export const featureThresholdMean = (
  { q, m, sigma0 }: Pick<Setting, "q" | "m" | "sigma0">,
  classShare: number,
): number => featureThreshold(q, classShare, sigma0) * positiveMaximumMoment(m, q - 2);

/** Which of several examples is meant: each for itself, the first to be given up as the weight decay grows, or the last. */
export type Which = "one" | "least" | "greatest";

/**
 * Quantile, over starts, of full-batch Adam's noise threshold at the typical size of the noise.
 *
 * (q/(2n)) (sigma0 sqrt(s) sigmaP x)^(q-2) s sigmaP^2,  x the quantile of the largest of m normals (one example), of m N (the greatest of N examples),
 * or at 1 - (1-p)^(1/N) of m (the least of N)
 *
 * because <w_r, zeta_i> are, given zeta_i, independent N(0, sigma0^2 |zeta_i|^2), also between examples of disjoint supports.
 *
 * @param setting its q, n, m, s, sigmaP, sigma0
 * @param p a probability strictly between 0 and 1
 * @param which one example, or the least or greatest of `examples`
 * @param examples N >= 1, for instance n p_j; 1 for "one"
 * @returns the threshold that a share p of all starts stays at or below
 * Source: ours, docs/notes/thresholds.md. Left out: alpha in x_i (variance alpha^2 sigma0^2) and the spread of |zeta|^2, sqrt(2/s) of it.
 * @example
 * noiseThresholdQuantile({ q: 3, n: 10, m: 1, s: 4, sigmaP: 0.5, sigma0: 0.1 }, 0.25) // => 0
 */
export function noiseThresholdQuantile(
  { q, n, m, s, sigmaP, sigma0 }: Pick<Setting, "q" | "n" | "m" | "s" | "sigmaP" | "sigma0">,
  p: number,
  which: Which = "one",
  examples = 1,
): number {
  const count = which === "greatest" ? m * examples : m;
  const probability = which === "least" ? -expm1(log1p(-p) / examples) : p;
  const x = sigma0 * Math.sqrt(s) * sigmaP * positiveMaximumQuantile(count, probability);
  return noiseThreshold(q, n, x, s * integerPower(sigmaP, 2));
}
