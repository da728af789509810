import { fc } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import type { Constraint } from "../../../src/bounds/order/constraint.ts";
import { exponentOf } from "../../../src/bounds/order/exponentOf.ts";
import { parseFormula } from "../../../src/bounds/order/formula.ts";
import {
  constant,
  constantOf,
  type Polynomial,
  plus,
  substitute,
  times,
  variable,
} from "../../../src/bounds/order/polynomial.ts";
import type { Region } from "../../../src/bounds/order/region.ts";

/** n = e^(10^100) and e^(10^200): log log n is 230 and 460, far above the logs of the constants in a formula. 10^200 a + 460 b needs 210 digits. */
const Huge = Decimal.clone({ precision: 230, maxE: 9e15, minE: -9e15 });
const Short = Decimal.clone({ precision: 40, maxE: 9e15, minE: -9e15 });

export interface Size {
  /** log n */
  readonly logN: Decimal;
  /** log log n */
  readonly logLogN: Decimal;
}

export const SIZES: readonly Size[] = [100, 200].map((power) => ({
  logN: new Huge(10).pow(power),
  logLogN: new Huge(new Short(10).ln().times(power)),
}));

/** A value of every exponent that the family leaves open, as text. */
export type Point = Readonly<Record<"D" | "q" | "beta" | "l", string>>;

/** Few values with small denominators, so that exponents often meet; ends of the domain, where they belong to it. */
export const points: fc.Arbitrary<Point> = fc.record({
  D: fc.constantFrom("9/2", "5", "6", "8", "12"),
  q: fc.constantFrom("3", "4", "5", "7/2"),
  beta: fc.constantFrom("0", "1/4", "1/2", "3/4", "1"),
  l: fc.constantFrom("0", "1/2", "1", "2", "3"),
});

/** A number as its logarithm, and how far a constant may put it from a ln n + b ln ln n. */
interface Value {
  readonly log: Decimal;
  readonly slack: number;
}

/** A formula as text, and its value computed beside the product: from the tree that made the text, by logarithms. */
export interface Sample {
  readonly text: string;
  readonly value: (size: Size, point: Point) => Value;
}

const numberOf = (text: string) => {
  const [numerator = "", denominator = "1"] = text.split("/");
  return new Huge(numerator).div(denominator);
};

interface Exponent {
  readonly text: string;
  readonly at: (point: Point) => Decimal;
}
const D = (point: Point) => numberOf(point.D);
const q = (point: Point) => numberOf(point.q);

const fixedExponents = ["1", "2", "1/2", "1/3", "3/2", "0.25", "-1", "-1/2", "-2"].map(
  (text): Exponent => ({ text, at: () => numberOf(text) }),
);
const openExponents: Exponent[] = [
  { text: "q-2", at: (point) => q(point).minus(2) },
  { text: "D/4", at: (point) => D(point).div(4) },
  { text: "-q", at: (point) => q(point).neg() },
  { text: "2*beta-1", at: (point) => numberOf(point.beta).times(2).minus(1) },
  { text: "l", at: (point) => numberOf(point.l) },
  { text: "1-l/2", at: (point) => new Huge(1).minus(numberOf(point.l).div(2)) },
];

/** Logs of the family's quantities, written down from [T25] Conditions A.1 and A.2: powerEta = D/2 - 1 + (q-1) D/4, one power of log n where there is "polylog". */
const FAMILY: Readonly<Record<string, (size: Size, point: Point) => Decimal>> = {
  n: ({ logN }) => logN,
  d: ({ logN }, point) => D(point).times(logN),
  s: ({ logN }, point) => D(point).div(2).minus(2).times(logN),
  sigmaP: ({ logN, logLogN }, point) => D(point).div(2).minus(2).times(logN).plus(logLogN).div(-2),
  alpha: ({ logN, logLogN }, point) => D(point).div(2).minus(2).times(logN).minus(logLogN).div(-2),
  sigma0: ({ logN }, point) => D(point).div(-4).times(logN),
  m: ({ logLogN }) => logLogN,
  eta: ({ logN }, point) =>
    D(point)
      .div(2)
      .minus(1)
      .plus(q(point).minus(1).times(D(point)).div(4))
      .times(logN)
      .neg(),
  B: ({ logN }, point) => numberOf(point.beta).times(logN),
  lambda: ({ logN }, point) => numberOf(point.l).times(logN).neg(),
  b1: () => new Huge(0),
};

const symbol = (name: string): Sample => ({
  text: name,
  value: (size, point) => ({ log: (FAMILY[name] as (typeof FAMILY)[string])(size, point), slack: 0 }),
});
const eps: Sample = {
  text: "eps",
  value: (size, point) => {
    const [lambda, eta] = ["lambda", "eta"].map((name) => symbol(name).value(size, point).log) as [Decimal, Decimal];
    return { log: lambda.plus(eta), slack: 0 };
  },
};

const number = (text: string): Sample => {
  const log = new Huge(new Short(text).ln());
  return { text, value: () => ({ log, slack: Math.abs(log.toNumber()) }) };
};

type Combine = (a: Value, b: Value) => Value;
const combine = (text: string, a: Sample, b: Sample, value: Combine): Sample => ({
  text,
  value: (size, point) => value(a.value(size, point), b.value(size, point)),
});
const slackOf = (a: Value, b: Value) => Math.max(a.slack, b.slack);
/** log(x + y) = log x + log(1 + y/x), the last term at most log 2. */
const logOfSum: Combine = (a, b) => {
  const [large, small] = a.log.gte(b.log) ? [a.log, b.log] : [b.log, a.log];
  return { log: large.plus(Math.log1p(Math.exp(small.minus(large).toNumber()))), slack: slackOf(a, b) + Math.LN2 };
};
const product = (a: Sample, b: Sample, sign = "*") =>
  combine(`(${a.text})${sign}(${b.text})`, a, b, (x, y) => ({ log: x.log.plus(y.log), slack: x.slack + y.slack }));
const quotient = (a: Sample, b: Sample) =>
  combine(`(${a.text})/(${b.text})`, a, b, (x, y) => ({ log: x.log.minus(y.log), slack: x.slack + y.slack }));
const sum = (a: Sample, b: Sample) => combine(`(${a.text}+${b.text})`, a, b, logOfSum);
const largest = (a: Sample, b: Sample) =>
  combine(`max(${a.text}, ${b.text})`, a, b, (x, y) => ({ log: Huge.max(x.log, y.log), slack: slackOf(x, y) }));
const smallest = (a: Sample, b: Sample) =>
  combine(`min(${a.text}, ${b.text})`, a, b, (x, y) => ({ log: Huge.min(x.log, y.log), slack: slackOf(x, y) }));
/** f - f/n: the part taken away is far below the last digit kept. */
const less = (a: Sample): Sample => ({ text: `((${a.text}) - (${a.text})/n)`, value: a.value });
const power = (a: Sample, exponent: Exponent): Sample => ({
  text: `(${a.text})^(${exponent.text})`,
  value: (size, point) => {
    const { log, slack } = a.value(size, point);
    const times = exponent.at(point);
    return { log: log.times(times), slack: slack * Math.abs(times.toNumber()) };
  },
});
const root = (a: Sample): Sample => ({
  ...power(a, { text: "1/2", at: () => new Huge("0.5") }),
  text: `sqrt(${a.text})`,
});
/** log f of f = n^a ...: log log f is log log n + log a. */
const logOf = (a: Sample): Sample => ({
  text: `log(${a.text})`,
  value: (size, point) => {
    const { log } = a.value(size, point);
    const loglog = new Huge(new Short(log.toSignificantDigits(40)).ln());
    return { log: loglog, slack: Math.abs(loglog.minus(size.logLogN).toNumber()) + 1e-9 };
  },
});

const numbers = fc.constantFrom("2", "0.5", "7", "1e3", ".25").map(number);
const symbols = fc.oneof(fc.constantFrom(...Object.keys(FAMILY)).map(symbol), fc.constant(eps));
/** Powers of n whatever the exponents. */
const growing = fc
  .constantFrom(symbol("n"), symbol("d"), symbol("s"), quotient(number("1"), eps), quotient(number("2"), symbol("eta")))
  .chain((a) => fc.constantFrom(a, product(a, symbol("m")), sum(a, symbol("m")), root(a)));
const logs = growing.map(logOf);

/** Formulas of all that the grammar has; those that sum or compare have exponents of one sign above. */
const trees = (depth: number): fc.Arbitrary<Sample> => {
  if (depth === 0) return fc.oneof(symbols, symbols, logs, numbers);
  const part = trees(depth - 1);
  const pair = fc.tuple(part, part);
  const leaf = fc.oneof(symbols, logs);
  return fc.oneof(
    trees(0),
    pair.map(([a, b]) => product(a, b)),
    pair.map(([a, b]) => quotient(a, b)),
    pair.map(([a, b]) => sum(a, b)),
    pair.map(([a, b]) => largest(a, b)),
    pair.map(([a, b]) => smallest(a, b)),
    part.map(less),
    part.map(root),
    fc.tuple(part, fc.constantFrom(...fixedExponents)).map(([a, exponent]) => power(a, exponent)),
    fc.tuple(leaf, fc.constantFrom(...openExponents)).map(([a, exponent]) => power(a, exponent)),
  );
};
export const samples = trees(3);
export const smallSamples = trees(1);

const coefficients = fc
  .constantFrom("0", "1", "-1", "2", "-2", "1/2", "-1/2", "4", "-3")
  .map((text) => new Fraction(text));
const factor = fc.constantFrom("D", "q", "beta", "l");
const monomials = fc.oneof(
  factor.map(variable),
  fc.tuple(factor, factor).map(([a, b]) => times(variable(a), variable(b))),
);

const termsOf = (of: fc.Arbitrary<Polynomial>) =>
  fc
    .tuple(coefficients, fc.array(fc.tuple(coefficients, of), { maxLength: 3 }))
    .map(([first, rest]) => rest.reduce((total, [c, name]) => plus(total, times(constant(c), name)), constant(first)));
export const linear: fc.Arbitrary<Polynomial> = termsOf(factor.map(variable));
export const polynomials: fc.Arbitrary<Polynomial> = fc.oneof(linear, termsOf(monomials));

const constraintsIn = (of: fc.Arbitrary<Polynomial>): fc.Arbitrary<Constraint> =>
  fc.record({ left: of, relation: fc.constantFrom(">", ">=", "=") });
export const constraints = constraintsIn(polynomials);
export const regions: fc.Arbitrary<Region> = fc.array(fc.array(constraints, { maxLength: 3 }), { maxLength: 4 });

/** The number that a polynomial is at a point. */
export const valueAt = (a: Polynomial, point: Point): Fraction => {
  const values = Object.fromEntries(Object.entries(point).map(([name, text]) => [name, constant(new Fraction(text))]));
  return constantOf(substitute(a, values)) as Fraction;
};

export const satisfied = ({ left, relation }: Constraint, point: Point): boolean => {
  const sign = valueAt(left, point).compare(0);
  return relation === "=" ? sign === 0 : relation === ">" ? sign > 0 : sign >= 0;
};

export const contains = (region: Region, point: Point): boolean =>
  region.some((list) => list.every((constraint) => satisfied(constraint, point)));

/** A polynomial from its text. */
export const exponent = (text: string): Polynomial => {
  const formula = parseFormula(text);
  return exponentOf(formula, formula.tree, () => undefined);
};
