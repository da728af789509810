import { show } from "../setting/inputError.ts";
import { nearest } from "../setting/nearest.ts";
import { formulaError } from "./formulaError.ts";
import { knows, type Vocabulary, wordsOf } from "./vocabulary.ts";

/** A word of a formula; `at` is where it stands in the text, from 1. */
export interface Token {
  readonly text: string;
  readonly at: number;
  /** Whether it is a name or a number, and so a leaf of the tree. */
  readonly leaf: boolean;
}

const TOKEN = /[ \t]+|(?<name>[A-Za-z]\w*)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|[-+*/^(),]/y;

/** Deeper ones are no formulas of a paper, and could exhaust the stack. */
const DEEPEST = 50;

/**
 * The words of a formula in the order of the text.
 *
 * @param text of a formula
 * @param vocabulary the names that are allowed
 * @returns names, numbers and signs, without spaces
 * @throws InputError for a character that no formula has, for parentheses without end and for an unknown name, with the position
 * Source: ours.
 * @example
 * tokensOf("2 n^-1", { symbols: ["n"], functions: {}, such: "n" }).map(({ text, at }) => text + at).join(" ") // => "21 n3 ^4 -5 16"
 */
export function tokensOf(text: string, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex + 1;
    const found = TOKEN.exec(text);
    if (!found) {
      const stray = String.fromCodePoint(text.codePointAt(at - 1) as number);
      const rule = `must hold only names, numbers and + - * / ^ ( ) , but has ${show(stray)}`;
      throw formulaError(text, at, rule, "remove it");
    }
    depth += found[0] === "(" ? 1 : found[0] === ")" ? -1 : 0;
    if (depth > DEEPEST) {
      throw formulaError(
        text,
        at,
        `must have at most ${DEEPEST} parentheses in one another, but has more`,
        "simplify it",
      );
    }
    const { name, number } = found.groups as { name?: string; number?: string };
    if (name !== undefined && !knows(vocabulary, name)) {
      const rule = `must use known symbols (${wordsOf(vocabulary)}), but has ${show(name)}`;
      const near = nearest(name, vocabulary.symbols);
      throw formulaError(
        text,
        at,
        rule,
        near === undefined ? "correct it or define it" : `did you mean ${show(near)}?`,
      );
    }
    if (found[0].trim() !== "") tokens.push({ text: found[0], at, leaf: (name ?? number) !== undefined });
  }
  return tokens;
}
