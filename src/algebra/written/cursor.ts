import type { InputError } from "../../setting/inputError.ts";
import { formulaError } from "../formulaError.ts";
import { CALLED } from "./letters.ts";
import type { Lexeme } from "./lexeme.ts";
import { lexemesOf } from "./lexemes.ts";
import type { Names } from "./names.ts";

/** As many parentheses in one another as plain formulas may have. */
const DEEPEST = 50;

/** A place in what was typed. */
export interface Cursor {
  readonly typed: string;
  readonly names: Names;
  peek: (ahead?: number) => Lexeme | undefined;
  take: () => Lexeme;
  is: (kind: Lexeme["kind"], text?: string) => boolean;
  isFunction: (word: Lexeme | undefined) => boolean;
  /** What is read inside something; more levels could exhaust the stack. */
  deeper: <Value>(at: Lexeme, read: () => Value) => Value;
  refuse: (place: { readonly at: number }, rule: string, remedy: string) => InputError;
}

/**
 * The beginning of what was typed.
 *
 * @param typed a formula or a statement in plain letters, LaTeX or Unicode
 * @param names what names mean
 * @returns its first place
 * @throws InputError for what `lexemesOf` refuses
 * Source: ours.
 */
export function cursorOf(typed: string, names: Names): Cursor {
  const words = lexemesOf(typed);
  let [next, depth] = [0, 0];
  const peek = (ahead = 0): Lexeme | undefined => words[next + ahead];
  const refuse: Cursor["refuse"] = ({ at }, rule, remedy) => formulaError(typed, at + 1, rule, remedy);
  return {
    typed,
    names,
    peek,
    take: () => words[next++] as Lexeme,
    is: (kind, text) => peek()?.kind === kind && (text === undefined || peek()?.text === text),
    isFunction: (word) => word?.kind === "name" && !names.known.has(word.text) && CALLED.has(word.text),
    deeper: (at, read) => {
      if (depth === DEEPEST) {
        throw refuse(at, `must have at most ${DEEPEST} parentheses in one another, but has more`, "simplify it");
      }
      depth++;
      const value = read();
      depth--;
      return value;
    },
    refuse,
  };
}
