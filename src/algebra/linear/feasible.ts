import { Fraction } from "../mathjs.ts";
import type { OrderedSpace } from "./orderedSpace.ts";

/** A sum of unknowns times coefficients, none 0, that is at most a limit. */
export interface Inequality<V> {
  readonly coefficients: ReadonlyMap<string, Fraction>;
  readonly limit: V;
}

/** A point that meets all inequalities, or multipliers, one an inequality and none < 0, with which they add up to 0 <= something < 0. */
export type Feasibility<V> =
  | { readonly kind: "point"; readonly values: ReadonlyMap<string, V> }
  | { readonly kind: "conflict"; readonly multipliers: readonly Fraction[] };

const ZERO = new Fraction(0);
const ONE = new Fraction(1);

type Line = Map<number, Fraction>;

/** Adds `by` times a line to another, in place; what becomes 0 goes. */
function addLine(to: Line, line: Line, by: Fraction): void {
  for (const [column, coefficient] of line) {
    const sum = (to.get(column) ?? ZERO).add(coefficient.mul(by));
    if (sum.n === 0n) to.delete(column);
    else to.set(column, sum);
  }
}

/** The line of `entering`, from that of `leaving` in which it stands. */
function solved(line: Line, leaving: number, entering: number): Line {
  const pivot = line.get(entering) as Fraction;
  const result: Line = new Map([[leaving, ONE.div(pivot)]]);
  for (const [column, coefficient] of line) {
    if (column !== entering) result.set(column, coefficient.div(pivot).neg());
  }
  return result;
}

const ascending = (keys: Iterable<number>): number[] => [...keys].sort((a, b) => a - b);

/**
 * Whether linear inequalities have a solution, exactly, with a witness either way.
 *
 * @param rows sum_k c_k x_k <= limit, c_k rational, x_k free
 * @param space where limits and unknowns live: the rationals, or any ordered vector space over them
 * @returns a point, or Farkas multipliers y >= 0, not all 0: sum_r y_r c_r = 0 and sum_r y_r limit_r < 0; few of them are not 0
 * Source: B. Dutertre, L. de Moura, A fast linear-arithmetic solver for DPLL(T), CAV 2006; Bland's rule, so that it ends.
 */
export function feasible<V>(rows: readonly Inequality<V>[], space: OrderedSpace<V>): Feasibility<V> {
  const names = [...new Set(rows.flatMap(({ coefficients }) => [...coefficients.keys()]))];
  const place = new Map(names.map((name, k) => [name, k]));
  const values: V[] = [...names, ...rows].map(() => space.zero);
  const limits: (V | undefined)[] = [...names.map(() => undefined), ...rows.map(({ limit }) => limit)];
  /** What stands for each basic variable: a sum of those that are not. */
  const lines = new Map<number, Line>(
    rows.map(({ coefficients }, r) => [
      names.length + r,
      new Map([...coefficients].map(([name, coefficient]) => [place.get(name) as number, coefficient])),
    ]),
  );
  const over = (variable: number): boolean => {
    const limit = limits[variable];
    return limit !== undefined && space.compare(values[variable] as V, limit) > 0;
  };
  const atLimit = (variable: number): boolean => {
    const limit = limits[variable];
    return limit !== undefined && space.compare(values[variable] as V, limit) >= 0;
  };
  for (;;) {
    const leaving = ascending(lines.keys()).find(over);
    if (leaving === undefined) {
      return { kind: "point", values: new Map(names.map((name, k) => [name, values[k] as V])) };
    }
    const line = lines.get(leaving) as Line;
    const entering = ascending(line.keys()).find((column) => {
      const rises = (line.get(column) as Fraction).compare(0) < 0;
      return !(rises && atLimit(column));
    });
    if (entering === undefined) {
      const multiplier = (variable: number): Fraction =>
        variable === leaving ? ONE : (line.get(variable)?.neg() ?? ZERO);
      return { kind: "conflict", multipliers: rows.map((_, r) => multiplier(names.length + r)) };
    }
    const gap = space.add(limits[leaving] as V, space.scale(values[leaving] as V, ONE.neg()));
    const step = space.scale(gap, ONE.div(line.get(entering) as Fraction));
    const ahead = solved(line, leaving, entering);
    lines.delete(leaving);
    values[leaving] = limits[leaving] as V;
    values[entering] = space.add(values[entering] as V, step);
    for (const [basic, other] of lines) {
      const coefficient = other.get(entering);
      if (coefficient === undefined) continue;
      values[basic] = space.add(values[basic] as V, space.scale(step, coefficient));
      other.delete(entering);
      addLine(other, ahead, coefficient);
    }
    lines.set(entering, ahead);
  }
}
