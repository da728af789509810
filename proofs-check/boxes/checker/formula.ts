import { exponential } from "./exponential.ts";
import { exactly, inverse, minus, plus, power, type Range, times } from "./rational.ts";

/** Names and what they range over. */
export type Ranges = ReadonlyMap<string, Range>;

/** The values of a formula; undefined where they are not bounded, or the text is no formula. */
export type Evaluate = (ranges: Ranges) => Range | undefined;

const both =
  (left: Evaluate, right: Evaluate, of: (x: Range, y: Range) => Range | undefined): Evaluate =>
  (ranges) => {
    const [x, y] = [left(ranges), right(ranges)];
    return x && y && of(x, y);
  };

const quotient = (x: Range, y: Range): Range | undefined => {
  const part = inverse(y);
  return part && times(x, part);
};

/**
 * Reads a formula, once more and in another way than what searched: by recursive descent.
 *
 *   sum = product (+|- product)*,  product = [-] factor (*|/ [-] factor)*,  factor = part [^ integer],  part = number | name | exp(sum) | (sum)
 *
 * @param text the formula
 * @returns what its values are where names range over ranges, operation by operation; undefined for a text that is none
 */
export function readFormula(text: string): Evaluate | undefined {
  const words = text.match(/\d+(?:\.\d+)?|[A-Za-z]\w*|[-+*/^()]|\S/g) ?? [];
  let next = 0;
  const taken = (word: string): boolean => words[next] === word && ++next > 0;

  function part(): Evaluate | undefined {
    const word = words[next++] ?? "";
    if (word === "(") {
      const inner = sum();
      return taken(")") ? inner : undefined;
    }
    if (word === "exp") {
      const inner = taken("(") ? sum() : undefined;
      return inner && taken(")") ? both(inner, inner, exponential) : undefined;
    }
    if (/^[A-Za-z]/.test(word)) return (ranges) => ranges.get(word);
    const [, digits, decimals = ""] = /^(\d+)(?:\.(\d+))?$/.exec(word) ?? [];
    if (digits === undefined) return undefined;
    const value = exactly({ n: BigInt(digits + decimals), d: 10n ** BigInt(decimals.length) });
    return () => value;
  }

  function factor(): Evaluate | undefined {
    const base = part();
    if (!base || !taken("^")) return base;
    const exponent = words[next++] ?? "";
    return /^\d{1,2}$/.test(exponent) ? both(base, base, (x) => power(x, Number(exponent))) : undefined;
  }

  function signed(): Evaluate | undefined {
    if (!taken("-")) return factor();
    const of = factor();
    return of && both(of, of, minus);
  }

  function chain(one: () => Evaluate | undefined, by: Readonly<Record<string, typeof quotient>>): Evaluate | undefined {
    let left = one();
    const here = () => (Object.hasOwn(by, words[next] ?? "") ? by[words[next] as string] : undefined);
    for (let of = here(); left && of; of = here()) {
      next++;
      const right = one();
      left = right && both(left, right, of);
    }
    return left;
  }

  const product = () => chain(signed, { "*": times, "/": quotient });
  const sum = (): Evaluate | undefined => chain(product, { "+": plus, "-": (x, y) => plus(x, minus(y)) });
  const read = sum();
  return next === words.length ? read : undefined;
}
