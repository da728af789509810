import { Decimal } from "decimal.js";
import { formulaError } from "../../algebra/formulaError.ts";
import { logGamma } from "../../statistics/logGamma.ts";
import type { Expression, Formula } from "./formula.ts";

/** Digits that are kept: what a formula loses to cancellation is far less than what is left. */
const PRECISE = Decimal.clone({ precision: 30, minE: -9e15, maxE: 9e15 });

/** Digits of what is taken to the power of e: as many more as the exponent has before its point. */
const Long = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15 });

const logFactorial = (x: Decimal): Decimal => (x.gte(0) ? logGamma(new Long(x).add(1), Long) : new Long(Number.NaN));

const shortened = (x: Decimal) => new PRECISE(x.toSignificantDigits(PRECISE.precision));

/** Of the functions of a formula those that have a number; x! is Gamma(x + 1), for x >= 0. */
const CALLS: Readonly<Record<string, (of: readonly [Decimal, ...Decimal[]]) => Decimal>> = {
  sqrt: ([x]) => x.sqrt(),
  log: ([x]) => x.ln(),
  min: (of) => PRECISE.min(...of),
  max: (of) => PRECISE.max(...of),
  exp: ([x]) => shortened(new Long(x).exp()),
  factorial: ([x]) => shortened(logFactorial(x).exp()),
  binomial: ([a, b = a]) =>
    shortened(
      logFactorial(a)
        .sub(logFactorial(b))
        .sub(logFactorial(a.sub(b)))
        .exp(),
    ),
};

/** Numbers of the symbols; a string holds what no double can, such as d = 10^400. */
export type Values = Readonly<Record<string, number | string | undefined>>;

/**
 * A formula at a concrete setting.
 *
 * @param formula in symbols that all have a value
 * @param values finite numbers by symbol
 * @returns 30 digits, within 10^(+-9e15), so that nothing over- or underflows; NaN for 0/0 and the log of what is not positive but 0, which is -Infinity
 * @throws InputError for a symbol without a value
 * Source: ours.
 * @example
 * valueOf(parseFormula("sigma0^(q-2)*sigmaP/n"), { sigma0: 0.01, q: 3, sigmaP: 0.1, n: 200 }).toString() // => "0.000005"
 */
export function valueOf(formula: Formula, values: Values): Decimal {
  const walk = (part: Expression): Decimal => {
    switch (part.kind) {
      case "number":
        return new PRECISE(part.value.n.toString()).div(part.value.d.toString()).mul(part.value.s.toString());
      case "symbol": {
        const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
        if (value === undefined) {
          throw formulaError(
            formula.text,
            part.at,
            `must use symbols that have a value, but has ${part.name}`,
            "give it one",
          );
        }
        return new PRECISE(value);
      }
      case "negative":
        return walk(part.of).neg();
      case "call": {
        const call = CALLS[part.name];
        if (call === undefined) {
          const rule = `must have a number, but ${part.name}(...) stands for many`;
          throw formulaError(formula.text, part.at, rule, "leave it out");
        }
        return call(part.of.map(walk) as [Decimal, ...Decimal[]]);
      }
      case "operator": {
        const [left, right] = [walk(part.left), walk(part.right)];
        if (part.operator === "+") return left.add(right);
        if (part.operator === "-") return left.sub(right);
        if (part.operator === "*") return left.mul(right);
        return part.operator === "/" ? left.div(right) : left.pow(right);
      }
    }
  };
  return walk(formula.tree);
}
