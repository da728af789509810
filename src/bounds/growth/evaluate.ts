import type { Expression, Formula } from "../../algebra/formula.ts";
import { formulaError } from "../../algebra/formulaError.ts";
import type { Fraction } from "../../algebra/mathjs.ts";
import { rational, UNIT } from "./constants/constant.ts";
import { Refusal, Unanswered } from "./refusal.ts";
import { type Basis, newBasis } from "./series/basis.ts";
import { monomialOf, scalar } from "./series/series.ts";
import {
  binomial,
  difference,
  expOf,
  extremeOf,
  factorial,
  logOf,
  opposite,
  product,
  quotient,
  raised,
  sum,
  type Value,
  vague,
} from "./value.ts";

/** What the names of formulas mean; n is what grows. */
export interface Names {
  /** A quantity by other names. */
  readonly definition: (name: string) => Formula | undefined;
  /** An exact number. */
  readonly value: (name: string) => Fraction | undefined;
}

type Call = (basis: Basis, of: readonly [Value, ...Value[]]) => Value;

const extreme =
  (kind: "max" | "min"): Call =>
  (_, of) =>
    of.reduce((a, b) => extremeOf(kind, a, b));

/** What a formula may call. */
const CALLS: Readonly<Record<string, Call>> = {
  sqrt: (basis, [x]) => raised(basis, x, scalar(rational("1/2"))),
  log: (_, [x]) => logOf(x),
  exp: (basis, [x]) => {
    if (x.kind === "byLog")
      throw new Refusal(
        "must not ask for more than its o and O terms leave known, but does",
        "say more of those terms",
      );
    return expOf(basis, x);
  },
  min: extreme("min"),
  max: extreme("max"),
  factorial: (basis, [x]) => factorial(basis, x),
  binomial: (basis, [x, ...rest]) => binomial(basis, x, rest[0] as Value),
  o: (_, [x]) => vague("o", x),
  O: (_, [x]) => vague("O", x),
};

/** Quantities defined by quantities; more could exhaust the stack. */
const DEEPEST = 20;

/** Formulas of one question, all in one basis. */
export interface Evaluator {
  readonly basis: Basis;
  /** What a formula is as n grows. */
  readonly evaluate: (formula: Formula) => Value;
}

/** The tree without places, as a text: equal texts are equal quantities. */
function keyOf(tree: Expression): string {
  switch (tree.kind) {
    case "number":
      return tree.value.toFraction();
    case "symbol":
      return tree.name;
    case "negative":
      return `(-${keyOf(tree.of)})`;
    case "call":
      return `${tree.name}(${tree.of.map(keyOf).join(",")})`;
    case "operator":
      return `(${keyOf(tree.left)}${tree.operator}${keyOf(tree.right)})`;
  }
}

/**
 * A function that takes formulas to multiseries.
 *
 * @param names what the names in them mean
 * @returns the function and the basis, which grows with what is asked
 * Source: ours; after Gruntz, On Computing Limits in a Symbolic Manipulation System (1996), and Eberl, Verified Real Asymptotics in Isabelle/HOL (2019).
 */
export function evaluatorOf(names: Names): Evaluator {
  const basis = newBasis();
  const known = new Map<string, Value>();
  const pending = new Set<string>();
  const n = monomialOf(basis.logs[0] as Basis["logs"][number], UNIT);

  const symbol = (name: string): Value => {
    if (name === "n") return n;
    const definition = names.definition(name);
    if (definition) {
      if (pending.has(name) || pending.size === DEEPEST) throw new Unanswered();
      pending.add(name);
      const value = walk(definition, definition.tree);
      pending.delete(name);
      return value;
    }
    const value = names.value(name);
    if (value === undefined) throw new Unanswered();
    return scalar(rational(value));
  };

  function walk(owner: Formula, tree: Expression): Value {
    const key = keyOf(tree);
    const found = known.get(key);
    if (found) return found;
    const value = placed(owner, tree, () => valueOf(owner, tree));
    known.set(key, value);
    return value;
  }

  function valueOf(owner: Formula, tree: Expression): Value {
    switch (tree.kind) {
      case "number":
        return scalar(rational(tree.value));
      case "symbol":
        return symbol(tree.name);
      case "negative":
        return opposite(walk(owner, tree.of));
      case "call": {
        const of = tree.of.map((part) => walk(owner, part)) as [Value, ...Value[]];
        return (CALLS[tree.name] as Call)(basis, of);
      }
      case "operator": {
        const [left, right] = [walk(owner, tree.left), walk(owner, tree.right)];
        if (tree.operator === "+") return sum(left, right);
        if (tree.operator === "-") return difference(left, right);
        if (tree.operator === "*") return product(left, right);
        if (tree.operator === "/") return placed(owner, tree.right, () => quotient(left, right));
        return raised(basis, left, right);
      }
    }
  }
  return { basis, evaluate: (formula) => walk(formula, formula.tree) };
}

/** A refusal said of a place in a formula. */
export function placed<T>({ text }: Formula, { at }: Expression, of: () => T): T {
  try {
    return of();
  } catch (error) {
    if (error instanceof Refusal) throw formulaError(text, at, error.rule, error.remedy);
    throw error;
  }
}
