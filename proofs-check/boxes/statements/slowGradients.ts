import type { BoxStatement } from "../statement.ts";

/** Between which multiples of eta a step lies, along the gradient's sign: of either convention. */
export const STEP_LEAST = "2/5";
export const STEP_MOST = "7/2";

/**
 * Adam's normalized step where all gradients so far are within a quarter of the last one.
 *
 *   (1-x)(1-h)/(z (1+h) + e) <= |mom|/(sqrt(sec) + eps) <= (1-x)(1+h)/(z (1-h)),   x = b1^t, z = sqrt(1 - b2^t), e = eps/|g|, g_tau in [1-h, 1+h] g_t
 *
 * Corrected for the start, x = 0 and z = 1, which the box holds.
 */
export const slowGradients: BoxStatement = {
  name: "slowGradients",
  says: `where all gradients so far are within a quarter of the last one, b1^t <= 1/4, b2^t <= 3/4 and eps <= |g|/16, Adam's step is between ${STEP_LEAST} and ${STEP_MOST} eta along its sign`,
  box: { x: [0, 0.25], z: [0.5, 1], h: [0, 0.25], e: [0, 1 / 16] },
  above: [`(1 - x)*(1 - h)/(z*(1 + h) + e) - ${STEP_LEAST}`, `${STEP_MOST} - (1 - x)*(1 + h)/(z*(1 - h))`],
};
