import { Fraction } from "../../algebra/mathjs.ts";
import type { Constraint } from "./constraint.ts";
import { fromLeast, rangeOf } from "./domain.ts";
import { factorsOf } from "./monomial.ts";
import { cleared, constant, constantOf, negative, type Polynomial, plus, signOf, times } from "./polynomial.ts";

/** A polynomial that is > 0 or >= 0, its monomials seen as variables of their own. */
interface Inequality {
  readonly left: Polynomial;
  readonly strict: boolean;
}

/** An inequality, and those that it is a sum of, by their places. */
interface Row extends Inequality {
  readonly from: ReadonlySet<number>;
}

/** So that a proof by elimination, which may need rows without end, is given up in time. */
const MOST_ROWS = 200;

/** What the domain says of a monomial in variables >= 0: it is >= 0, and at most the rest of it times the range of a bounded factor. */
function domainRows(monomial: string): Inequality[] {
  const factors = factorsOf(monomial);
  const itself: Polynomial = new Map([[monomial, new Fraction(1)]]);
  const boxed = factors.findIndex((name) => rangeOf(name).most !== undefined);
  const rows = [{ left: itself, strict: factors.every((name) => rangeOf(name).strict) }];
  if (boxed < 0) return rows;
  const { least, most } = rangeOf(factors[boxed] as string) as { least: number; most: number };
  const rest = factors.filter((_, k) => k !== boxed).join("*");
  const bound: Polynomial = new Map([[rest, new Fraction(most - least)]]);
  return [...rows, { left: plus(bound, negative(itself)), strict: false }, ...(rest === "" ? [] : domainRows(rest))];
}

const rowsOf = ({ left, relation }: Constraint): Inequality[] => {
  const moved = fromLeast(cleared(left));
  const row = { left: moved, strict: relation === ">" };
  return relation === "=" ? [row, { left: negative(moved), strict: false }] : [row];
};

const contradicts = ({ left, strict }: Inequality) => {
  const value = constantOf(left);
  return value !== undefined && (signOf(value) < 0 || (signOf(value) === 0 && strict));
};

const coefficientOf = (row: Row, monomial: string) => row.left.get(monomial) ?? new Fraction(0);

/** Two rows that are added, and what their sum is a sum of. */
interface Pair {
  readonly a: Row;
  readonly b: Row;
  readonly from: ReadonlySet<number>;
}

/** The sum of two rows in which a monomial, > 0 in one and < 0 in the other, is gone. */
const without = (monomial: string, { a, b, from }: Pair): Row => ({
  left: plus(
    times(a.left, constant(coefficientOf(b, monomial).abs())),
    times(b.left, constant(coefficientOf(a, monomial).abs())),
  ),
  strict: a.strict || b.strict,
  from,
});

/** The rows in which a monomial is > 0, < 0, and not at all. */
const sides = (rows: readonly Row[], monomial: string) =>
  [1, -1, 0].map((side) => rows.filter((row) => signOf(coefficientOf(row, monomial)) === side)) as [
    Row[],
    Row[],
    Row[],
  ];

/** The monomial whose elimination gives the fewest rows, of those that are left. */
function cheapest(rows: readonly Row[]): string | undefined {
  const names = [...new Set(rows.flatMap(({ left }) => [...left.keys()]))].filter((name) => name !== "");
  const cost = new Map(
    names.map((name) => {
      const [above, below] = sides(rows, name);
      return [name, above.length * below.length - above.length - below.length] as const;
    }),
  );
  return names.sort((a, b) => (cost.get(a) as number) - (cost.get(b) as number))[0];
}

/**
 * Whether no point of the domain satisfies all constraints, for certain.
 *
 * @param constraints in exponents
 * @returns true where proved; exact for linear constraints, up to a number of rows; products of exponents count as variables of their own, with their bounds
 * Source: ours; Fourier-Motzkin elimination over the rationals, without sums of more rows than Kohler's rule lets say something new.
 * @example
 * impossible([{ left: variable("l"), relation: ">" }, { left: negative(variable("l")), relation: ">=" }]) // => true
 */
export function impossible(constraints: readonly Constraint[]): boolean {
  const given = constraints.flatMap(rowsOf);
  const monomials = new Set(given.flatMap(({ left }) => [...left.keys()]));
  monomials.delete("");
  let rows: readonly Row[] = [...given, ...[...monomials].flatMap(domainRows)].map((row, place) => ({
    ...row,
    from: new Set([place]),
  }));
  for (let eliminated = 1; ; eliminated++) {
    const monomial = cheapest(rows);
    if (monomial === undefined) break;
    const [above, below, aside] = sides(rows, monomial);
    const pairs = above
      .flatMap((a) => below.map((b): Pair => ({ a, b, from: new Set([...a.from, ...b.from]) })))
      // Kohler's rule: a sum of more rows says nothing that others do not.
      .filter(({ from }) => from.size <= eliminated + 1);
    if (aside.length + pairs.length > MOST_ROWS) return false;
    rows = [...aside, ...pairs.map((pair) => without(monomial, pair))];
  }
  return rows.some(contradicts);
}
