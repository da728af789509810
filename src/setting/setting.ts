import { integerFrom, nonNegative, numberFrom, oneOf, positiveInteger } from "./fields.ts";
import { modelShape } from "./modelShape.ts";
import * as z from "./zod.ts";

/** How labels are drawn: `balanced` alternates +1, -1 (half and half); `rademacher` draws each uniformly ([T25] Definition 3.1). */
export const LABELS = ["balanced", "rademacher"] as const;

/**
 * How the training supports B_1, ..., B_n are drawn: `independent` of each other ([T25] Definition 3.1, meant where the key is absent), or
 * conditionally on being pairwise `disjoint`, which the theorems' proofs assume and which needs n s <= d - 1.
 */
export const SUPPORTS = ["independent", "disjoint"] as const;

/**
 * The parameters of the problem: data ([T25] Definition 3.1) and network (Definition 3.2), and what goes beyond them (`modelShape`).
 *
 * x = (y v, xi),  v = e_1,  xi = zeta - alpha y v,  zeta ~ N(0, sigmaP^2) on s coordinates;  F_j = sum_r sigma(<w_jr, y v>) + sigma(<w_jr, xi>),  sigma(z) = max(z, 0)^q.
 */
export const settingSchema = z.strictObject({
  n: positiveInteger("training examples", "examples"),
  d: integerFrom(2, "coordinates of a patch; coordinate 1 carries the feature", "coordinates"),
  s: positiveInteger("coordinates of the noise support B_i, at most d - 1", "coordinates"),
  sigmaP: nonNegative("standard deviation of the noise on its support", "patch"),
  alpha: nonNegative("strength of the feature noise -alpha*y*v in the noise patch", "patch"),
  m: positiveInteger("neurons of each class", "neurons"),
  q: numberFrom(1, 1000, "power of the activation max(z, 0)^q; the theorems need an integer >= 3", "none"),
  sigma0: nonNegative("standard deviation of the initial weights", "weight"),
  labels: oneOf(LABELS, "how labels are drawn").default("balanced"),
  // Absent stays absent, so that the configuration of a result from before this key is still the same text.
  supports: oneOf(SUPPORTS, "how training supports are drawn; disjoint needs n s <= d - 1").optional(),
  ...modelShape,
});

/** A setting, checked and complete: what `settingSchema` describes. */
export type Setting = z.output<typeof settingSchema>;
