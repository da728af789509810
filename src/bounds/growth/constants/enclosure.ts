import { Decimal } from "decimal.js";
import type { Fraction } from "../../../algebra/mathjs.ts";
import type { Constant, Generator, Product } from "./constant.ts";

/** Ends between which a number lies. */
export interface Enclosure {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** Digits of every operation that may be wrong: decimal.js rounds nearly all of its operations rightly, and none is off by more than a few units of the last place. */
const DOUBTED = 5;

/** Operations on enclosures with some digits. */
function arithmetic(digits: number) {
  const Precise = Decimal.clone({ precision: digits, minE: -9e15, maxE: 9e15 });
  const slack = new Precise(10).pow(DOUBTED - digits);
  const outward = (low: Decimal, high: Decimal): Enclosure => ({
    low: low.sub(low.abs().mul(slack)),
    high: high.add(high.abs().mul(slack)),
  });
  const exact = (text: string) => outward(new Precise(text), new Precise(text));
  const hull = (ends: readonly Decimal[]) => outward(Precise.min(...ends), Precise.max(...ends));
  const mul = (a: Enclosure, b: Enclosure) =>
    hull([a.low.mul(b.low), a.low.mul(b.high), a.high.mul(b.low), a.high.mul(b.high)]);
  const inverse = ({ low, high }: Enclosure) =>
    low.gt(0) || high.lt(0)
      ? outward(new Precise(1).div(high), new Precise(1).div(low))
      : { low: new Precise(-Infinity), high: new Precise(Infinity) };
  const fraction = ({ s, n, d }: Fraction) => mul(exact(`${s * n}`), inverse(exact(`${d}`)));
  const log = ({ low, high }: Enclosure) => outward(low.gt(0) ? low.ln() : new Precise(-Infinity), high.ln());
  const exp = ({ low, high }: Enclosure) => outward(low.exp(), high.exp());
  return {
    pi: exact(Precise.acos(-1).toString()),
    one: exact("1"),
    zero: exact("0"),
    all: { low: new Precise(-Infinity), high: new Precise(Infinity) },
    exact,
    add: (a: Enclosure, b: Enclosure) => outward(a.low.add(b.low), a.high.add(b.high)),
    mul,
    inverse,
    fraction,
    log,
    exp,
  };
}

type Arithmetic = ReturnType<typeof arithmetic>;

/**
 * The sums that decide what an expansion is come from few letters, which are enclosed once.
 *
 * @param digits of every operation
 * @returns a function that encloses constants; ends that are NaN or infinite say nothing
 */
export function encloser(digits: number): (constant: Constant) => Enclosure {
  const of: Arithmetic = arithmetic(digits);
  const known = new Map<string, Enclosure>();
  const generator = (letter: Generator): Enclosure => {
    const found = known.get(letter.key);
    if (found) return found;
    const value = anew(letter);
    known.set(letter.key, value);
    return value;
  };
  const anew = (letter: Generator): Enclosure => {
    switch (letter.kind) {
      case "prime":
        return of.exact(`${letter.of}`);
      case "pi":
        return of.pi;
      case "exp":
        return of.exp(sum(letter.of));
      case "log":
        return of.log(generator(letter.of));
      case "sum":
        return sum(letter.of);
      default:
        // What changes with n has no one value.
        return of.all;
    }
  };
  const power = (base: Enclosure, to: Fraction): Enclosure => {
    if (base.low.gt(0)) return of.exp(of.mul(of.fraction(to), of.log(base)));
    // Of a letter that is negative only whole powers are taken.
    let result = of.one;
    for (let k = 0n; k < to.n && k < 1000n; k++) result = of.mul(result, base);
    return to.s < 0n ? of.inverse(result) : result;
  };
  const term = ({ coefficient, powers }: Product): Enclosure =>
    powers.reduce((value, { of: letter, to }) => of.mul(value, power(generator(letter), to)), of.fraction(coefficient));
  const sum = ({ terms }: Constant): Enclosure => terms.map(term).reduce(of.add, of.zero);
  return sum;
}

/** First with few digits, since most signs are plain; then with as many as are looked at before a sign is given up. */
const ENCLOSERS = [20, 150].map((digits) => {
  let enclose: ReturnType<typeof encloser> | undefined;
  return (constant: Constant) => {
    enclose ??= encloser(digits);
    return enclose(constant);
  };
});

/**
 * The sign of a constant as far as enclosures tell it.
 *
 * @param constant any
 * @returns 1 or -1; undefined where the number is 0, or within 10^-140 of its size of it
 * Source: ours; interval arithmetic over decimal.js, rounded outwards by 10^5 units in the last place.
 */
export function enclosedSign(constant: Constant): 1 | -1 | undefined {
  for (const enclose of ENCLOSERS) {
    const { low, high } = enclose(constant);
    if (low.gt(0)) return 1;
    if (high.lt(0)) return -1;
  }
  return undefined;
}
