import { formulaError, minusError } from "../../algebra/formulaError.ts";
import { signOn } from "../order/domain.ts";
import { exponentOf } from "../order/exponentOf.ts";
import type { Expression, Formula } from "../order/formula.ts";
import { constant, constantOf, signOf } from "../order/polynomial.ts";
import { type Extremes, extremesText } from "./extremes.ts";
import { formOf, formOfNumber, isNumber, LOG_N, partOf, product } from "./form.ts";
import { exact, type Range, rangeExtreme, rangeOver, rangePower, rangeSum, rangeTimes, tooBroad } from "./range.ts";
import type { Scope } from "./scope.ts";

/** Names defined by names defined by names; more could exhaust the stack. */
const DEEPEST = 20;

/** What a sum adds up. */
const terms = (tree: Expression): Expression[] =>
  tree.kind === "operator" && tree.operator === "+" ? [...terms(tree.left), ...terms(tree.right)] : [tree];

/** A formula with definitions in their places: the same for the same values. */
function spelled(tree: Expression, { defined }: Scope): string {
  const walk = (part: Expression): string => {
    switch (part.kind) {
      case "number":
        return part.value.toFraction();
      case "symbol": {
        const definition = defined.get(part.name);
        return definition ? walk(definition.tree) : part.name;
      }
      case "negative":
        return `-(${walk(part.of)})`;
      case "call":
        return `${part.name}(${part.of.map(walk).join(", ")})`;
      case "operator":
        return `(${walk(part.left)}${part.operator}${walk(part.right)})`;
    }
  };
  return walk(tree);
}

/** What stands for the argument of a function: its value, where that is a product of powers or the like, so that the same is the same however it is written; else as it is spelled. */
const argumentText = ({ least, most }: Range, tree: Expression, scope: Scope): string =>
  extremesText(least) === extremesText(most) ? extremesText(most) : spelled(tree, scope);

const landau = (owner: Formula, name: string, at: number) =>
  formulaError(
    owner.text,
    at,
    `must have no ${name}(...) among its terms where hypotheses are given, but has one`,
    `give the term a name x, and the hypothesis x = ${name}(...)`,
  );

/** The log of a power of n, or of the largest or smallest of several, up to a factor 2; undefined for all else. */
function logOfPower(of: Extremes): Range | undefined {
  if (of.kind !== "form") {
    const parts = of.of.map(logOfPower);
    return parts.includes(undefined) ? undefined : rangeExtreme(of.kind, parts as Range[]);
  }
  const exponent = of.form.get("n");
  const number = exponent && constantOf(exponent);
  const others = partOf(of.form, (base) => base !== "n" && base !== LOG_N && !isNumber(base));
  if (number === undefined || signOf(number) <= 0 || others.size > 0) return undefined;
  if (of.form.size === 1) return exact(product(formOf(LOG_N), formOfNumber(number)));
  const factor = (by: number) => exact(product(formOf(LOG_N), formOfNumber(number.mul(by))));
  return { least: factor(0.5).least, most: factor(2).most };
}

/**
 * Between which products of powers a formula lies, from some n on.
 *
 * @param formula any names, each of them a positive function of n
 * @param scope definitions, values of exponents; logs of what is no power of n are added to it as bases of their own
 * @returns its range; both ends have the formula's order
 * @throws InputError, with the position: an exponent that depends on n, a difference, 0 inside a formula, a log of what falls, definitions by each other
 * Source: ours.
 */
export function rangeOf(formula: Formula, scope: Scope): Range {
  const pending: string[] = [];

  const symbol = (owner: Formula, name: string, at: number): Range => {
    const definition = scope.defined.get(name);
    if (definition === undefined) return exact(formOf(name));
    if (pending.includes(name) || pending.length === DEEPEST) {
      const rule = pending.includes(name)
        ? `must not be part of a circle of definitions, but ${[...pending, name].join(" by ")} is one`
        : `must be defined in at most ${DEEPEST} steps, but takes more`;
      throw formulaError(owner.text, at, rule, "define one of them otherwise");
    }
    pending.push(name);
    const range = walk(definition, definition.tree);
    pending.pop();
    return range;
  };

  const log = (owner: Formula, of: Range, argument: Expression, at: number): Range => {
    const [lower, upper] = [logOfPower(of.least), logOfPower(of.most)];
    if (lower && upper) return { least: lower.least, most: upper.most };
    const bases = of.most.kind === "form" ? [...of.most.form.keys()] : ["more"];
    if (bases.every(isNumber)) {
      throw formulaError(owner.text, at, "must take logs of what grows, but takes that of a number", "write its value");
    }
    const power = of.most.kind === "form" ? signOn(of.most.form.get("n") ?? new Map()) : "any";
    const falls = power === "negative" || power === "non-positive";
    if (falls && bases.every((base) => base === "n" || isNumber(base))) {
      throw formulaError(
        owner.text,
        at,
        "must take logs of what grows, but takes that of what falls, so that it is negative",
        "write the log of its inverse",
      );
    }
    const base = `log(${argumentText(of, argument, scope)})`;
    scope.logs.set(base, of.most);
    return exact(formOf(base));
  };

  const opaque = ({ name, of: parts }: Expression & { kind: "call" }, of: readonly Range[]): Range => {
    const base = `${name}(${of.map((range, k) => argumentText(range, parts[k] as Expression, scope)).join(", ")})`;
    scope.opaque.add(base);
    return exact(formOf(base));
  };

  const raise = (owner: Formula, base: Range, exponent: Expression): Range => {
    const range = rangePower(
      base,
      exponentOf(owner, exponent, (name) => scope.exponents.get(name), scope.quantities),
    );
    if (range !== undefined) return range;
    throw formulaError(
      owner.text,
      exponent.at,
      "must raise a sum, min or max to a power whose sign is certain, but it depends on the exponents",
      "set them",
    );
  };

  const number = (owner: Formula, tree: Expression & { kind: "number" }): Range => {
    if (signOf(tree.value) > 0) return exact(formOfNumber(tree.value));
    throw formulaError(owner.text, tree.at, "must be positive, and made of what is, but has a 0 in it", "leave it out");
  };

  function walk(owner: Formula, tree: Expression): Range {
    const range = rangeAt(owner, tree);
    if (!tooBroad(range)) return range;
    throw formulaError(
      owner.text,
      tree.at,
      "must be made of fewer sums, min and max, but has too many cases",
      "give a part of it a name",
    );
  }

  function rangeAt(owner: Formula, tree: Expression): Range {
    switch (tree.kind) {
      case "number":
        return number(owner, tree);
      case "symbol":
        return symbol(owner, tree.name, tree.at);
      case "negative":
        throw minusError(owner.text, tree.at);
      case "call": {
        if (tree.name === "o" || tree.name === "O") throw landau(owner, tree.name, tree.at);
        const of = tree.of.map((part) => walk(owner, part));
        if (tree.name === "min" || tree.name === "max") return rangeExtreme(tree.name, of);
        if (tree.name === "log") return log(owner, of[0] as Range, tree.of[0] as Expression, tree.at);
        if (tree.name === "sqrt") return rangePower(of[0] as Range, constant(0.5)) as Range;
        return opaque(tree, of);
      }
      case "operator": {
        if (tree.operator === "+") return rangeSum(terms(tree).map((term) => walk(owner, term)));
        const left = walk(owner, tree.left);
        if (tree.operator === "^") return raise(owner, left, tree.right);
        const right = walk(owner, tree.right);
        if (tree.operator === "*") return rangeTimes(left, right);
        if (tree.operator === "/") return rangeOver(left, right);
        throw formulaError(
          owner.text,
          tree.right.at,
          "must be a sum of positive terms where hypotheses are given, but has a difference",
          "move what is subtracted to the other side, or say how the difference grows under a name of its own",
        );
      }
    }
  }
  return walk(formula, formula.tree);
}
