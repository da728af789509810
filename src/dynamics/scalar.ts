import { ENGINES } from "../sim/engines/registry.ts";
import {
  firstUnmet,
  mustBeConstant,
  mustBeDisjoint,
  mustForget,
  mustHaveNoEpsOrOneSize,
  mustMoveAlone,
  mustNormalize,
  mustNotCouple,
} from "./conditions.ts";
import { trainerOf } from "./engines/registry.ts";
import type { Method } from "./recurrence.ts";

/**
 * Normalized steps on disjoint supports: one scalar per (neuron, example).
 *
 *   w[k] = rho^t w_0[k] + sgn(xi_i[k]) c_i on B_i,   c_i' = rho c_i + eta M_i/sqrt(S_i)   (signs: eta sgn(a_i)),
 *   M_i, S_i the moments of a_i = (1/b) l_i sigma'(x_i), 0 where i is not in the batch;   z_i = rho^t z_i(0) + c_i |zeta_i|_1
 *
 * because with eps = 0 every coordinate of B_i has the same normalized step up to its sign. Cost per step O(b m) and one
 * sum per visited example over the steps since its last visit, whatever d and s. A user's own optimizer that is normalized takes the
 * place of M_i/sqrt(S_i) with its own step; while an example is away its steps are taken one by one.
 *
 * Beyond the papers' model one scalar per (neuron, noise patch), whatever activation, loss and head are, the feature's coordinates, biases and second
 * layer being the optimizer's own; where all noise entries have one size, any eps.
 *
 * Source: ours from [T25] A.5-A.8 and B.2; docs/notes/coefficients.md, docs/notes/patches.md.
 */
export const scalar: Method = {
  name: "scalar",
  about: "AdamW and SignSGDW, Adam and SignSGD at weight decay 0; disjoint supports, eps = 0",
  unmet: (problem) =>
    firstUnmet(mustMoveAlone, mustNormalize, mustNotCouple)(problem) ??
    mustHaveNoEpsOrOneSize(problem) ??
    mustForget(problem.optimizer) ??
    mustBeConstant(problem) ??
    mustBeDisjoint(problem),
  start: (problem, engine = ENGINES[0]) => trainerOf(engine).directional(problem, Math.sign),
};
