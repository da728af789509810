import { ENGINES } from "../sim/engines/registry.ts";
import { isFewPatches, mustBeConstant, mustBeSgd, mustHaveFewOverlaps } from "./conditions.ts";
import { trainerOf } from "./engines/registry.ts";
import { startPatchGram } from "./patchGram.ts";
import type { Method, Problem } from "./recurrence.ts";

/** Beyond the papers' model: unless there are too many patches for it; of images always, and a run file of too many is refused (`parseDynamics`). */
const isHeldInFull = (problem: Problem): boolean =>
  problem.start.examples.shown !== undefined || (problem.wider === true && isFewPatches(problem));

/**
 * SGD and GD through the Gram matrix, any supports and any decay.
 *
 *   u' = (1-eta lambda) u + (eta/b) sum_{i in I} y_i l_i [sigma'(y_i u) - alpha sigma'(x_i)]
 *   z_i' = (1-eta lambda) z_i + (eta/b) sum_{l in I} l_l sigma'(x_l) G_il,   G_il = <zeta_i, zeta_l>
 *
 * O(b) per neuron and step when supports are disjoint (G diagonal). Its decomposition is the signal-noise decomposition
 * w = rho^t w_0 + gamma v + sum_i rho_i zeta_i/|zeta_i|^2. Of a model beyond the papers' the Gram matrix is that of all patches
 * (`startPatchGram`), up to 4000 of them; of more it is one of their noise off the feature.
 *
 * Source: [C22]; [Z21] for b = n; docs/notes/coefficients.md, docs/notes/patches.md.
 */
export const gram: Method = {
  name: "gram",
  about: "SGD and GD, any supports, any weight decay",
  unmet: (problem) =>
    mustBeSgd(problem.optimizer) ??
    mustBeConstant(problem) ??
    (isHeldInFull(problem) ? undefined : mustHaveFewOverlaps(problem)),
  start: (problem, engine = ENGINES[0]) =>
    isHeldInFull(problem) ? startPatchGram(problem, engine) : trainerOf(engine).directional(problem, (z) => z),
};
