import {
  constant,
  degreeIn,
  negative,
  type Polynomial,
  plus,
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

/** A range as text. */
export const rangeText = (name: string): string => {
  const { least, strict, most } = DOMAIN[name] as Range;
  if (most !== undefined) return `${least} <= ${name} <= ${most}`;
  return `${name} ${strict ? ">" : ">="} ${least}`;
};

/** Of a polynomial over the whole domain: what is certain of its sign; "any" where nothing is. */
export type Sign = "positive" | "non-negative" | "zero" | "non-positive" | "negative" | "any";

const OPPOSITE: Readonly<Record<Sign, Sign>> = {
  positive: "negative",
  "non-negative": "non-positive",
  zero: "zero",
  "non-positive": "non-negative",
  negative: "positive",
  any: "any",
};

const atLeastZero = (sign: Sign) => sign === "positive" || sign === "non-negative" || sign === "zero";

/** Variables moved to their least values, all coefficients must be >= 0; a term that cannot vanish makes the sum positive. */
function positiveCoefficients(a: Polynomial): Sign {
  if (a.size === 0) return "zero";
  if ([...a.values()].some((coefficient) => coefficient.compare(0) < 0)) return "any";
  const cannotVanish = [...a.keys()].some(
    (monomial) => monomial === "" || monomial.split("*").every((name) => DOMAIN[name]?.strict),
  );
  return cannotVanish ? "positive" : "non-negative";
}

function lowerSign(a: Polynomial): Sign {
  const boxed = variablesOf(a).find((name) => DOMAIN[name]?.most !== undefined);
  if (boxed !== undefined) {
    if (degreeIn(a, boxed) > 1) return "any";
    // Linear in it, so the values between the ends are between those at the ends.
    const { least, most } = DOMAIN[boxed] as Required<Range>;
    const [low, high] = [least, most].map((end) => lowerSign(substitute(a, { [boxed]: constant(end) }))) as [
      Sign,
      Sign,
    ];
    if (low === high) return low;
    return atLeastZero(low) && atLeastZero(high) ? "non-negative" : "any";
  }
  const moved = Object.fromEntries(
    variablesOf(a).map((name) => [name, plus(variable(name), constant(DOMAIN[name]?.least as number))]),
  );
  return positiveCoefficients(substitute(a, moved));
}

/**
 * The sign of a polynomial over the whole domain of its exponents.
 *
 * @param a a polynomial in variables of `DOMAIN`
 * @returns what is certain; "any" may also mean that this sufficient test (positive coefficients at the least values, ends of bounded ones) is too weak
 * Source: ours.
 * @example
 * signOn(plus(variable("D"), constant(-4))) // => "positive"
 * signOn(plus(variable("beta"), constant(-1))) // => "non-positive"
 * signOn(plus(variable("l"), constant(-1))) // => "any"
 */
export function signOn(a: Polynomial): Sign {
  const sign = lowerSign(a);
  if (sign !== "any") return sign;
  return OPPOSITE[lowerSign(negative(a))];
}
