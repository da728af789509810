import type { Fraction } from "../mathjs.ts";

/** Values that can be added, multiplied by rationals and compared: all that linear programming over the rationals asks of its right sides. */
export interface OrderedSpace<V> {
  readonly zero: V;
  readonly add: (a: V, b: V) => V;
  readonly scale: (a: V, by: Fraction) => V;
  /** < 0, 0 or > 0, as a - b. */
  readonly compare: (a: V, b: V) => number;
}
