import { InputError, show } from "../../setting/inputError.ts";
import { type Formula, parseFormula } from "./formula.ts";
import { RELATIONS, type Relation } from "./relations.ts";

/** left = relation(right), or left < right. */
export interface Statement {
  readonly text: string;
  readonly left: Formula;
  readonly relation: Relation;
  readonly right: Formula;
}

/** Whether a text says something of two formulas, rather than being one. */
export const isStatement = (text: string): boolean => /[=<]/.test(text);

/**
 * Reads a statement such as "lambda = o(sigma0^(q-2)*sigmaP/n)".
 *
 * @param text formula = relation(formula); relations: o, O, Theta, Omega, omega, each also with ~; or formula < formula
 * @param defined names beyond the papers' that formulas may use
 * @returns both formulas and the relation
 * @throws InputError if it is none, or a formula cannot be read
 * Source: ours.
 * @example
 * parseStatement("n/B = Omega(log(1/eps))").relation.name // => "Omega"
 */
export function parseStatement(text: string, defined: ReadonlySet<string> = new Set()): Statement {
  const found = /^([^=<]*)=\s*(\w+~?)\s*\((.*)\)\s*$/s.exec(text) ?? /^([^=<]*)(<)(.*)$/s.exec(text) ?? [];
  const [, left, name, right] = found;
  const relation = RELATIONS.find((candidate) => candidate.name === name);
  if (left === undefined || right === undefined || relation === undefined) {
    const names = RELATIONS.map((candidate) => candidate.name)
      .filter((other) => other !== "<")
      .join(", ");
    throw new InputError(
      `a statement must be "formula = relation(formula)" with a relation of ${names}, or "formula < formula", but is ${show(text)}; correct it`,
    );
  }
  return { text, left: parseFormula(left.trim(), defined), relation, right: parseFormula(right.trim(), defined) };
}
