import { Fraction } from "../../../algebra/mathjs.ts";
import { Refusal } from "../refusal.ts";

/**
 * A number that is no rational, taken for a letter: a prime p (its powers between 0 and 1), pi, exp(c), log(g), a sum (its negative and its broken
 * powers); in forms of functions also n and its iterated logs ("chain"), and what is only known by name. `key` tells two apart.
 */
export type Generator = { readonly key: string } & (
  | { readonly kind: "prime"; readonly of: bigint }
  | { readonly kind: "pi" }
  | { readonly kind: "chain"; readonly depth: number }
  | { readonly kind: "named"; readonly varies: boolean }
  | { readonly kind: "exp"; readonly of: Constant }
  | { readonly kind: "log"; readonly of: Generator }
  | { readonly kind: "sum"; readonly of: Constant }
);

export interface Power {
  readonly of: Generator;
  readonly to: Fraction;
}

/** coefficient * product of powers; the powers in the order of their keys, none to 0. */
export interface Product {
  readonly coefficient: Fraction;
  readonly powers: readonly Power[];
}

/** A real number in closed form: a sum of products in the order of their keys, none 0. Equal forms are equal numbers; the converse is not claimed. */
export interface Constant {
  readonly terms: readonly Product[];
}

/** The same with n and its logs among the letters: a function of n in closed form. */
export type Form = Constant;

/** More products than people write; expressions that need them are there to try the program's patience. */
const MOST_TERMS = 100;
/** Digits of a numerator or a denominator. */
const MOST_BITS = 20_000;

const tooLarge = () =>
  new Refusal(
    "must have constants of a size that can be written down, but has a larger one",
    "make its numbers smaller",
  );

const NOTHING = new Fraction(0);

/** A number as a constant. */
export const rational = (value: Fraction | number | string): Constant => {
  const coefficient = typeof value === "object" ? value : new Fraction(value);
  return { terms: coefficient.n === 0n ? [] : [{ coefficient, powers: [] }] };
};

export const NAUGHT: Constant = rational(0);
export const UNIT: Constant = rational(1);

/** The rational number that a constant is; undefined where letters are left in it. */
export function rationalOf({ terms }: Constant): Fraction | undefined {
  const [first, second] = terms;
  if (first === undefined) return NOTHING;
  return second === undefined && first.powers.length === 0 ? first.coefficient : undefined;
}

const keys = new WeakMap<readonly Power[], string>();

function productKey({ powers }: Product): string {
  if (powers.length === 0) return "";
  const key = keys.get(powers) ?? powers.map(({ of, to }) => `${of.key}^${to.toFraction()}`).join("*");
  keys.set(powers, key);
  return key;
}

/** What tells a constant from all others. */
export const keyOf = ({ terms }: Constant): string =>
  terms.map((term) => `${term.coefficient.toFraction()}*${productKey(term)}`).join("+");

function collect(products: readonly Product[]): Constant {
  const sums = new Map<string, Product>();
  for (const product of products) {
    const key = productKey(product);
    const before = sums.get(key);
    const coefficient = before ? before.coefficient.add(product.coefficient) : product.coefficient;
    sums.set(key, { coefficient, powers: product.powers });
  }
  const terms = [...sums]
    .filter(([, { coefficient }]) => coefficient.n !== 0n)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, product]) => product);
  if (terms.length > MOST_TERMS) throw tooLarge();
  return { terms };
}

export function plus(a: Constant, b: Constant): Constant {
  const [x, y] = [rationalOf(a), rationalOf(b)];
  return x && y ? rational(x.add(y)) : collect([...a.terms, ...b.terms]);
}
export const scaled = ({ terms }: Constant, by: Fraction): Constant => ({
  terms: by.n === 0n ? [] : terms.map(({ coefficient, powers }) => ({ coefficient: coefficient.mul(by), powers })),
});
export const negative = (a: Constant): Constant => scaled(a, new Fraction(-1));
export const minus = (a: Constant, b: Constant): Constant => plus(a, negative(b));

/** The largest integer that is at most a fraction. */
export function floorOf({ s, n, d }: Fraction): bigint {
  const toZero = n / d;
  return s < 0n ? -toZero - (n % d === 0n ? 0n : 1n) : toZero;
}

/** A fraction to a whole power, of a size that can be written down. */
export function wholePower(base: Fraction, exponent: bigint): Fraction {
  const size = exponent < 0n ? -exponent : exponent;
  const bits = BigInt(Math.max(base.n.toString(2).length, base.d.toString(2).length) - 1);
  if (bits * size > MOST_BITS) throw tooLarge();
  if (base.n === 1n && base.d === 1n) return new Fraction(base.s < 0n && size % 2n === 1n ? -1 : 1);
  return base.pow(Number(exponent));
}

/** coefficient * product of powers in normal form: a prime's powers between 0 and 1, a sum's whole powers multiplied out. */
export function product(coefficient: Fraction, powers: readonly Power[]): Constant {
  const kept: Power[] = [];
  const sums: Constant[] = [];
  let scale = coefficient;
  for (const { of, to } of powers) {
    const whole = floorOf(to);
    const out = (of.kind === "prime" && whole !== 0n) || (of.kind === "sum" && whole > 0n);
    const rest = out ? to.add(`${-whole}`) : to;
    if (out && of.kind === "prime") scale = scale.mul(wholePower(new Fraction(`${of.of}`), whole));
    if (out && of.kind === "sum") for (let k = 0n; k < whole; k++) sums.push(of.of);
    if (sums.length > MOST_TERMS) throw tooLarge();
    if (rest.n !== 0n) kept.push({ of, to: rest });
  }
  kept.sort((a, b) => (a.of.key < b.of.key ? -1 : 1));
  const alone: Constant = { terms: scale.n === 0n ? [] : [{ coefficient: scale, powers: kept }] };
  return sums.reduce(times, alone);
}

function together(a: readonly Power[], b: readonly Power[]): Power[] {
  const sums = new Map(a.map((power) => [power.of.key, power]));
  for (const { of, to } of b) sums.set(of.key, { of, to: sums.get(of.key)?.to.add(to) ?? to });
  return [...sums.values()];
}

export function times(a: Constant, b: Constant): Constant {
  const [x, y] = [rationalOf(a), rationalOf(b)];
  if (x) return scaled(b, x);
  if (y) return scaled(a, y);
  return collect(
    a.terms.flatMap((left) =>
      b.terms.flatMap(
        (right) => product(left.coefficient.mul(right.coefficient), together(left.powers, right.powers)).terms,
      ),
    ),
  );
}

const variable = new WeakMap<Generator, boolean>();

/** Whether a letter depends on n. */
function changes(letter: Generator): boolean {
  const known = variable.get(letter);
  if (known !== undefined) return known;
  const found =
    letter.kind === "chain" ||
    (letter.kind === "named" && letter.varies) ||
    (letter.kind === "log" && changes(letter.of)) ||
    ((letter.kind === "exp" || letter.kind === "sum") && varies(letter.of));
  variable.set(letter, found);
  return found;
}

/** Whether a form depends on n, as far as it shows. */
export const varies = ({ terms }: Form): boolean => terms.some(({ powers }) => powers.some(({ of }) => changes(of)));
