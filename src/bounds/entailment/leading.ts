import { Fraction } from "../../algebra/mathjs.ts";
import type { Expression, Formula } from "../order/formula.ts";
import { signOf } from "../order/polynomial.ts";
import { PLAIN_FUNCTIONS } from "../order/symbols.ts";
import { compareWithOne } from "./numbers.ts";

/** c n^a (log n)^b, c a product of rational powers of integers; exact where the formula is that, not only asymptotically. */
interface Leading {
  readonly n: Fraction;
  readonly log: Fraction;
  readonly constant: ReadonlyMap<string, Fraction>;
  readonly exact: boolean;
}

const NONE = new Fraction(0);

const integers = (value: Fraction): ReadonlyMap<string, Fraction> =>
  new Map(
    [[value.n.toString(), new Fraction(1)] as const, [value.d.toString(), new Fraction(-1)] as const].filter(
      ([base]) => base !== "1",
    ),
  );

function multiplied(a: Leading, b: Leading, power: Fraction): Leading {
  const constant = new Map(a.constant);
  for (const [base, exponent] of b.constant) constant.set(base, (constant.get(base) ?? NONE).add(exponent.mul(power)));
  return { n: a.n.add(b.n.mul(power)), log: a.log.add(b.log.mul(power)), constant, exact: a.exact && b.exact };
}

const ONE: Leading = { n: NONE, log: NONE, constant: new Map(), exact: true };

const compareOrders = (a: Leading, b: Leading): number => a.n.compare(b.n) || a.log.compare(b.log);

const compareConstants = (a: Leading, b: Leading): number =>
  compareWithOne([...multiplied(a, b, new Fraction(-1)).constant].filter(([, exponent]) => exponent.n !== 0n));

/** The constant where it is rational; undefined else. */
function rational({ constant }: Leading): Fraction | undefined {
  let value = new Fraction(1);
  for (const [base, exponent] of constant) {
    if (exponent.d !== 1n || exponent.n > 64n) return undefined;
    value = value.mul(new Fraction(base).pow(exponent));
  }
  return value;
}

function sum(a: Leading, b: Leading): Leading | undefined {
  const order = compareOrders(a, b);
  if (order !== 0) return { ...(order > 0 ? a : b), exact: false };
  const [first, second] = [rational(a), rational(b)];
  return first && second && { ...a, constant: integers(first.add(second)), exact: a.exact && b.exact };
}

/** The larger or smaller; undefined where only what is not leading can tell. */
function chosen(kind: string, a: Leading, b: Leading): Leading | undefined {
  const sign = compareOrders(a, b) || compareConstants(a, b);
  if (sign === 0) return a.exact && b.exact ? a : { ...a, exact: false };
  return sign > 0 === (kind === "max") ? a : b;
}

/**
 * The leading term of a formula, with its constant.
 *
 * @param formula in n and in names that have formulas
 * @param values formulas of names, in n and each other without circles
 * @param exponents values of names in exponents
 * @returns c n^a (log n)^b; undefined where this cannot tell: differences, logs of what is no power of n, sums of irrational constants
 * Source: ours; it shares nothing with how claims are decided, which it checks.
 */
export function leadingOf(
  formula: Formula,
  values: ReadonlyMap<string, Formula>,
  exponents: ReadonlyMap<string, Fraction>,
): Leading | undefined {
  const exponentAt = (tree: Expression): Fraction | undefined => {
    if (tree.kind === "number") return tree.value;
    if (tree.kind === "symbol") return exponents.get(tree.name);
    if (tree.kind === "negative") return exponentAt(tree.of)?.neg();
    if (tree.kind === "call") return undefined;
    const [left, right] = [exponentAt(tree.left), exponentAt(tree.right)];
    if (left === undefined || right === undefined) return undefined;
    if (tree.operator === "+") return left.add(right);
    if (tree.operator === "-") return left.add(right.neg());
    if (tree.operator === "*") return left.mul(right);
    return tree.operator === "/" && right.n !== 0n ? left.div(right) : undefined;
  };
  const walk = (tree: Expression): Leading | undefined => {
    if (tree.kind === "number") return signOf(tree.value) > 0 ? { ...ONE, constant: integers(tree.value) } : undefined;
    if (tree.kind === "symbol") {
      if (tree.name === "n") return { ...ONE, n: new Fraction(1) };
      const value = values.get(tree.name);
      return value && walk(value.tree);
    }
    if (tree.kind === "negative") return undefined;
    if (tree.kind === "call") {
      if (!PLAIN_FUNCTIONS.has(tree.name)) return undefined;
      const [first, ...others] = tree.of.map(walk);
      if (first === undefined) return undefined;
      if (tree.name === "sqrt") return multiplied(ONE, first, new Fraction("1/2"));
      if (tree.name === "min" || tree.name === "max") {
        return others.reduce(
          (best, other) => best && other && chosen(tree.name, best, other),
          first as Leading | undefined,
        );
      }
      if (tree.name !== "log") return undefined;
      if (signOf(first.n) <= 0) return undefined;
      const exact = first.exact && first.log.n === 0n && compareConstants(first, ONE) === 0;
      return { ...ONE, log: new Fraction(1), constant: integers(first.n), exact };
    }
    const left = walk(tree.left);
    if (left === undefined) return undefined;
    if (tree.operator === "^") {
      const power = exponentAt(tree.right);
      return power && multiplied(ONE, left, power);
    }
    const right = walk(tree.right);
    if (right === undefined || tree.operator === "-") return undefined;
    return tree.operator === "+"
      ? sum(left, right)
      : multiplied(left, right, new Fraction(tree.operator === "*" ? 1 : -1));
  };
  return walk(formula.tree);
}

/**
 * Two formulas from some n on: left - right < 0, 0 or > 0.
 *
 * @param left leading term of one
 * @param right of the other
 * @returns the sign; undefined where leading terms are the same and one of them is not all
 */
export function compareLeading(left: Leading, right: Leading): number | undefined {
  const sign = compareOrders(left, right) || compareConstants(left, right);
  return sign !== 0 || (left.exact && right.exact) ? sign : undefined;
}
