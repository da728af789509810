import { UNIT } from "../constants/constant.ts";
import { chainForm, exponential } from "../constants/powers.ts";
import { Refusal } from "../refusal.ts";
import { compareMonomials, leadingOf, type Monomial } from "./leading.ts";
import { type Base, type Budget, formOf, lazily, monomialOf, type Series } from "./series.ts";

/** The comparability classes that a question has met, from the lowest; logs of n are there from the beginning. */
export interface Basis {
  readonly bases: readonly Base[];
  /** n, log n, log log n, ... */
  readonly logs: readonly Base[];
  readonly budget: Budget;
}

/** Logs in one another. */
const DEEPEST = 12;
/** Exponentials that are not powers of each other. */
const MOST_BASES = 40;
/** Terms of all series of one question. */
const MOST_TERMS = 3000;

/** A basis of n and its iterated logs. */
export function newBasis(): Basis {
  const budget = { left: MOST_TERMS };
  const logs = Array.from({ length: DEEPEST }, (_, depth): Base => {
    const log = () => {
      const next = logs[depth + 1];
      if (next) return monomialOf(next, UNIT);
      throw new Refusal(`must have at most ${DEEPEST} logs in one another, but has more`, "simplify it");
    };
    return { depth, log, form: () => chainForm(depth), rank: DEEPEST - 1 - depth, budget };
  });
  return { bases: [...logs].reverse(), logs, budget };
}

const deepest = ({ depth }: Base) => depth === DEEPEST - 1;

/** The leading monomial of log(base). */
const classOf = (base: Base): Monomial => leadingOf(base.log())?.monomial ?? [];

/** How exp of something infinite with a leading monomial compares with an element. */
const against = (monomial: Monomial, base: Base) => (deepest(base) ? 1 : compareMonomials(monomial, classOf(base)));

/** The element whose log has a leading monomial, if there is one. */
export const baseOf = ({ bases }: Basis, monomial: Monomial): Base | undefined =>
  bases.find((base) => against(monomial, base) === 0);

/** The element exp(log) and the basis with it; no element of the basis may be comparable. */
export function extended(basis: Basis, log: Series, monomial: Monomial): Base {
  const bases = basis.bases as Base[];
  if (bases.length - DEEPEST >= MOST_BASES) {
    throw new Refusal(
      `must have at most ${MOST_BASES} exponentials that no power makes equal, but has more`,
      "simplify it",
    );
  }
  const form = () => {
    const exponent = formOf(log);
    return exponent && exponential(exponent);
  };
  const base: Base = { log: () => log, form: lazily(form), rank: 0, budget: basis.budget };
  const place = bases.findIndex((other) => against(monomial, other) < 0);
  bases.splice(place < 0 ? bases.length : place, 0, base);
  for (const [rank, each] of bases.entries()) each.rank = rank;
  return base;
}
