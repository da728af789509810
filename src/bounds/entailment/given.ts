import { isName } from "../../algebra/mathjs.ts";
import { CALLED } from "../../algebra/written/letters.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { type Expression, type Formula, parseFormula } from "../order/formula.ts";
import { plainText } from "../order/names.ts";
import { RELATIONS } from "../order/relations.ts";
import { scalingOf } from "../order/scalingOf.ts";
import { parseStatement, type Statement } from "../order/statement.ts";
import { FUNCTIONS } from "../order/symbols.ts";
import { type Condition, conditionOf } from "./condition.ts";
import type { Scope } from "./scope.ts";

/** A statement, or several of which one holds. */
export type Hypothesis = string | readonly string[];

/** What a claim is decided under. */
export interface Assumptions {
  /** Hypotheses. */
  readonly given?: readonly Hypothesis[];
  /** Names that stand for formulas. */
  readonly define?: Readonly<Record<string, string>>;
  /** Exponents that get a value, such as q; the others stay symbolic. */
  readonly set?: Readonly<Record<string, string>>;
}

const WORD = /[A-Za-z]\w*/g;
const TAKEN: ReadonlySet<string> = new Set([
  ...CALLED.keys(),
  ...Object.keys(FUNCTIONS),
  ...RELATIONS.map(({ name }) => name),
]);

/** The names in a text that are no function or relation. */
export const namesIn = (text: string): string[] =>
  (plainText(text).match(WORD) ?? []).filter((word) => !TAKEN.has(word));

/** Names that stand for quantities in a formula, not in its exponents. */
function quantitiesOf(tree: Expression): string[] {
  if (tree.kind === "symbol") return [tree.name];
  if (tree.kind === "number") return [];
  if (tree.kind === "negative") return quantitiesOf(tree.of);
  if (tree.kind === "call") return tree.of.flatMap(quantitiesOf);
  return [...quantitiesOf(tree.left), ...(tree.operator === "^" ? [] : quantitiesOf(tree.right))];
}

/** The names, but n, whose growth statements leave open. */
export function namesOf(statements: readonly Statement[], { defined }: Pick<Scope, "defined">): string[] {
  const found = new Set<string>();
  const walk = ({ tree }: Formula): void => {
    for (const name of quantitiesOf(tree)) {
      if (found.has(name) || name === "n") continue;
      found.add(name);
      const definition = defined.get(name);
      if (definition) walk(definition);
    }
  };
  for (const { left, right } of statements) [left, right].forEach(walk);
  return [...found].filter((name) => !defined.has(name));
}

/** Reads a statement in any names. */
export function readStatement(text: string): Statement {
  if (/\S\s+or\s+\S/.test(text)) {
    throw new InputError(
      `a statement must be one, but is ${show(text)}; write "or" between hypotheses alone, and of a claim the part that holds`,
    );
  }
  return parseStatement(text, new Set(namesIn(text)));
}

const readDefinition = (name: string, text: string): Formula => {
  if (name === "n" || TAKEN.has(name) || !/^[A-Za-z]\w*$/.test(name) || !isName(name)) {
    throw new InputError(
      `a definition must be of a name of letters and digits that is neither n, a function nor a relation, but is of ${show(name)}; rename it`,
    );
  }
  return parseFormula(text, new Set(namesIn(text)));
};

/** What names mean in statements; nothing of the scaling family is assumed. */
export function scopeOf({ define = {}, set = {} }: Assumptions, statements: readonly Statement[]): Scope {
  const defined = new Map(Object.entries(define).map(([name, text]) => [name, readDefinition(name, text)]));
  return {
    defined,
    quantities: new Set([...namesOf(statements, { defined }), ...defined.keys()]),
    exponents: new Map([...scalingOf({ exponents: set }).exponents].filter(([name]) => Object.hasOwn(set, name))),
    logs: new Map(),
    opaque: new Set(),
  };
}

/** A hypothesis as what it says of products of powers. */
export function conditionGiven(
  hypothesis: readonly Statement[],
  scope: Scope,
  place: number,
  weakly = true,
): Condition {
  const of = hypothesis.map((statement) => conditionOf(statement, scope, { kind: "given", place }, weakly));
  return of.length === 1 ? (of[0] as Condition) : { kind: "any", of };
}

/** The statements of hypotheses, of each of which one holds. */
export const readHypotheses = (given: readonly Hypothesis[] = []): Statement[][] =>
  given.map((hypothesis) => [hypothesis].flat().map(readStatement));
