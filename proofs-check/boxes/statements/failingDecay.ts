import type { BoxStatement } from "../statement.ts";
import { POWERS } from "./steadyState.ts";

/** The predicted decay is right to this share. */
const SHARE = 1 / 32;

/**
 * The weight decay from which AdamW has no steady state but 0, to 1/32: signal alone, residual 1/2 but for margins up to 1/16.
 *
 *   predicted = (q-2)/((q-1) u*),  u* = ((q-2) eps/c)^(1/(q-1)),  c = q p/2;   at lambda = rho predicted and u = v u* growth over decay is
 *   2 l v^(q-2) (1 - rho v (q-2)/(q-1)) against rho/(q-1),   l = 1/(1 + e^(mu v^q)),  mu = M u*^q in [0, 1/16]
 *
 * At rho = 1 - 1/32 and v = 1 it is larger, and at rho = 1 + 1/32 nowhere (2 l <= 1, and the more so at larger rho).
 */
const failingDecay = (q: number): readonly BoxStatement[] => {
  const share = `${q - 2}/${q - 1}`;
  return [
    {
      name: `failingDecayBelow${q}`,
      says: `at q = ${q} AdamW's feature grows at u* where lambda is 1/32 below the predicted failing decay, margins up to 1/16`,
      box: { mu: [0, 1 / 16], rho: [1 / 2, 1 - SHARE] },
      above: [`2/(1 + exp(mu))*(1 - rho*${share}) - rho/${q - 1}`],
    },
    {
      name: `failingDecayAbove${q}`,
      says: `at q = ${q} AdamW's feature grows nowhere where lambda is 1/32 above the predicted failing decay or more`,
      box: { v: [0, 2], rho: [1 + SHARE, 4] },
      above: [`rho/${q - 1} - v^${q - 2}*(1 - rho*v*${share})`],
    },
  ];
};

export const failingDecays: readonly BoxStatement[] = POWERS.flatMap(failingDecay);
