import { call } from "./call.ts";
import type { Cursor } from "./cursor.ts";
import { LANDAU } from "./letters.ts";
import type { Lexeme } from "./lexeme.ts";
import { OPERANDS, type Readers } from "./operands.ts";
import { closed, inBrackets, type Piece, pieces, within } from "./pieces.ts";
import { exponent } from "./powers.ts";

/** One of the two parts of a fraction. */
function part(cursor: Cursor, { factor }: Readers, frac: Lexeme): readonly Piece[] {
  const one = cursor.peek();
  const operand = one?.kind === "number" && one.text.length > 1 ? undefined : factor(cursor);
  if (operand === undefined) {
    throw cursor.refuse(one ?? frac, "must have two parts of a fraction in braces", "add them");
  }
  return closed(operand);
}

function fraction(cursor: Cursor, readers: Readers, frac: Lexeme): Piece[] {
  const { at } = frac;
  const [over, under] = [part(cursor, readers, frac), part(cursor, readers, frac)];
  return frac.text === "binom"
    ? [...pieces(at, "binomial"), ...within(at, [...over, ...pieces(at, ","), ...under])]
    : within(at, [...over, ...pieces(at, "/"), ...under]);
}

function root(cursor: Cursor, { factor }: Readers, { at, text, ...word }: Lexeme): Piece[] {
  const operand = factor(cursor);
  if (operand === undefined) throw cursor.refuse({ ...word, at }, "must have something under the root", "add it");
  return within(at, [...closed(operand), ...pieces(at, "^", "(", "1", "/", text, ")")]);
}

/** A name that is no function here, in its plain spelling; O(...) and e^... as calls. */
function name(cursor: Cursor, readers: Readers, { at, text }: Lexeme): Piece[] {
  const { known, spelled } = cursor.names;
  if (known.has(text)) return pieces(at, text);
  if (LANDAU.has(text) && cursor.is("open")) return [...pieces(at, text), ...readers.group(cursor)];
  if (text === "e" && cursor.is("sign", "^")) {
    return [...pieces(at, "exp"), ...inBrackets(at, exponent(cursor, readers) as Piece[])];
  }
  return pieces(at, spelled.get(text) ?? text);
}

function operand(cursor: Cursor, readers: Readers): Piece[] | undefined {
  const word = cursor.peek();
  if (word === undefined || !OPERANDS.has(word.kind)) return undefined;
  const { at, text, kind } = word;
  if (kind === "open") return readers.group(cursor);
  if (cursor.isFunction(word)) return cursor.deeper(word, () => call(cursor, readers));
  cursor.take();
  if (kind === "number") return pieces(at, text);
  if (kind === "ratio") return within(at, pieces(at, ...text.split(/(\/)/)));
  if (kind === "frac") return fraction(cursor, readers, word);
  return kind === "root" ? root(cursor, readers, word) : name(cursor, readers, word);
}

/**
 * One operand, and perhaps the ! after it.
 *
 * @param cursor where it begins; behind it afterwards
 * @param readers what reads the parts of it
 * @returns its words; undefined where none begins
 * @throws InputError where it could mean two things
 * Source: ours.
 */
export function factorHere(cursor: Cursor, readers: Readers): Piece[] | undefined {
  const first = operand(cursor, readers);
  if (first === undefined || !cursor.is("stray", "!")) return first;
  const at = first[0]?.at ?? 0;
  cursor.take();
  // n!! is the product of every other number, to most.
  if (cursor.is("stray", "!")) {
    const rule = "must have parentheses between one ! and the next, but has none";
    throw cursor.refuse(cursor.peek() as Lexeme, rule, "write (n!)!");
  }
  return [...pieces(at, "factorial"), ...inBrackets(at, first)];
}
