import type { Formula } from "./formula.ts";
import type { Polynomial } from "./polynomial.ts";

/** How every quantity grows with n. */
export interface Scaling {
  /** Each quantity but n, by n and other quantities. */
  readonly quantities: ReadonlyMap<string, Formula>;
  /** Exponents that have a value, perhaps by other exponents; the rest stay symbolic. */
  readonly exponents: ReadonlyMap<string, Polynomial>;
}

/**
 * The scaling family as orders.
 *
 * Source: [T25] Conditions A.1, A.2; as `familySetting` has them, without the constants. B and lambda are powers of n that the family leaves open.
 */
export const FAMILY_ORDERS: Readonly<Record<string, string>> = {
  d: "n^D",
  s: "sqrt(d)/n^2",
  sigmaP: "1/sqrt(s*log(n)^logSigmaP)",
  alpha: "sigmaP*log(n)^logAlpha",
  sigma0: "d^(-1/4)",
  m: "log(n)^logM",
  eta: "n^(-powerEta)",
  B: "n^beta",
  lambda: "n^(-l)",
  eps: "lambda*eta",
  b1: "1",
  b2: "1",
};

/** What a user changes in the family. */
export interface ScalingOptions {
  /** Exponents of `DOMAIN` by name: "6", "1/2", or a formula in other exponents. */
  readonly exponents?: Readonly<Record<string, string>>;
  /** Quantities by name, those of the family or new ones, as formulas. */
  readonly quantities?: Readonly<Record<string, string>>;
}
