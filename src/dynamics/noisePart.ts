import type { Weights } from "../data/weights.ts";
import type { Places } from "./weightsAt.ts";

/**
 * What training adds to the weights on coordinates other than the feature: w(t) = rho^t w_0 + u-part + noise part.
 *
 * An example that is not in the batch has gradient 0 on its support; its share of the noise part is brought up to date only when it
 * is needed. `step` is always the number of steps done.
 */
export interface NoisePart {
  /** Brings up to date all that <w, zeta_i> depends on. */
  catchUp(i: number, step: number): void;
  /** Adds the noise part's <., zeta_i> of every lane, [2m], to `out`; after `catchUp`. */
  addSeen(i: number, out: Float64Array): void;
  /** Takes step + 1 on the supports of a batch's examples, whose coefficients of xi are `gradients` [visited * 2m]; after `catchUp`. */
  move(visited: readonly number[], step: number, gradients: Float64Array): void;
  /** Its numbers themselves: what moves, what the optimizer remembers of it, and the steps that each example has behind it [n]. */
  readonly numbers: readonly Float64Array[];
  /** A copy; what is done to it does not reach this one. */
  copy(): NoisePart;
  /** Adds itself to weights on the active coordinates that have a place; after `catchUp` of every example. */
  addTo(weights: Weights, places: Places): void;
  /** Its coefficients along the directions, where it is a combination of some: [n * 2m]; after `catchUp` of every example. */
  readonly along?: Float64Array;
}
