import { type Cursor, cursorOf } from "./cursor.ts";
import { factorHere } from "./factor.ts";
import { COMPARED } from "./letters.ts";
import type { Names } from "./names.ts";
import type { Readers } from "./operands.ts";
import { type Piece, pieces } from "./pieces.ts";
import { segment } from "./segment.ts";

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "{": "}", "[": "]" };

/** What stands in brackets, with them. */
function group(cursor: Cursor): Piece[] {
  const { peek, take, refuse, deeper } = cursor;
  const open = take();
  const inside = deeper(open, () => list(cursor));
  const close = peek();
  const closing = CLOSING[open.text];
  if (close === undefined) {
    throw refuse(open, `must be complete, but has a ${open.text} that nothing closes`, `add a ${closing}`);
  }
  if (close.text !== closing) {
    throw refuse(close, `must close a ${open.text} with a ${closing}, but has a ${close.text}`, "correct it");
  }
  take();
  return [...pieces(open.at, "("), ...inside, ...pieces(close.at, ")")];
}

const READERS: Readers = { factor: (cursor) => factorHere(cursor, READERS), group };

/** Parts between commas and relations, until a bracket closes. */
function list(cursor: Cursor): Piece[] {
  const { typed, take, is } = cursor;
  const out = segment(cursor, READERS);
  while (is("sign", ",") || is("relation") || is("stray")) {
    const { text, at } = take();
    const order = COMPARED[text];
    if (order !== undefined) {
      return [...out, ...pieces(at, "=", order, "("), ...list(cursor), ...pieces(typed.length, ")")];
    }
    out.push({ text, at }, ...segment(cursor, READERS));
  }
  return out;
}

/**
 * The plain words for what was typed, the arguments of functions in parentheses, products with their signs.
 *
 * @param typed a formula or a statement in plain letters, LaTeX or Unicode
 * @param names what names mean
 * @returns words in the order of the plain text
 * @throws InputError, with the position in what was typed, where it can be read in two ways, and for what `lexemesOf` refuses
 * Source: ours.
 */
export function plainPieces(typed: string, names: Names): Piece[] {
  const cursor = cursorOf(typed, names);
  const out = list(cursor);
  // A bracket that nothing opened: who reads the plain text tells.
  while (cursor.peek() !== undefined) out.push(cursor.take(), ...list(cursor));
  return out;
}
