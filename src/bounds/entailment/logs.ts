import { Fraction } from "../../algebra/mathjs.ts";
import { constant } from "../order/polynomial.ts";
import type { Bound } from "./bound.ts";
import { type Condition, conditionOn } from "./condition.ts";
import { type Extremes, extremesText, inverse, only, power, times } from "./extremes.ts";
import { formOf, LOG_N, product, reciprocal } from "./form.ts";
import { prove } from "./prove.ts";
import type { Refutation } from "./search.ts";

/** What is known of the log of a quantity that is no power of n as it stands. */
export interface LogFact {
  readonly says: string;
  /** What the quantity is, which is why. */
  readonly since: string;
  /** What that asks of it. */
  readonly needs: Condition;
  readonly condition: Condition;
  readonly refutations: readonly Refutation[];
}

/** Of a quantity that grows, the log is below its 64th root, and so below all larger ones. */
const SMALL_POWER = constant(new Fraction("1/64"));

const FACT = { kind: "fact" } as const;
const on = (of: Extremes, bound: Bound): Condition => conditionOn(of, bound, FACT);
const row = (above: string, under: string, bound: Bound): Condition =>
  on(only(product(formOf(above), reciprocal(formOf(under)))), bound);
const all = (...of: readonly Condition[]): Condition => ({ kind: "all", of });

/** That a quantity is a power of n between two that are positive. */
export const isPower = (of: Extremes): Condition => all(on(inverse(of), "o~"), on(of, "poly"));

/** What the log is then. */
export const logOfPower = (base: string): Condition => all(row(base, LOG_N, "O"), row(LOG_N, base, "O"));

/** What may be known of a log, the most first: what of the quantity must follow, and what it says of the log. */
const KINDS: readonly {
  readonly says: (base: string, quantity: string) => string;
  readonly since: (quantity: string) => string;
  readonly needs: (of: Extremes) => Condition;
  readonly gives: (base: string, of: Extremes) => Condition;
}[] = [
  {
    says: (base) => `${base} = Theta(log(n))`,
    since: (quantity) => `${quantity} = poly(n)`,
    needs: isPower,
    gives: logOfPower,
  },
  {
    says: (base) => `${base} = Omega(log(n))`,
    since: (quantity) => `${quantity} = omega~(1)`,
    needs: (of) => on(inverse(of), "o~"),
    gives: (base) => row(LOG_N, base, "O"),
  },
  {
    says: (base) => `${base} = O(log(n))`,
    since: (quantity) => `${quantity} <= n^O(1)`,
    needs: (of) => on(of, "poly"),
    gives: (base) => row(base, LOG_N, "O"),
  },
  {
    says: (base, quantity) => `${base} = omega(1), and o of every power of ${quantity}`,
    since: (quantity) => `${quantity} = omega(1)`,
    needs: (of) => on(inverse(of), "o"),
    gives: (base, of) =>
      all(row("1", base, "o"), on(times(only(formOf(base)), inverse(power(of, SMALL_POWER) as Extremes)), "o")),
  },
];

/**
 * What hypotheses say of logs.
 *
 * @param base that stands for the log
 * @param of what it is the log of
 * @param given hypotheses, which do not contradict each other
 * @returns facts, each with why; where the first holds, it alone
 * Source: ours.
 */
export function logFacts(base: string, of: Extremes, given: readonly Condition[]): LogFact[] {
  const facts: LogFact[] = [];
  const quantity = extremesText(of);
  for (const [k, { says, since, needs, gives }] of KINDS.entries()) {
    const needed = needs(of);
    const attempt = prove(given, needed);
    if (attempt.kind === "open") continue;
    const words = { says: says(base, quantity), since: since(quantity) };
    facts.push({ ...words, needs: needed, condition: gives(base, of), refutations: attempt.refutations });
    if (k === 0) break;
  }
  return facts;
}
