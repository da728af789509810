import type { Cursor } from "./cursor.ts";
import { CALLED } from "./letters.ts";
import type { Lexeme } from "./lexeme.ts";
import { OPERANDS, type Readers } from "./operands.ts";
import { type Piece, pieces, within } from "./pieces.ts";
import { powers } from "./powers.ts";

/** Whether brackets after a name could be the arguments of a function: right after a word other than n, or with nothing but names in them. */
function couldBeCall(
  { typed, isFunction }: Cursor,
  name: Lexeme | undefined,
  open: Lexeme,
  inside: readonly Piece[],
): boolean {
  if (name?.kind !== "name" || isFunction(name)) return false;
  if (name.end === open.at && name.text !== "n" && /[A-Za-z]/.test(typed[name.at] as string)) return true;
  return inside.slice(1, -1).every(({ text }) => text === "," || (/^[A-Za-z]/.test(text) && !CALLED.has(text)));
}

/** The parts between ∧, or between ∨, as one call. */
function extremeOf(extreme: Lexeme, parts: readonly Piece[][]): Piece[] {
  const all = parts.flatMap((one, k) => (k === 0 ? one : [...pieces(extreme.at, ","), ...one]));
  const at = all[0]?.at ?? extreme.at;
  return [...pieces(at, extreme.text === "∧" ? "min" : "max"), ...within(at, all)];
}

/**
 * Sums, products and quotients up to a comma, a relation or the end; ∧ and ∨ between them.
 *
 * @param cursor where they begin; behind them afterwards
 * @param readers what reads factors
 * @returns their words, with a * for every product
 * @throws InputError where they could mean two things
 * Source: ours.
 */
export function segment(cursor: Cursor, readers: Readers): Piece[] {
  const { peek, take, refuse } = cursor;
  const done: Piece[][] = [];
  let out: Piece[] = [];
  let extreme: Lexeme | undefined;
  let sum: Lexeme | undefined;
  /** The / whose divisor stands here, if it is one of two numbers or not. */
  let divided: "no" | "numbers" | "yes" = "no";
  let before: Lexeme | undefined;
  for (let word = peek(); word !== undefined; word = peek()) {
    if (word.kind === "extreme") {
      if (extreme !== undefined && extreme.text !== word.text) {
        throw refuse(word, "must have parentheses where ∧ and ∨ meet, but has none", "add them");
      }
      extreme = take();
      done.push(out);
      [out, before, divided] = [[], undefined, "no"];
    } else if (word.kind === "raised" || (word.text === "^" && before !== undefined)) {
      if (before === undefined) throw refuse(word, "must raise something, but has nothing there", "add it");
      out.push(...powers(cursor, readers));
      before = { ...word, kind: "raised" };
      if (divided === "numbers") divided = "yes";
    } else if (word.kind === "sign" && word.text !== ",") {
      if (before !== undefined && (word.text === "+" || word.text === "-")) sum = word;
      const numbers = before?.kind === "number" && !["^", "/", "*"].includes(out.at(-2)?.text ?? "");
      divided = word.text !== "/" ? "no" : numbers && peek(1)?.kind === "number" ? "numbers" : "yes";
      out.push(take());
      before = undefined;
    } else if (OPERANDS.has(word.kind)) {
      const inside = readers.factor(cursor) as Piece[];
      if (before !== undefined && !(before.kind === "number" && word.kind === "number")) {
        if (divided === "yes") {
          const rule = "must have parentheses where a product without sign follows a /, but has none";
          throw refuse(word, rule, "write a/(b c), or (a/b) c");
        }
        const calls = word.kind === "open" && couldBeCall(cursor, before, word, inside);
        if (!calls) out.push(...pieces(word.at, "*"));
      }
      out.push(...inside);
      before = word;
    } else break;
  }
  if (extreme === undefined) return out;
  if (sum !== undefined) {
    throw refuse(sum, `must have parentheses where ${extreme.text} meets a sum, but has none`, "add them");
  }
  return extremeOf(extreme, [...done, out]);
}
