import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { bothFlip, flipStudy } from "../support/adamw/adamwFlip.ts";
import { turnAndFall } from "../support/adamw/adamwReversal.ts";
import { SIGNS, WINDOW } from "../support/adamw/flipPlaces.ts";
import { otherWeights } from "../support/adamw/otherWeights.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";

const LAMBDA = [0.5, 1, 2];
const S = [16, 36, 81];
const WITHIN = [1 / 4, 1 / 2, 1];
const B7 = "B.7, of signs";
const C13 = "C.13, of AdamW";

/** What a lower bound Omega(x^p) leaves to a quantity over x: at least p upwards, which is at most p as x falls. */
const LEAST = Infinity;

/**
 * Large-batch AdamW: the feature turns, falls by Theta(eta n/b) per epoch and ends negative; how far is stated twice.
 *
 * B.7: w[1] = -sgn(j) Omega~(1/lambda), w[k] = sgn(xi_i[k]) Omega~(b/(n lambda));   C.13: -sgn(j) Omega~(n/(b s sigmaP)), sgn(xi_i[k]) Omega~(1/(s sigmaP));
 * both: other w[k] = +-O~(eta)
 *
 * Each is looked at when its own growth rates would bring it about: B.7's after 1/(eta lambda) steps, C.13's after O(1/(eta s sigmaP)). w[k] is
 * seen through x_i, which is |zeta_i|_1 w[k] where all of B_i moves together.
 *
 * @param numbers the claim's: the exponents of lambda and s in both ends, a factor on the fall, shares of starts that flip, and the exponent
 *   of eta in the other weights
 * @returns the claim
 * Source: [T25] B.7, C.13.
 */
export const adamwLargeFlip = ({
  fall = 1,
  flips = [0.5, 1] as readonly [number, number],
  b7 = { feature: -1, noise: -1, noiseOverS: 0.5 },
  c13 = { featureOverS: -0.5, noiseOverS: 0, noise: 0 },
  others = 1,
} = {}): Claim =>
  defineClaim({
    id: "adamw-large-flip",
    source: "T25 B.7, C.13",
    kind: "rate",
    statement:
      "large-batch AdamW: if alpha >= Theta~((b s sigmaP/n)^(1-q)), <w,jv> turns by T_r = O~(sigma0/(eta s sigmaP alpha^(1/(q-1)))), falls by Theta(eta n/b) per epoch and ends at -Omega~(1/lambda) (B.7) or -Omega~(n/(b s sigmaP)) (C.13), with w[k] = sgn(xi_i[k]) Omega~(b/(n lambda)) or Omega~(1/(s sigmaP)) where y_i = j, and the other weights at +-O~(eta)",
    latex: String.raw`w_{j,r}[1] = -\operatorname{sgn}(j)\,\tilde\Omega(1/\lambda),\; w_{j,r}[k] = \operatorname{sgn}(\xi_i[k])\,\tilde\Omega\!\left(\tfrac{b}{n\lambda}\right) \quad\text{or}\quad -\operatorname{sgn}(j)\,\tilde\Omega\!\left(\tfrac{n}{b s\sigma_p}\right),\; \operatorname{sgn}(\xi_i[k])\,\tilde\Omega\!\left(\tfrac{1}{s\sigma_p}\right)`,
    hypotheses: hypothesesOf("adamw-large-flip"),
    restsOn: ["adamw-large-stage1", "adamw-as-sign", "residual-sign"],
    checks: [
      turnAndFall({ fall }),
      otherWeights(B7, others),
      otherWeights(C13, others),
      ...bothFlip(flips, "decayed"),
      ...(
        [
          ["feature", "lambda", SIGNS.overLambda, [-LEAST, b7.feature]],
          ["noise", "lambda", SIGNS.overLambda, [-LEAST, b7.noise]],
          ["noise", "s", SIGNS.overS, [b7.noiseOverS, LEAST]],
          ["feature", "lambda", SIGNS.window, [-LEAST, b7.feature]],
          ["noise", "lambda", SIGNS.window, [-LEAST, b7.noise]],
        ] as const
      ).map(([part, over, place, claimed]) =>
        flipStudy({ ...place, part, over, when: "decayed", reading: B7, claimed }),
      ),
      ...(
        [
          ["feature", "s", { grid: S }, [c13.featureOverS, LEAST]],
          ["noise", "s", { grid: S }, [c13.noiseOverS, LEAST]],
          ["noise", "lambda", { grid: LAMBDA }, [-LEAST, c13.noise]],
          ["noise", "lambda", { ...WINDOW, grid: WITHIN }, [-LEAST, c13.noise]],
        ] as const
      ).map(([part, over, place, claimed]) =>
        flipStudy({ ...place, part, over, when: "fitted", reading: C13, claimed }),
      ),
      certifiedEnds("adamw, b = n"),
    ],
  });
