import { Decimal } from "decimal.js";
import type { Expression } from "../../../src/algebra/formula.ts";
import { encloser } from "../../../src/bounds/growth/constants/enclosure.ts";
import type { Leading } from "../../../src/bounds/growth/series/leading.ts";
import { leadingOf, withoutLeading } from "../../../src/bounds/growth/series/leading.ts";
import type { Base, Series } from "../../../src/bounds/growth/series/series.ts";
import { logGamma } from "../../../src/statistics/logGamma.ts";

/** Numbers of many digits at one n, of formulas by their trees and of leading terms. */
export function at(n: string, digits: number) {
  const Precise = Decimal.clone({ precision: digits, minE: -9e15, maxE: 9e15 });
  const logFactorial = (x: Decimal) => logGamma(x.add(1), Precise);
  const formula = (tree: Expression): Decimal => {
    switch (tree.kind) {
      case "number":
        return new Precise(`${tree.value.s * tree.value.n}`).div(`${tree.value.d}`);
      case "symbol":
        return new Precise(n);
      case "negative":
        return formula(tree.of).neg();
      case "call": {
        const [first] = tree.of as [Expression];
        if (tree.name === "log" && first.kind === "call" && first.name === "factorial") {
          return logFactorial(formula(first.of[0] as Expression));
        }
        const x = formula(first);
        if (tree.name === "sqrt") return x.sqrt();
        if (tree.name === "log") return x.ln();
        return tree.name === "exp" ? x.exp() : logFactorial(x).exp();
      }
      case "operator": {
        const [left, right] = [formula(tree.left), formula(tree.right)];
        if (tree.operator === "+") return left.add(right);
        if (tree.operator === "-") return left.sub(right);
        if (tree.operator === "*") return left.mul(right);
        return tree.operator === "/" ? left.div(right) : left.pow(right);
      }
    }
  };
  const enclose = encloser(digits);
  const base = ({ depth, log }: Base): Decimal => {
    if (depth === undefined) return sum(log()).exp();
    let value = new Precise(n);
    for (let k = 0; k < depth; k++) value = value.ln();
    return value;
  };
  const term = ({ constant, monomial }: Leading): Decimal =>
    monomial.reduce(
      (value, factor) => value.mul(base(factor.base).pow(enclose(factor.exponent).low)),
      new Precise(enclose(constant).low),
    );
  /** Of a series of finitely many terms. */
  const sum = (series: Series): Decimal => {
    const leading = leadingOf(series);
    return leading ? term(leading).add(sum(withoutLeading(series))) : new Precise(0);
  };
  return { formula, term };
}

/** The first terms of a series. */
export function termsOf(series: Series, count: number): Leading[] {
  const leading = count > 0 ? leadingOf(series) : undefined;
  return leading ? [leading, ...termsOf(withoutLeading(series), count - 1)] : [];
}
