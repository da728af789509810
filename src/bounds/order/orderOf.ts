import { formulaError, minusError } from "../../algebra/formulaError.ts";
import { signOn } from "./domain.ts";
import { exponentOf } from "./exponentOf.ts";
import type { Expression, Formula } from "./formula.ts";
import {
  extreme,
  inverse,
  monomial,
  multiply,
  NOTHING,
  ONE,
  type Order,
  orderText,
  raise,
  surelyLess,
} from "./order.ts";
import { constant, ZERO } from "./polynomial.ts";
import type { Scaling } from "./scaling.ts";
import { PLAIN_FUNCTIONS } from "./symbols.ts";

const HALF = constant(0.5);

/** Of a sum, min or max whose largest term the exponents decide; a product has the product of the numbers. */
const MOST_TERMS = 8;
/** Characters of an order: nobody reads longer ones, and powers of powers grow without end. */
const LONGEST = 500;
/** Quantities defined by quantities defined by quantities; more could exhaust the stack. */
const DEEPEST = 20;

const breadth = (order: Order): number =>
  order.kind === "max" || order.kind === "min" ? order.of.reduce((sum, part) => sum + breadth(part), 0) : 1;

/** The order of the log of a quantity: only what surely grows as a power of n has one. */
function logOrder(order: Order, refuse: (rule: string, remedy: string) => Error): Order {
  if (order.kind === "zero") throw refuse("must not take the log of 0, but does", "correct it");
  if (order.kind !== "monomial") {
    return extreme(
      order.kind,
      order.of.map((part) => logOrder(part, refuse)),
    );
  }
  const sign = signOn(order.n);
  if (sign === "positive") return monomial(ZERO, constant(1));
  const text = orderText(order);
  if (sign === "negative") {
    throw refuse(
      `must take logs of what grows, but takes that of ${text}, which falls, so that the log is negative`,
      "write the log of its inverse, such as log(1/eps)",
    );
  }
  if (sign === "zero") {
    throw refuse(
      `must take logs of powers of n, but takes that of ${text}, whose log is no n^a (log n)^b`,
      "leave it out or put a power of n in it",
    );
  }
  throw refuse(`must take logs of powers of n, but whether ${text} is one depends on the exponents`, "set them");
}

/**
 * The order of a formula as n grows: n^a (log n)^b.
 *
 * A sum has the order of its dominant term, as max has; constants count as 1; a and b are exact polynomials in the exponents that have no value.
 *
 * @param formula in the symbols of the scaling
 * @param scaling how those grow
 * @returns the order; a max or min of several where the exponents decide which it is
 * @throws InputError, with the position: an exponent that depends on n, a log that is no order, a division by 0, a difference whose terms may cancel, quantities defined by each other
 * Source: ours; the algebra is that of the papers' Theta and Theta~.
 * @example
 * orderText(orderOf(parseFormula("sigma0^(q-2)*sigmaP/n"), scalingOf({ exponents: { D: "6", q: "3" } }))) // => "n^(-3) (log n)^(-1/2)"
 */
export function orderOf(formula: Formula, scaling: Scaling): Order {
  const known = new Map<string, Order>([["n", monomial(constant(1), ZERO)]]);
  const pending = new Set<string>();

  const quantity = (owner: Formula, name: string, at: number): Order => {
    const found = known.get(name);
    if (found) return found;
    const definition = scaling.quantities.get(name);
    if (definition === undefined) {
      if (name === "q" || name === "D") return ONE;
      throw formulaError(owner.text, at, `must use ${name} in exponents only, but has it as a factor`, "correct it");
    }
    if (pending.has(name)) {
      const loop = [...pending, name].join(" by ");
      throw formulaError(
        owner.text,
        at,
        `must not be part of a circle of definitions, but ${loop} is one`,
        "define one of them by n",
      );
    }
    if (pending.size === DEEPEST) {
      const rule = `must be defined in at most ${DEEPEST} steps, but takes more`;
      throw formulaError(owner.text, at, rule, "define one of its quantities by n");
    }
    pending.add(name);
    const order = walk(definition, definition.tree);
    pending.delete(name);
    known.set(name, order);
    return order;
  };

  const divide = (owner: Formula, left: Order, right: Order, at: number): Order => {
    if (right.kind === "zero") throw formulaError(owner.text, at, "must not divide by 0, but does", "correct it");
    return multiply(left, inverse(right));
  };

  const power = (owner: Formula, base: Order, exponent: Expression): Order => {
    const value = exponentOf(owner, exponent, (name) => scaling.exponents.get(name), scaling.quantities);
    if (base.kind === "zero") {
      if (signOn(value) === "positive") return NOTHING;
      throw formulaError(owner.text, exponent.at, "must raise 0 to positive powers only, but does not", "correct it");
    }
    const raised = raise(base, value);
    if (raised) return raised;
    throw formulaError(
      owner.text,
      exponent.at,
      "must raise a sum, min or max to a power whose sign is certain, but it depends on the exponents",
      "set them",
    );
  };

  const difference = (owner: Formula, left: Order, right: Order, at: number): Order => {
    if (surelyLess(right, left)) return left;
    throw formulaError(
      owner.text,
      at,
      "must subtract only what is of smaller order, or the terms may cancel, but it is not certain here",
      "rewrite the difference",
    );
  };

  function walk(owner: Formula, tree: Expression): Order {
    const order = orderAt(owner, tree);
    const terms = breadth(order);
    if (terms > MOST_TERMS) {
      const rule = `must have at most ${MOST_TERMS} terms between which the exponents decide, but has ${terms}`;
      throw formulaError(owner.text, tree.at, rule, "set exponents or shorten it");
    }
    if (orderText(order).length > LONGEST) {
      throw formulaError(
        owner.text,
        tree.at,
        `must have an order of at most ${LONGEST} characters, but has not`,
        "shorten it",
      );
    }
    return order;
  }

  function orderAt(owner: Formula, tree: Expression): Order {
    switch (tree.kind) {
      case "number":
        return tree.value.compare(0) === 0 ? NOTHING : ONE;
      case "symbol":
        return quantity(owner, tree.name, tree.at);
      case "negative":
        throw minusError(owner.text, tree.at);
      case "call": {
        if (!PLAIN_FUNCTIONS.has(tree.name)) {
          const rule = `must have values of all its exponents where it calls ${tree.name}, but has none of some`;
          throw formulaError(owner.text, tree.at, rule, "set them");
        }
        const of = tree.of.map((part) => walk(owner, part));
        const [first] = of as [Order];
        if (tree.name === "min" || tree.name === "max") return extreme(tree.name, of);
        if (tree.name === "log")
          return logOrder(first, (rule, remedy) => formulaError(owner.text, tree.at, rule, remedy));
        return first.kind === "zero" ? NOTHING : (raise(first, HALF) as Order);
      }
      case "operator": {
        const left = walk(owner, tree.left);
        if (tree.operator === "^") return power(owner, left, tree.right);
        const right = walk(owner, tree.right);
        if (tree.operator === "+") return extreme("max", [left, right]);
        if (tree.operator === "-") return difference(owner, left, right, tree.right.at);
        return tree.operator === "*" ? multiply(left, right) : divide(owner, left, right, tree.right.at);
      }
    }
  }
  return walk(formula, formula.tree);
}
