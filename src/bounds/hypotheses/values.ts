import type { Setting } from "../../setting/setting.ts";
import type { Values } from "../order/valueOf.ts";

/** What formulas name of an optimizer. */
interface OptimizerNumbers {
  readonly lr: number;
  readonly weightDecay: number;
  readonly betas?: readonly [number, number];
  readonly eps?: number;
}

/**
 * The papers' letters at a concrete setting.
 *
 * @param setting n, d, s, sigmaP, alpha, m, q, sigma0
 * @param optimizer lr as eta, weightDecay as lambda, and eps, b1, b2 where it has them
 * @param batchSize B
 * @returns numbers by symbol, for `valueOf`; undefined where there is none
 */
export const valuesOf = (
  { n, d, s, sigmaP, alpha, m, q, sigma0 }: Setting,
  { lr, weightDecay, betas, eps }: OptimizerNumbers,
  batchSize?: number,
): Values => ({
  ...{ n, d, s, sigmaP, alpha, m, q, sigma0 },
  ...{ eta: lr, lambda: weightDecay, eps, b1: betas?.[0], b2: betas?.[1], B: batchSize },
});
