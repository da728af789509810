import { Fraction } from "../../algebra/mathjs.ts";
import { signOn } from "../order/domain.ts";
import { constantOf, type Polynomial } from "../order/polynomial.ts";
import { breadth, type Extremes, extreme, inverse, only, power, times } from "./extremes.ts";
import { type Form, formOfNumber, isNumber, partOf, product, raised, reciprocal } from "./form.ts";

/** Between which products of powers, and largest and smallest of these, a formula lies, from some n on; the same order, and equal where nothing is added up. */
export interface Range {
  readonly least: Extremes;
  readonly most: Extremes;
}

export const exact = (form: Form): Range => ({ least: only(form), most: only(form) });

/** The one product of powers that a range is; undefined where it is none. */
function formOfRange({ least, most }: Range): Form | undefined {
  if (least.kind !== "form" || most.kind !== "form") return undefined;
  return product(most.form, reciprocal(least.form)).size === 0 ? most.form : undefined;
}

const both = (of: (side: "least" | "most") => Extremes): Range => ({ least: of("least"), most: of("most") });

export const rangeTimes = (a: Range, b: Range): Range => both((side) => times(a[side], b[side]));

export const rangeOver = (a: Range, b: Range): Range => ({
  least: times(a.least, inverse(b.most)),
  most: times(a.most, inverse(b.least)),
});

export const rangeExtreme = (kind: "max" | "min", of: readonly Range[]): Range =>
  both((side) =>
    extreme(
      kind,
      of.map((range) => range[side]),
    ),
  );

/** The power; undefined where its sign is not certain, which only a single product of powers bears. */
export function rangePower(a: Range, exponent: Polynomial): Range | undefined {
  const sign = signOn(exponent);
  const form = formOfRange(a);
  if (sign === "any") return form && exact(raised(form, exponent));
  const falls = sign === "negative" || sign === "non-positive";
  const [least, most] = (falls ? [a.most, a.least] : [a.least, a.most]).map(
    (side) => power(side, exponent) as Extremes,
  );
  return { least, most } as Range;
}

/** c in c times a product of powers, where c is rational. */
function coefficientOf(form: Form): Fraction | undefined {
  let value = new Fraction(1);
  for (const [base, exponent] of partOf(form, isNumber)) {
    const power = constantOf(exponent);
    if (power === undefined || power.d !== 1n || power.n > 64n) return undefined;
    value = value.mul(new Fraction(base).pow(power));
  }
  return value;
}

/** The sum of two that are the same but for rational factors; undefined where they are not. */
function merged(a: Range, b: Range): Range | undefined {
  const [first, second] = [formOfRange(a), formOfRange(b)];
  if (first === undefined || second === undefined) return undefined;
  const quotient = product(first, reciprocal(second));
  if (partOf(quotient, (base) => !isNumber(base)).size > 0) return undefined;
  const factor = coefficientOf(quotient);
  return factor && exact(product(second, formOfNumber(factor.add(1))));
}

/** The sum: at least its largest term, at most that times their number. */
export function rangeSum(terms: readonly Range[]): Range {
  const sums: Range[] = [];
  for (const term of terms) {
    const at = sums.findIndex((other) => merged(term, other) !== undefined);
    if (at < 0) sums.push(term);
    else sums[at] = merged(term, sums[at] as Range) as Range;
  }
  const largest = rangeExtreme("max", sums);
  const count = exact(formOfNumber(new Fraction(sums.length)));
  return { least: largest.least, most: rangeTimes(largest, count).most };
}

/** More products than these nobody reads, and cases grow with their number. */
const MOST = 16;

export const tooBroad = ({ least, most }: Range): boolean => Math.max(breadth(least), breadth(most)) > MOST;
