import { asWritten } from "../../algebra/written/asWritten.ts";
import { typedPart, type Written } from "../../algebra/written/written.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { type Formula, parseFormula } from "./formula.ts";
import { namesOf, plainText } from "./names.ts";
import { RELATIONS, type Relation } from "./relations.ts";

/** left = relation(right), or left < right. */
export interface Statement {
  readonly text: string;
  readonly left: Formula;
  readonly relation: Relation;
  readonly right: Formula;
}

/** Whether a text says something of two formulas, rather than being one. */
export const isStatement = (text: string): boolean => /[=<>]/.test(plainText(text));

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

/**
 * Reads a statement such as "lambda = o(sigma0^(q-2)*sigmaP/n)".
 *
 * @param text formula = relation(formula); relations: o, O, Theta, Omega, omega, each also with ~; or formula < formula, also with <=, >, >=, << (o) and >> (omega); or formula = polylog(n), poly(n), or 1 over these
 * @param defined names beyond the papers' that formulas may use
 * @returns both formulas and the relation; of formula = 1/poly(n), that 1/formula = poly(n)
 * @throws InputError if it is none, or a formula cannot be read
 * Source: ours.
 * @example
 * parseStatement("n/B = Omega(log(1/eps))").relation.name // => "Omega"
 * parseStatement("s << d").relation.name // => "o"
 */
export function parseStatement(text: string, defined: ReadonlySet<string> = new Set()): Statement {
  const { left, relation, right, over } = split(asWritten(text, namesOf(defined)));
  const formulas = [left, right].map((side) => parseFormula(side, defined)) as [Formula, Formula];
  if (relation.form === "class" && right !== "n") {
    throw new InputError(
      `${relation.name} must be of n, as in ${relation.name}(n), but ${show(text)} has it of ${show(right)}; correct it`,
    );
  }
  return { text, left: over ? parseFormula(`1/(${left})`, defined) : formulas[0], relation, right: formulas[1] };
}
