import type { BoxStatement } from "../statement.ts";

/** Of (q-2) c, by which L^-(q-2) falls in a step at least. */
export const SHARE = "4/5";

/** The largest growth of a step beside L, c L^(q-2). */
export const GROWTH = 1 / 16;

/**
 * What a step L' >= L + c L^(q-1) takes from L^-k, k = q - 2.
 *
 *   L^-k - L'^-k >= L^-k (1 - (1+x)^-k) = c (1 - (1+x)^-k)/x = c ((1+x)^-1 + ... + (1+x)^-k) >= (4/5) k c,   x = c L^k <= 1/16
 */
export const potential: BoxStatement = {
  name: "potential",
  says: `a step L' >= L + c L^(q-1) takes at least ${SHARE} (q-2) c from L^-(q-2) where c L^(q-2) <= 1/16, q = 3 to 6`,
  box: { x: [0, GROWTH] },
  above: [1, 2, 3, 4].map((k) => {
    const sum = Array.from({ length: k }, (_, i) => `1/(1 + x)^${i + 1}`).join(" + ");
    return `${sum} - ${k}*${SHARE}`;
  }),
};
