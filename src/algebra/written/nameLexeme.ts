import { formulaError } from "../formulaError.ts";
import { SUBSCRIPTS } from "./letters.ts";
import { type Lexeme, matchAt, runOf } from "./lexeme.ts";

const BELOW = /_\{(?<braced>[^{}]*)\}|_\\(?<command>[A-Za-z]+)/y;

/** What may stand below without braces: a letter below a command, as in TeX; a word below other letters; a plain word has it in itself. */
export const BARE = { command: /_[A-Za-z0-9]/y, letter: /_\w+/y, word: /(?!)/y } as const;

/**
 * A name with what stands below it: \sigma_0, σ₀, x_{max}.
 *
 * @param typed the text
 * @param at where the name begins, from 0
 * @param name it, in plain letters
 * @param from where it ends, and something below may begin
 * @param bare how that is written without braces
 * @returns one name of letters, digits and _
 * @throws InputError where something else than a name stands below
 * Source: ours.
 * @example
 * nameLexeme("\\sigma_{0}", 0, "sigma", 6, BARE.command).text // => "sigma_0"
 */
export function nameLexeme(typed: string, at: number, name: string, from: number, bare: RegExp): Lexeme {
  const lexeme = (text: string, end: number): Lexeme => ({ kind: "name", text, at, end });
  const [small, afterSmall] = runOf(SUBSCRIPTS, typed, from);
  if (small !== "") return lexeme(`${name}_${small}`, afterSmall);
  // Of x_{max} the plain word is x_.
  const mark = name.endsWith("_") ? from - 1 : from;
  const group = matchAt(BELOW, typed, mark);
  if (group === null) {
    const below = matchAt(bare, typed, from)?.[0] ?? "";
    return lexeme(`${name}${below}`, from + below.length);
  }
  const { command, braced = "" } = group.groups as { command?: string; braced?: string };
  const under = (command ?? braced).replaceAll(/[\\\s]/g, "").replaceAll(",", "_");
  if (!/^\w+$/.test(under)) {
    const rule = "must have names below names, but has something else";
    throw formulaError(typed, mark + 1, rule, "write a word or a number there");
  }
  return lexeme(`${name.replace(/_$/, "")}_${under}`, mark + group[0].length);
}
