import type { BoxStatement } from "../statement.ts";

/** The largest |kappa|/(1-b2), kappa = eta g'(u)/(g + eps). */
export const PULL = 63 / 64;

/** 1 - eta lambda, and what else the formulas below are made of. */
const [B1, B2, C] = ["(1 - e)", "(1 - w*e)", "(1 - t*w*e)"];
const PRODUCT = `${B1}*${B2}`;

/**
 * Jury's conditions for AdamW near a steady state, but the one that says lambda' > 0; docs/notes/branch-and-bound.md.
 *
 * 1 - b1 = e, 1 - b2 = w e (so that b1 <= b2), eta lambda = t (1-b2), r = g/(g + eps), kappa = y (1-b2); what is positive everywhere is divided out:
 * (1 - c b1)(1 - c b2) e of the first, e of the last, c = 1 - eta lambda
 */
export const stability: BoxStatement = {
  name: "stability",
  says: "near a steady state of AdamW, b1 <= b2 and eta lambda <= 1-b2, no eigenvalue but a real one near 1 leaves the unit circle while |eta g'/(g + eps)| <= 63/64 (1-b2)",
  box: { e: [0, 1], w: [0, 1], t: [0, 1], r: [0, 1], y: [-PULL, PULL] },
  above: [
    `1 + w*${B1} - y*(${B2}/(1 + t*${B2}) - r*w^2*${B1}/(1 + t*w*${B1}))`,
    `(2 - t*w*e)*(2 - e)*(2 - w*e) + y*w*e^2*((2 - w*e) - r*w*(2 - e))`,
    `(1 + ${PRODUCT})*(1 + w*${B1} + ${PRODUCT}*t*w*(1 + ${C})) + ${C}*(${B1} + ${B2})*(1 + w*${B1}) + y*w*e^2*(${B2}*(1 + t*w*${B1}) - r*w^2*${B1}*(1 + t*${B2}))`,
  ],
};
