import { Fraction } from "../../../algebra/mathjs.ts";
import { Refusal } from "../refusal.ts";
import {
  type Constant,
  type Form,
  type Generator,
  keyOf,
  NAUGHT,
  type Power,
  plus,
  product,
  rationalOf,
  scaled,
  times,
  UNIT,
  varies,
  wholePower,
} from "./constant.ts";
import { enclosedSign } from "./enclosure.ts";
import { signOfConstant } from "./sign.ts";

/** Beyond it what is left of a number is taken for a prime, which costs only that fewer zeros are recognized. */
const LARGEST_DIVISOR = 2000n;

const prime = (of: bigint): Generator => ({ kind: "prime", of, key: `${of}` });
export const PI: Constant = product(new Fraction(1), [{ of: { kind: "pi", key: "pi" }, to: new Fraction(1) }]);
const expOf = (of: Constant): Generator => ({ kind: "exp", of, key: `exp(${keyOf(of)})` });
const chain = (depth: number): Generator => ({ kind: "chain", depth, key: `L${depth}` });
const sumOf = (of: Form): Generator => ({ kind: "sum", of, key: `(${keyOf(of)})` });
const logOf = (of: Generator): Generator => ({ kind: "log", of, key: `log(${of.key})` });
const single = (of: Generator, to: Fraction): Constant => product(new Fraction(1), [{ of, to }]);

/** n (depth 0) or one of its iterated logs, as a form. */
export const chainForm = (depth: number): Form => single(chain(depth), new Fraction(1));

/** A function that is only known by what it is called. */
export const namedForm = (key: string): Form => single({ kind: "named", varies: true, key }, new Fraction(1));

/** A number >= 1 as a product of powers of primes. */
function factored(value: bigint): Power[] {
  const powers: Power[] = [];
  let rest = value;
  for (let p = 2n; p <= LARGEST_DIVISOR && p * p <= rest; p++) {
    let times = 0;
    for (; rest % p === 0n; rest /= p) times++;
    if (times > 0) powers.push({ of: prime(p), to: new Fraction(times) });
  }
  if (rest > 1n) powers.push({ of: prime(rest), to: new Fraction(1) });
  return powers;
}

/** A fraction > 0 as a product of powers of primes. */
const primePowers = ({ n, d }: Fraction): Power[] => [
  ...factored(n),
  ...factored(d).map(({ of, to }) => ({ of, to: to.neg() })),
];

/** Whether a letter is > 0 for certain. */
function isPositive(letter: Generator): boolean {
  if (letter.kind !== "log" && letter.kind !== "sum") return letter.kind !== "named";
  const value = single(letter, new Fraction(1));
  return !varies(value) && enclosedSign(value) === 1;
}

/** Of the powers of a letter in the terms of a sum the least. */
function leastPower(letter: Generator, { terms }: Form): Fraction {
  const powers = terms.map((term) => term.powers.find(({ of }) => of.key === letter.key)?.to ?? new Fraction(0));
  return powers.reduce((a, b) => (a.compare(b) < 0 ? a : b));
}

/** A form of several terms as a product times a sum, whose first coefficient is 1 or -1 and which no positive letter divides. */
function primitive(form: Form, signed: boolean): { readonly factor: Form; readonly sum: Generator } {
  const letters = new Map(form.terms.flatMap(({ powers }) => powers.map(({ of }) => [of.key, of] as const)));
  const common = [...letters.values()]
    .filter((letter) => letter.kind !== "prime" && isPositive(letter))
    .map((of) => ({ of, to: leastPower(of, form) }))
    .filter(({ to }) => to.n !== 0n);
  const least = product(new Fraction(1), common);
  const plain = times(
    form,
    product(
      new Fraction(1),
      common.map(({ of, to }) => ({ of, to: to.neg() })),
    ),
  );
  const first = plain.terms[0]?.coefficient as Fraction;
  const size = signed ? first : first.abs();
  const of = scaled(plain, new Fraction(1).div(size));
  return { factor: scaled(least, size), sum: sumOf(of) };
}

const isWhole = (exponent: Fraction) => exponent.d === 1n;

/** That a constant may be raised to a power; of what depends on n the caller knows it. */
function requireRoot(base: Form, exponent: Fraction): void {
  if (varies(base)) return;
  const sign = signOfConstant(base);
  if (sign === 0 && exponent.s < 0n) throw new Refusal("must not divide by 0, but does", "correct it");
  if (sign < 0 && !isWhole(exponent)) {
    throw new Refusal("must take roots of what is positive, but takes one of a negative number", "correct it");
  }
}

/**
 * A power of a constant.
 *
 * @param base not 0 unless the exponent is > 0; > 0 unless the exponent is whole
 * @param exponent rational
 * @returns base^exponent
 * @throws Refusal for 0 to what is not positive, roots of negative numbers, and what is too large to write down
 * Source: ours.
 */
export function power(base: Form, exponent: Fraction): Form {
  if (exponent.n === 0n) return UNIT;
  requireRoot(base, exponent);
  const [only, second] = base.terms;
  if (only === undefined) return NAUGHT;
  const whole = isWhole(exponent);
  if (second !== undefined) {
    const { factor, sum } = primitive(base, whole);
    return times(power(factor, exponent), single(sum, exponent));
  }
  if (!whole && !only.powers.every(({ of }) => isPositive(of))) return single(sumOf(base), exponent);
  const powers = only.powers.map(({ of, to }) => ({ of, to: to.mul(exponent) }));
  if (whole) return product(wholePower(only.coefficient, exponent.s * exponent.n), powers);
  const rooted = primePowers(only.coefficient.abs()).map(({ of, to }) => single(of, to.mul(exponent)));
  return rooted.reduce(times, product(new Fraction(1), powers));
}

export const reciprocal = (of: Constant): Constant => power(of, new Fraction(-1));

function logOfLetter(letter: Generator): Form {
  if (letter.kind === "exp") return letter.of;
  return single(letter.kind === "chain" ? chain(letter.depth + 1) : logOf(letter), new Fraction(1));
}

/**
 * The natural logarithm of a constant, in logarithms of primes and of other letters.
 *
 * @param of > 0
 * @returns log(of)
 * @throws Refusal where it is not positive
 * Source: ours.
 */
export function logarithm(of: Form): Form {
  if (!varies(of) && signOfConstant(of) <= 0) {
    throw new Refusal("must take logs of what is positive, but takes that of a number that is not", "correct it");
  }
  const [only, second] = of.terms;
  if (second === undefined && only && only.coefficient.s > 0n && only.powers.every((part) => isPositive(part.of))) {
    const powers = [...primePowers(only.coefficient), ...only.powers];
    return powers.map((part) => scaled(logOfLetter(part.of), part.to)).reduce(plus, NAUGHT);
  }
  if (second === undefined) return logOfLetter(sumOf(of));
  const { factor, sum } = primitive(of, false);
  return plus(logarithm(factor), logOfLetter(sum));
}

/**
 * The exponential of a constant: what is log of a letter in it is that letter again.
 *
 * @param of any
 * @returns exp(of)
 * @throws Refusal for what is too large to write down
 * Source: ours.
 */
export function exponential(of: Form): Form {
  return of.terms
    .map(({ coefficient, powers }) => {
      const [letter, other] = powers;
      if (letter && other === undefined && letter.to.compare(1) === 0) {
        if (letter.of.kind === "log") return single(letter.of.of, coefficient);
        if (letter.of.kind === "chain" && letter.of.depth > 0) return single(chain(letter.of.depth - 1), coefficient);
      }
      return single(expOf({ terms: [{ coefficient: new Fraction(1), powers }] }), coefficient);
    })
    .reduce(times, UNIT);
}

/** base^exponent for any exponent, by exp and log where it is not rational. */
export function anyPower(base: Form, exponent: Form): Form {
  const exact = rationalOf(exponent);
  return exact ? power(base, exact) : exponential(times(exponent, logarithm(base)));
}
