import { asWritten } from "../../algebra/written/asWritten.ts";
import { typedPart } from "../../algebra/written/written.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { type Formula, parseFormula } from "./formula.ts";
import { namesOf } from "./names.ts";
import { RELATIONS, type Relation } from "./relations.ts";

/** left = relation(right), or left < right. */
export interface Statement {
  readonly text: string;
  readonly left: Formula;
  readonly relation: Relation;
  readonly right: Formula;
}

/** Whether a text says something of two formulas, rather than being one. */
export const isStatement = (text: string): boolean => /[=<]/.test(asWritten(text, namesOf(new Set())).plain);

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
  const written = asWritten(text, namesOf(defined));
  const { plain } = written;
  const found = /^([^=<]*)=\s*(\w+~?)\s*\((.*)\)\s*$/ds.exec(plain) ?? /^([^=<]*)(<)(.*)$/ds.exec(plain);
  const name = found?.[2];
  const part = (place: number) => {
    const [from, to] = found?.indices?.[place] ?? [];
    return from === undefined || to === undefined ? undefined : typedPart(written, from, to);
  };
  const [left, right] = [part(1), part(3)];
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
