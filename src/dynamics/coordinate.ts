import { ENGINES } from "../sim/engines/registry.ts";
import {
  firstUnmet,
  mustBeAdaptive,
  mustBeConstant,
  mustBeDisjoint,
  mustForget,
  mustMoveAlone,
  mustNotCouple,
} from "./conditions.ts";
import { trainerOf } from "./engines/registry.ts";
import type { Method } from "./recurrence.ts";

/**
 * Adam and AdamW with any eps on disjoint supports: moments per (neuron, example), steps per coordinate.
 *
 *   on B_i:  w[k]' = rho w[k] + eta xi_i[k] M_i/(|xi_i[k]| sqrt(S_i) + eps)
 *
 * Cost O(s) per neuron, visited example and step since its last visit, until the moments are spent.
 *
 * Source: ours, docs/notes/coefficients.md.
 */
export const coordinate: Method = {
  name: "coordinate",
  about: "AdamW, and Adam at weight decay 0, any eps; disjoint supports",
  unmet: (problem) =>
    firstUnmet(mustMoveAlone, mustBeAdaptive, mustNotCouple, mustForget)(problem) ??
    mustBeConstant(problem) ??
    mustBeDisjoint(problem),
  start: (problem, engine = ENGINES[0]) => trainerOf(engine).coordinate(problem),
};
