import type { Polynomial } from "./polynomial.ts";

/** A polynomial in the exponents against 0. */
export interface Constraint {
  readonly left: Polynomial;
  readonly relation: ">" | ">=" | "=";
}
