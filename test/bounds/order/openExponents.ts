import { fc } from "@fast-check/vitest";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import { decide } from "../../../src/bounds/order/decide.ts";
import { parseFormula } from "../../../src/bounds/order/formula.ts";
import { orderOf } from "../../../src/bounds/order/orderOf.ts";
import { RELATIONS } from "../../../src/bounds/order/relations.ts";
import { scalingOf } from "../../../src/bounds/order/scalingOf.ts";
import { contains, type Point } from "./arbitrary.ts";

/** Exponents of the papers and of any names, at a point. */
export type WidePoint = Point & Readonly<Record<"a" | "b", string>>;

const rational = (least: number, most: number, strict = false) =>
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(12, 7, 30)).map(([k, parts]) => {
    const value = new Fraction(least).add(new Fraction(k).div(parts));
    return (value.compare(most) > 0 ? new Fraction(most) : strict && k === 0 ? value.add("1/9") : value).toFraction();
  });

/** Rational points of the domain; the last two have no bounds but 0. */
export const widePoints: fc.Arbitrary<WidePoint> = fc.record({
  D: rational(4, 12, true),
  q: rational(3, 9),
  beta: rational(0, 1),
  l: rational(0, 6),
  a: rational(0, 6, true),
  b: rational(0, 6, true),
});

/** An exponent as text, and its value, computed beside the product. */
interface Exponent {
  readonly text: string;
  readonly at: (point: WidePoint) => Fraction;
}

const name = (text: keyof WidePoint): Exponent => ({ text, at: (point) => new Fraction(point[text]) });
const number = (text: string): Exponent => ({ text, at: () => new Fraction(text) });
const less = (x: Fraction, y: Fraction) => x.add(y.neg());

const atoms: fc.Arbitrary<Exponent> = fc.constantFrom(
  ...(["D", "q", "beta", "l", "a", "b"] as const).map(name),
  ...["1", "2", "1/2", "3"].map(number),
);
/** What is above 0 over the whole domain. */
const divisors: fc.Arbitrary<Exponent> = fc.constantFrom<Exponent>(
  name("q"),
  name("a"),
  name("b"),
  { text: "(q-2)", at: ({ q }) => less(new Fraction(q), new Fraction(2)) },
  { text: "(2 q)", at: ({ q }) => new Fraction(q).mul(2) },
  { text: "(a+1)", at: ({ a }) => new Fraction(a).add(1) },
  { text: "(a b)", at: ({ a, b }) => new Fraction(a).mul(b) },
  { text: "(D-4+q a)", at: ({ D, q, a }) => less(new Fraction(D), new Fraction(4)).add(new Fraction(q).mul(a)) },
  { text: "(1+beta)", at: ({ beta }) => new Fraction(beta).add(1) },
);
const both = (x: Exponent, y: Exponent, sign: string, of: (x: Fraction, y: Fraction) => Fraction): Exponent => ({
  text: `(${x.text}${sign}${y.text})`,
  at: (point) => of(x.at(point), y.at(point)),
});
const simple = fc.oneof(
  atoms,
  fc.tuple(atoms, atoms).map(([x, y]) => both(x, y, "-", less)),
  fc.tuple(atoms, atoms).map(([x, y]) => both(x, y, "*", (u, v) => u.mul(v))),
);
const exponents: fc.Arbitrary<Exponent> = fc.oneof(
  simple,
  fc.tuple(simple, divisors).map(([x, y]) => both(x, y, "/", (u, v) => u.div(v))),
  fc.tuple(atoms, divisors, simple).map(([x, y, z]) =>
    both(
      both(x, y, "/", (u, v) => u.div(v)),
      z,
      "+",
      (u, v) => u.add(v),
    ),
  ),
);

/** n^x (log n)^y at a point. */
type Pair = readonly [Fraction, Fraction];

/** A formula, and its order at a point; `tilde`: powers of log n do not count. */
interface Sample {
  readonly text: string;
  readonly at: (point: WidePoint, tilde: boolean) => Pair;
}

const compared = ([x, y]: Pair, [u, v]: Pair, tilde: boolean): number => x.compare(u) || (tilde ? 0 : y.compare(v));

const monomials: fc.Arbitrary<Sample> = fc
  .tuple(exponents, fc.oneof(fc.constant(number("0")), simple))
  .map(([x, y]) => ({
    text: `n^(${x.text})*log(n)^(${y.text})`,
    at: (point) => [x.at(point), y.at(point)],
  }));
const extreme = (kind: "max" | "min" | "+") =>
  fc.tuple(monomials, monomials).map(
    ([x, y]): Sample => ({
      text: kind === "+" ? `(${x.text} + ${y.text})` : `${kind}(${x.text}, ${y.text})`,
      at: (point, tilde) => {
        const [u, v] = [x.at(point, tilde), y.at(point, tilde)];
        return compared(u, v, tilde) < 0 === (kind === "min") ? u : v;
      },
    }),
  );
const formulas = fc.oneof(monomials, extreme("max"), extreme("min"), extreme("+"));

const HOLDS: Readonly<Record<string, (sign: number) => boolean>> = {
  o: (sign) => sign < 0,
  O: (sign) => sign <= 0,
  Theta: (sign) => sign === 0,
  Omega: (sign) => sign >= 0,
  omega: (sign) => sign > 0,
};

const letters = RELATIONS.filter(({ form }) => form === "letter");
export const statements = fc.tuple(formulas, fc.constantFrom(...letters), formulas);
type Statement = typeof statements extends fc.Arbitrary<infer Value> ? Value : never;

const OPEN = scalingOf();

/** Points at which a region with open exponents says something else than the exponents there. */
export function disagreements([left, relation, right]: Statement, points: readonly WidePoint[]): string[] {
  const [f, g] = [left, right].map(({ text }) => orderOf(parseFormula(text), OPEN)) as [never, never];
  const { region } = decide(f, relation, g);
  const tilde = relation.name.endsWith("~");
  const holds = HOLDS[relation.name.replace("~", "")] as (sign: number) => boolean;
  return points.flatMap((point) => {
    const sign = compared(left.at(point, tilde), right.at(point, tilde), tilde);
    const there = contains(region, point);
    return there === holds(sign) ? [] : [`${left.text} = ${relation.name}(${right.text}) at ${JSON.stringify(point)}`];
  });
}
