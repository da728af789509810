import { factorsOf } from "./monomial.ts";
import {
  cleared,
  constant,
  degreeIn,
  isQuotient,
  type Polynomial,
  plus,
  signOf,
  substitute,
  variable,
  variablesOf,
} from "./polynomial.ts";

/** Where an exponent may lie. */
export interface Range {
  readonly least: number;
  /** Whether `least` itself is outside. */
  readonly strict?: boolean;
  /** Absent: unbounded above. */
  readonly most?: number;
  readonly meaning: string;
}

/** The exponents that may stay symbolic, and the values that the theorems let them have. */
export const DOMAIN: Readonly<Record<string, Range>> = {
  D: { least: 4, strict: true, meaning: "d = n^D" },
  q: { least: 3, meaning: "power of the activation" },
  beta: { least: 0, most: 1, meaning: "B = n^beta" },
  l: { least: 0, meaning: "lambda = n^-l" },
  powerEta: { least: 0, strict: true, meaning: "eta = n^-powerEta" },
  logSigmaP: { least: 0, meaning: "power of log n in 1/sigmaP^2" },
  logAlpha: { least: 0, meaning: "power of log n in alpha/sigmaP" },
  logM: { least: 0, meaning: "power of log n in m" },
};

/** An exponent that somebody named. */
const NAMED: Range = { least: 0, strict: true, meaning: "an exponent of any size" };

/** Where an exponent may lie: one of `DOMAIN` as the theorems have it, any other above 0. */
export const rangeOf = (name: string): Range => (Object.hasOwn(DOMAIN, name) ? (DOMAIN[name] as Range) : NAMED);

/** A range as text. */
export const rangeText = (name: string): string => {
  const { least, strict, most } = rangeOf(name);
  if (most !== undefined) return `${least} <= ${name} <= ${most}`;
  return `${name} ${strict ? ">" : ">="} ${least}`;
};

/** Of a polynomial over the whole domain: what is certain of its sign; "any" where nothing is. */
export type Sign = "positive" | "non-negative" | "zero" | "non-positive" | "negative" | "any";

const atLeastZero = (sign: Sign) => sign === "positive" || sign === "non-negative" || sign === "zero";
const atMostZero = (sign: Sign) => sign === "negative" || sign === "non-positive" || sign === "zero";

/** Of a polynomial in variables >= 0: coefficients of one sign decide; a term that cannot vanish makes the sum strict. */
function signOfCoefficients(a: Polynomial): Sign {
  if (a.size === 0) return "zero";
  const signs = new Set([...a.values()].map(signOf));
  if (signs.size > 1) return "any";
  const strict = [...a.keys()].some((monomial) => factorsOf(monomial).every((name) => rangeOf(name).strict));
  if (signs.has(1)) return strict ? "positive" : "non-negative";
  return strict ? "negative" : "non-positive";
}

/** Of a polynomial, each variable moved so that its least value is 0. */
export const fromLeast = (a: Polynomial): Polynomial =>
  substitute(
    a,
    Object.fromEntries(
      variablesOf(a)
        .filter((name) => rangeOf(name).least !== 0)
        .map((name) => [name, plus(variable(name), constant(rangeOf(name).least))]),
    ),
  );

/**
 * The sign of a polynomial over the whole domain of its exponents.
 *
 * @param a a polynomial in exponents
 * @returns what is certain; "any" may also mean that this sufficient test (positive coefficients at the least values, ends of bounded ones) is too weak
 * Source: ours.
 * @example
 * signOn(plus(variable("D"), constant(-4))) // => "positive"
 * signOn(plus(variable("beta"), constant(-1))) // => "non-positive"
 * signOn(plus(variable("l"), constant(-1))) // => "any"
 */
export function signOn(a: Polynomial): Sign {
  if (isQuotient(a)) return signOn(cleared(a));
  const boxed = variablesOf(a).find((name) => rangeOf(name).most !== undefined);
  if (boxed === undefined) return signOfCoefficients(fromLeast(a));
  if (degreeIn(a, boxed) > 1) return "any";
  // Linear in it, so the values between the ends are between those at the ends.
  const { least, most } = rangeOf(boxed) as Required<Range>;
  const ends = [least, most].map((end) => signOn(substitute(a, { [boxed]: constant(end) })));
  if (ends[0] === ends[1]) return ends[0] as Sign;
  if (ends.every(atLeastZero)) return "non-negative";
  return ends.every(atMostZero) ? "non-positive" : "any";
}
