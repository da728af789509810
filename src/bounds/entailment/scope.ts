import type { Formula } from "../order/formula.ts";
import type { Polynomial } from "../order/polynomial.ts";
import type { Extremes } from "./extremes.ts";

/** What names mean. */
export interface Scope {
  /** Names that stand for formulas. */
  readonly defined: ReadonlyMap<string, Formula>;
  /** Exponents that have a value. */
  readonly exponents: ReadonlyMap<string, Polynomial>;
  /** Names that stand for functions of n, and so in no exponent. */
  readonly quantities: ReadonlySet<string>;
  /** Logs of what is no power of n, by the base that stands for them; filled while formulas are read. */
  readonly logs: Map<string, Extremes>;
  /** Values of functions of which nothing is known, such as exp(x), by the base that stands for them; likewise. */
  readonly opaque: Set<string>;
}
