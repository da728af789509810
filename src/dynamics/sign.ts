import { optimizerNamed } from "../optimizers/registry.ts";
import { activeSet } from "./activeSet.ts";
import { mustBeDisjoint, mustRemember } from "./conditions.ts";
import type { Method, Problem } from "./recurrence.ts";
import { scalar } from "./scalar.ts";

/**
 * What the proofs put in the place of Adam and AdamW: steps of the sign alone.
 *
 * @param optimizer Adam, AdamW, or a user's own whose normalized steps remember gradients
 * @returns SignSGD where the decay is coupled, SignSGDW where it is decoupled; same lr and weight decay
 * Source: [T25] 5.1, B.2, Lemmas C.2 and C.11.
 */
export function signTwin(optimizer: Problem["optimizer"]): Problem["optimizer"] {
  const { lr, weightDecay, convention, name } = optimizer;
  return { name: optimizerNamed(name).decay === "coupled" ? "signsgd" : "signsgdw", lr, weightDecay, convention };
}

const instead = (problem: Problem): Problem => ({ ...problem, optimizer: signTwin(problem.optimizer) });

/**
 * The papers' sign recurrences, Stage I and II (they differ in what is known of l_i, not in the recurrence).
 *
 *   <w',jv> = <w,jv> + j eta sgn( sum_{i in I} y_i l_i [sigma'(<w,y_i v>) - alpha sigma'(x_i)] - b lambda w[1] )
 *   <w',xi_i> = <w,xi_i> + eta sum_{k in B_i} sgn( l_i sigma'(x_i) xi_i[k] - b lambda w[k] ) xi_i[k] - alpha y_i (step of coordinate 1)
 *
 * for i in I, without the data term for the others; with decoupled decay no lambda inside sgn and a factor 1 - eta lambda outside.
 * On disjoint supports this is SignSGD or SignSGDW itself, so it runs on the exact recurrences of those two.
 *
 * Source: [T25] B.3-B.6; [Z21] for b = n. That it is the printed recurrence is tested against a transcription of it.
 */
export const sign: Method = {
  name: "sign",
  about: "the papers' sign recurrences in place of Adam and AdamW: an approximation (level 2); disjoint supports",
  unmet: (problem) =>
    problem.wider
      ? "the model must be the papers', whose proofs put signs in the place of steps"
      : (mustRemember(problem.optimizer) ?? mustBeDisjoint(problem)),
  instead,
  start(problem, engine) {
    const twin = instead(problem);
    return scalar.unmet(twin) === undefined ? scalar.start(twin, engine) : activeSet.start(twin, engine);
  },
};
