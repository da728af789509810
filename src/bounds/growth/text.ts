import { type Constant, rationalOf, times, UNIT } from "./constants/constant.ts";
import { constantText } from "./constants/constantText.ts";
import { exponential } from "./constants/powers.ts";
import { compareConstants } from "./constants/sign.ts";
import { type Factor, type Leading, leadingOf, type Monomial, withoutLeading } from "./series/leading.ts";
import type { Base, Series } from "./series/series.ts";

const isUnit = (constant: Constant) => rationalOf(constant)?.compare(1) === 0;
const plain = (text: string) => /^\w+$/.test(text);
const exponentText = (text: string) => (plain(text) ? text : `(${text})`);

/** "n", "log n", "log log n". */
const chainText = (depth: number) => `${"log ".repeat(depth)}n`;

/** constant * product, as "2 n", "-n", "1/2 n". */
function timesText(constant: Constant, product: string): string {
  if (product === "") return constantText(constant);
  if (isUnit(constant)) return product;
  const text = constantText(constant);
  if (text === "-1") return `-${product}`;
  return `${/ [+-] /.test(text) ? `(${text})` : text} ${product}`;
}

/** base^(constant product); of n as "n^2", of log n as "(log n)^2". */
const raisedText = (base: string, exponent: string) => {
  if (exponent === "1") return base;
  return `${plain(base) ? base : `(${base})`}^${exponentText(exponent)}`;
};

/** Terms of a long exponent that are shown. */
const SHOWN = 3;

/** The first terms of a series times a constant, and what is not known of it: "n + 2 log n + o(1)". */
export function sumText(series: Series, factor: Constant = UNIT): string {
  const parts: string[] = [];
  let rest = series;
  for (let leading = leadingOf(rest); leading !== undefined; leading = leadingOf(rest)) {
    if (parts.length === SHOWN) {
      parts.push("...");
      break;
    }
    const { constant, monomial, tail } = leading;
    if (constant.terms.length > 0) parts.push(timesText(times(constant, factor), monomialText(monomial)));
    if (tail !== "none") {
      parts.push(`${tail}(${monomialText(monomial) || "1"})`);
      break;
    }
    rest = withoutLeading(rest);
  }
  return parts.join(" + ").replaceAll("+ -", "- ");
}

/** The place in an exponent of a log that makes it a power of something: n log n in exp(n log n) = n^n. */
const liftable = (monomial: Monomial) =>
  monomial.findIndex(({ base, exponent }) => (base.depth ?? 0) >= 1 && compareConstants(exponent, UNIT) === 0);

/** exp(exponent * log(base)) of an element that is no log of n. */
function exponentialText(base: Base, exponent: Constant): string {
  const log = base.log();
  const leading = leadingOf(log) as Leading;
  if (leadingOf(withoutLeading(log)) !== undefined) return `exp(${sumText(log, exponent)})`;
  const constant = times(leading.constant, exponent);
  const place = liftable(leading.monomial);
  if (place >= 0) {
    const { base: lifted } = leading.monomial[place] as Factor;
    const left = leading.monomial.filter((_, k) => k !== place);
    return raisedText(chainText((lifted.depth as number) - 1), timesText(constant, monomialText(left)));
  }
  const product = monomialText(leading.monomial);
  const root = rationalOf(constant) ? undefined : rationalOf(exponential(constant));
  if (root) return `${root.d === 1n ? root.toFraction() : `(${root.toFraction()})`}^${exponentText(product)}`;
  return `exp(${timesText(constant, product)})`;
}

const factorText = ({ base, exponent }: Factor) =>
  base.depth === undefined
    ? exponentialText(base, exponent)
    : raisedText(chainText(base.depth), constantText(exponent));

/** A monomial: "n^(1/2) (log n)^2", "2^n"; "" of 1. */
export const monomialText = (monomial: Monomial): string => monomial.map(factorText).join(" ");

/** An order as text: the leading monomial, "1" or "0". */
export const orderTextOf = (leading: Leading | undefined): string =>
  leading === undefined ? "0" : monomialText(leading.monomial) || "1";

/** A leading term with its constant: "-1/4 n^(-3/2)". */
export function leadingText(leading: Leading | undefined): string {
  if (leading === undefined) return "0";
  const { constant, monomial, tail } = leading;
  const text = monomialText(monomial);
  return constant.terms.length === 0 ? `${tail}(${text || "1"})` : timesText(constant, text);
}
