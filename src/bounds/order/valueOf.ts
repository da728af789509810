import { Decimal } from "decimal.js";
import { formulaError } from "../../algebra/formulaError.ts";
import type { Expression, Formula } from "./formula.ts";

/** Digits that are kept: what a formula loses to cancellation is far less than what is left. */
const PRECISE = Decimal.clone({ precision: 30, minE: -9e15, maxE: 9e15 });

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
        const of = part.of.map(walk) as [Decimal, ...Decimal[]];
        if (part.name === "min") return PRECISE.min(...of);
        if (part.name === "max") return PRECISE.max(...of);
        if (part.name === "exp") return of[0].exp();
        return part.name === "sqrt" ? of[0].sqrt() : of[0].ln();
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
