import { show } from "../setting/inputError.ts";
import { nearest } from "../setting/nearest.ts";
import { formulaError } from "./formulaError.ts";
import { knows, type Vocabulary, wordsOf } from "./vocabulary.ts";
import type { Written } from "./written/written.ts";

/** A word of a formula; `at` is where it stands in what was typed, from 1. */
export interface Token {
  readonly text: string;
  readonly at: number;
  /** Whether it is a name or a number, and so a leaf of the tree. */
  readonly leaf: boolean;
}

const TOKEN = /[ \t]+|(?<name>[A-Za-z]\w*)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|[-+*/^(),]/y;

/** Deeper ones are no formulas of a paper, and could exhaust the stack. */
const DEEPEST = 50;

/** Whether what comes next stands right after ^ and perhaps signs. */
function isRaised(before: readonly Token[]): boolean {
  const last = before.findLast(({ text }) => text !== "-" && text !== "+");
  return last?.text === "^";
}

/** Shorter names are no misspelt ones. */
const SHORT = 3;

/** Whether a name may be an exponent of its own: any is welcome, and no misspelling of a long known one is likely. */
const mayBeExponent = ({ anyExponent, exponents = [] }: Vocabulary, name: string): boolean =>
  anyExponent === true &&
  (name.length <= SHORT ||
    nearest(
      name,
      exponents.filter(({ length }) => length > SHORT),
    ) === undefined);

/**
 * The words of a formula in the order of the text.
 *
 * @param written a formula
 * @param vocabulary the names that are allowed
 * @returns names, numbers and signs, without spaces
 * @throws InputError for a character that no formula has, for parentheses without end and for an unknown name, with the position
 * Source: ours.
 * @example
 * tokensOf({ typed: "2 n^-1", plain: "2 n^-1", at: (place) => place }, { symbols: ["n"], functions: {}, such: "n" }).map(({ text, at }) => text + at).join(" ") // => "21 n3 ^4 -5 16"
 */
export function tokensOf({ typed, plain, at: placeOf }: Written, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  /** Of each parenthesis that is open, whether it stands in an exponent. */
  const open: boolean[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const at = placeOf(TOKEN.lastIndex + 1);
    const found = TOKEN.exec(plain);
    if (!found) {
      const stray = String.fromCodePoint(typed.codePointAt(at - 1) as number);
      const rule = `must hold only names, numbers and + - * / ^ ( ) , but has ${show(stray)}`;
      throw formulaError(typed, at, rule, "remove it");
    }
    const raised = open.at(-1) === true || isRaised(tokens);
    if (found[0] === "(") open.push(raised);
    if (found[0] === ")") open.pop();
    if (open.length > DEEPEST) {
      throw formulaError(
        typed,
        at,
        `must have at most ${DEEPEST} parentheses in one another, but has more`,
        "simplify it",
      );
    }
    const { name, number } = found.groups as { name?: string; number?: string };
    if (name !== undefined && !knows(vocabulary, name) && !(raised && mayBeExponent(vocabulary, name))) {
      const rule = `must use known symbols (${wordsOf(vocabulary)}), but has ${show(name)}`;
      const near = nearest(
        name,
        raised ? [...(vocabulary.exponents ?? []), ...vocabulary.symbols] : vocabulary.symbols,
      );
      throw formulaError(
        typed,
        at,
        rule,
        near === undefined ? "correct it or define it" : `did you mean ${show(near)}?`,
      );
    }
    if (found[0].trim() !== "") tokens.push({ text: found[0], at, leaf: (name ?? number) !== undefined });
  }
  return tokens;
}
