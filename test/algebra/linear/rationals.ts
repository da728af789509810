import type { OrderedSpace } from "../../../src/algebra/linear/orderedSpace.ts";
import { Fraction } from "../../../src/algebra/mathjs.ts";

/** The rationals as an ordered space over themselves. */
export const RATIONALS: OrderedSpace<Fraction> = {
  zero: new Fraction(0),
  add: (a, b) => a.add(b),
  scale: (a, by) => a.mul(by),
  compare: (a, b) => a.compare(b),
};
