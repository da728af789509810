import { InputError, show } from "../../setting/inputError.ts";
import { readStatement } from "../entailment/given.ts";
import { type Formula, parseFormula } from "../order/formula.ts";
import { plainText } from "../order/names.ts";
import type { Statement } from "../order/statement.ts";
import type { Sides } from "./recheck.ts";
import type { Inequality } from "./slack.ts";
import { symbolsOf } from "./symbolsOf.ts";

/** An inequality, what its names stand for, and the names that stand for themselves. */
export interface Question {
  readonly statement: Statement;
  /** left <= right or left < right; of a statement with > the sides are exchanged. */
  readonly sides: Sides;
  readonly symbols: readonly string[];
}

const SIGNS: Readonly<Record<string, { readonly turned: boolean; readonly strict: boolean }>> = {
  "<": { turned: false, strict: true },
  "<=": { turned: false, strict: false },
  ">": { turned: true, strict: true },
  ">=": { turned: true, strict: false },
};

/** The names that definitions leave open; each definition, once it is needed. */
function openNames(roots: readonly Formula[], defined: ReadonlyMap<string, Formula>): string[] {
  const open = new Set<string>();
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const definition = defined.get(name);
    if (path.includes(name)) {
      const loop = [...path, name].join(" by ");
      throw new InputError(`definitions must not go in a circle, but do: ${loop}; define one of them by n`);
    }
    if (definition === undefined) open.add(name);
    else if (!done.has(name)) {
      for (const other of symbolsOf(definition.tree)) visit(other, [...path, name]);
      done.add(name);
    }
  };
  for (const { tree } of roots) for (const name of symbolsOf(tree)) visit(name, []);
  return [...open].sort((a, b) => Number(b === "n") - Number(a === "n"));
}

/**
 * Reads an inequality in any names.
 *
 * @param text formula <= formula, or with <, >, >=
 * @param define names that stand for formulas or numbers
 * @returns its sides and symbols, n first
 * @throws InputError if it is none, or a formula cannot be read, or definitions go in a circle
 */
export function questionOf(text: string, define: Readonly<Record<string, string>>): Question {
  const statement = readStatement(text);
  const sign = SIGNS[statement.relation.name];
  if (sign === undefined) {
    throw new InputError(
      `an inequality must be "formula <= formula" (or <, >, >=) where constants count, but is ${show(text)}; write the constant, as in f <= 2 g`,
    );
  }
  const formula = (value: string): Formula => {
    const { left } = readStatement(`${value} <= 1`);
    return parseFormula(value, new Set(symbolsOf(left.tree)));
  };
  const defined = new Map(Object.entries(define).map(([name, value]) => [plainText(name), formula(value)]));
  const [left, right] = sign.turned ? [statement.right, statement.left] : [statement.left, statement.right];
  const sides = { left, right, strict: sign.strict, defined };
  return { statement, sides, symbols: openNames([left, right], defined) };
}

/** The same for intervals. */
export const inequalityOf = ({ sides, symbols }: Pick<Question, "sides" | "symbols">): Inequality => ({
  left: sides.left.tree,
  right: sides.right.tree,
  strict: sides.strict,
  meaning: {
    names: symbols,
    defined: new Map([...sides.defined].map(([name, { tree }]) => [name, tree])),
  },
});
