import type { Formula } from "../order/formula.ts";
import type { Polynomial } from "../order/polynomial.ts";
import type { Extremes } from "./extremes.ts";

/** What names mean. */
export interface Scope {
  /** Names that stand for formulas. */
  readonly defined: ReadonlyMap<string, Formula>;
  /** Exponents that have a value. */
  readonly exponents: ReadonlyMap<string, Polynomial>;
  /** Logs of what is no power of n, by the base that stands for them; filled while formulas are read. */
  readonly logs: Map<string, Extremes>;
}
