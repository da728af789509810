import type { Cursor } from "./cursor.ts";
import type { Readers } from "./operands.ts";
import { type Piece, pieces, within } from "./pieces.ts";

/** What is raised: a sign and a factor after ^, or letters above the line. */
export function exponent(cursor: Cursor, { factor }: Readers): Piece[] | undefined {
  const { typed, peek, take, is, isFunction, refuse } = cursor;
  if (is("raised")) {
    const { text, at } = take();
    return within(at, pieces(at, ...(text.match(/[A-Za-z]+|\d+|./g) as string[])));
  }
  if (!is("sign", "^")) return undefined;
  take();
  const sign = is("sign", "-") || is("sign", "+") ? take() : undefined;
  const name = peek();
  const operand = factor(cursor);
  const after = peek();
  const touches = name?.kind === "name" && after?.kind === "open" && name.end === after.at;
  if (touches && !isFunction(name) && name.text !== "n") {
    throw refuse(
      after,
      `must have a sign between ${name.text} and its parenthesis, or could be a call, but has none`,
      "write a * or a space where a product is meant",
    );
  }
  if (operand === undefined) {
    throw refuse(peek() ?? { at: typed.length - 1 }, "must have a number, a name or a parenthesis after ^", "add it");
  }
  return sign === undefined ? operand : [{ text: sign.text, at: sign.at }, ...operand];
}

/** Everything that a factor is raised to, if anything. */
export function powers(cursor: Cursor, readers: Readers): Piece[] {
  const { peek, refuse } = cursor;
  const out: Piece[] = [];
  let above = false;
  for (let word = peek(); word !== undefined; word = peek()) {
    const power = exponent(cursor, readers);
    if (power === undefined) break;
    if (out.length > 0 && (above || word.kind === "raised")) {
      throw refuse(word, "must have parentheses where a power is raised, but has none", "add them");
    }
    above = word.kind === "raised";
    out.push(...pieces(word.at, "^"), ...power);
  }
  return out;
}
