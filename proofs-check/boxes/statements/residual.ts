import type { BoxStatement } from "../statement.ts";

/** Residuals of the first stage are above LEAST and below MOST. */
export const LEAST = "3/8";
export const MOST = "5/8";

/**
 * How far residuals can be from 1/2 while every coefficient is at most 1/m, m >= 2, q >= 3.
 *
 *   1/(1 + e^M) <= |l_i| <= 1/(1 + e^-M),   M = m (max u^q + max x^q) <= r^2 (a^3 + b^3),  r = 1/m,  a = m max u, b = m max x in [0, 1]
 *
 * F_y <= m (max u^q + max x^q) and F_-y >= 0, and the other way round; r^(q-1) (a^q + b^q) falls with q.
 */
export const residual: BoxStatement = {
  name: "residual",
  says: `while all coefficients are at most 1/m, m >= 2, q >= 3, residuals lie between ${LEAST} and ${MOST}`,
  box: { a: [0, 1], b: [0, 1], r: [0, 0.5] },
  above: [`1/(1 + exp(r^2*(a^3 + b^3))) - ${LEAST}`, `${MOST} - 1/(1 + exp(-r^2*(a^3 + b^3)))`],
};
