import type { Formula } from "../../algebra/formula.ts";
import { asTyped, typedPart, type Written } from "../../algebra/written/written.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { type FormulaReader, plainFormula } from "./plainFormula.ts";
import { RELATIONS, type Relation } from "./relations.ts";

/** left = relation(right), or left < right. */
export interface Statement {
  readonly text: string;
  readonly left: Formula;
  readonly relation: Relation;
  readonly right: Formula;
}

const SIGN = /^([^=<>]*)(<=|>=|<<|>>|<|>|=)(.*)$/ds;
const LETTER = /^\s*(?<name>\w+~?)\s*\((?<right>.*)\)\s*$/ds;
/** 1/poly(n), as a fraction has it, too. */
const OVER = /^[\s(]*1[\s)]*\/[\s(]*(?<name>\w+)\s*\((?<right>[^()]*)\)[\s)]*$/ds;

/** Signs that say what a letter says. */
const LETTERS: Readonly<Record<string, string>> = { "<<": "o", ">>": "omega" };

const named = (name: string | undefined, forms: readonly Relation["form"][]): Relation | undefined =>
  RELATIONS.find((candidate) => candidate.name === name && forms.includes(candidate.form));

const listed = (form: Relation["form"]): string =>
  RELATIONS.filter((relation) => relation.form === form)
    .map(({ name }) => name)
    .join(", ");

/** Left and right as they were typed, and the relation; over: left = 1/relation(right). */
function split(written: Written): { left: string; relation: Relation; right: string; over: boolean } {
  const [, , sign = "", rest = ""] = SIGN.exec(written.plain) ?? [];
  const from = written.plain.length - rest.length;
  const letter = sign === "=" ? (LETTER.exec(rest) ?? OVER.exec(rest)) : null;
  const over = letter !== null && !LETTER.test(rest);
  const relation =
    sign === "="
      ? named(letter?.groups?.["name"], over ? ["class"] : ["letter", "class"])
      : named(LETTERS[sign] ?? sign, ["letter", "infix"]);
  if (relation === undefined) {
    throw new InputError(
      `a statement must be "formula = relation(formula)" with a relation of ${listed("letter")}, or "formula < formula" (or <=, >, >=, <<, >>), or "formula = polylog(n)" or poly(n), but is ${show(written.typed)}; correct it`,
    );
  }
  const [begin, end] = letter?.indices?.groups?.["right"] ?? [0, rest.length];
  return {
    left: typedPart(written, 0, from - sign.length),
    relation,
    right: typedPart(written, from + begin, from + end),
    over,
  };
}

/** A statement in plain letters, its sides as they were typed, by one reader. */
export function statementBy(read: FormulaReader, written: Written, defined: ReadonlySet<string>): Statement {
  const { typed: text } = written;
  const { left, relation, right, over } = split(written);
  const [one, other] = [read(left, defined), read(right, defined)];
  if (relation.form === "class" && right !== "n") {
    throw new InputError(
      `${relation.name} must be of n, as in ${relation.name}(n), but ${show(text)} has it of ${show(right)}; correct it`,
    );
  }
  return { text, left: over ? read(`1/(${left})`, defined) : one, relation, right: other };
}

/**
 * Reads a statement in plain letters, as the project's own are.
 *
 * @param text as for `parseStatement`, in plain letters alone
 * @param defined names beyond the papers' that formulas may use
 * @returns both formulas and the relation
 * @throws InputError if it is none, or a formula cannot be read
 * Source: ours.
 * @example
 * plainStatement("s = Theta(sqrt(d)/n^2)").relation.name // => "Theta"
 */
export const plainStatement = (text: string, defined: ReadonlySet<string> = new Set()): Statement =>
  statementBy(plainFormula, asTyped(text), defined);
