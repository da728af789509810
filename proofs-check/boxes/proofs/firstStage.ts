import { proof } from "../../checks/proof.ts";
import type { Check } from "../../claim.ts";
import { argue } from "../../support/algebra/algebra.ts";
import { boxStep } from "../boxStep.ts";
import { potential } from "../statements/potential.ts";
import { residual } from "../statements/residual.ts";

/** What every statement of the first stage supposes. */
const SMALL = "m >= 2, q >= 3 and all coefficients at most 1/m";
const FULL = `b = n, disjoint supports, ${SMALL}`;

/** One step of the first stage, with explicit constants that follow from residuals between 3/8 and 5/8. */
const ofFirstStage = (conclusion: string, more: readonly Parameters<typeof boxStep>[0][] = [], where = FULL): Check =>
  proof({
    name: "one step, explicit",
    part: "one step with explicit constants",
    about: `branch and bound with a certificate that is checked anew in exact rational numbers: ${where}`,
    prove: () =>
      argue(
        [residual, ...more].map((statement) => boxStep(statement)),
        `${where}: ${conclusion}`,
      ),
  });

/**
 * The feature grows under GD.
 *
 * L' >= L + eta (q p/4) L^(q-1),  3/8 - 1/8 = 1/4, and (4/5)(1/4) = 1/5 of the potential
 */
export const featureGrows = (): Check =>
  ofFirstStage(
    "where lambda L + alpha (q/n) sum_i (x_i)_+^(q-1) <= (q p/8) L^(q-1), a step of GD grows L by eta (q p/4) L^(q-1) at least; as long as that lasts, and eta q p L^(q-2) <= 1/4, q <= 6, L is 1/m within 5/((q-2) eta q p U^(q-2)) steps",
    [potential],
  );

/** The noise grows under GD by no more than its largest residual lets it. */
export const noiseGrowsLittle = (): Check =>
  ofFirstStage(
    "a step of GD grows Gamma, the largest <w, xi_i> over a class's neurons and its own examples, where that is above 0, by at most eta (5 q/8)(max_i |zeta_i|^2/n + alpha^2) G^(q-1), G the largest over all neurons and examples",
  );

/** A sign step turns the feature down where memorized noise outweighs it: 5/3 is the largest ratio of residuals. */
export const featureReverses = (): Check =>
  ofFirstStage(
    "where a share f > 0 of the examples responds with x or more and alpha f x^(q-1) >= (5/3) p u^(q-1), a sign step lowers j w[1] = u > 0 by eta",
  );

/** The mean-field threshold of the feature, (q p/2) u^(q-2), is right to a quarter. */
export const thresholdBracketed = (): Check =>
  ofFirstStage(
    "a sign step, class j having examples, lowers j w[1] = u > 0 wherever lambda >= (5/4)(q p/2) u^(q-2), and, without feature noise, raises it wherever lambda <= (3/4)(q p/2) u^(q-2)",
  );

/** The feature grows in a sign step on any batch whose own examples pull harder: of either kind of decay. */
export const featureRises = (): Check =>
  ofFirstStage(
    "where a share p > 0 of a batch is of class j and (5/8) alpha (q/b) sum_i (x_i)_+^(q-1), with coupled decay lambda u more, is at most (3 q p/8) u^(q-1), a sign step on that batch takes j w[1] = u > 0 to u + eta, with decoupled decay to (1 - eta lambda) u + eta",
    [],
    `any batch, ${SMALL}`,
  );
