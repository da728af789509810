import type { Cursor } from "./cursor.ts";
import { CALLED } from "./letters.ts";
import type { Lexeme } from "./lexeme.ts";
import { OPERANDS, type Readers } from "./operands.ts";
import { type Piece, pieces, within } from "./pieces.ts";
import { exponent, powers } from "./powers.ts";

/** Functions of several arguments, which parentheses must hold. */
const SEVERAL = ["min", "max", "binomial"];

/** An argument without parentheses: one factor and its powers, no more, or it could mean two things. */
function bare(cursor: Cursor, readers: Readers, called: Lexeme): Piece[] | undefined {
  const { peek, isFunction, refuse } = cursor;
  const first = peek();
  if (first === undefined || !OPERANDS.has(first.kind)) return undefined;
  if (isFunction(first)) return readers.factor(cursor);
  const out = readers.factor(cursor) as Piece[];
  const second = peek();
  // 2n is one word, as people write it; under a root it is not.
  if (first.kind === "number" && second?.kind === "name" && second.at === first.end && called.text !== "sqrt") {
    if (!isFunction(second)) out.push(...pieces(second.at, "*"), ...(readers.factor(cursor) as Piece[]));
  }
  out.push(...powers(cursor, readers));
  const after = peek();
  if (after !== undefined && OPERANDS.has(after.kind) && !isFunction(after)) {
    const rule = `must have parentheses around what ${called.text} takes, as more follows, but has none`;
    throw refuse(after, rule, `write ${called.text}(...)`);
  }
  return out;
}

/** A function with what it takes, its power (log^2 n) after it. */
export function call(cursor: Cursor, readers: Readers): Piece[] {
  const called = cursor.take();
  const { at } = called;
  const name = CALLED.get(called.text) as string;
  const power = exponent(cursor, readers);
  const argument = (): Piece[] | undefined => {
    if (cursor.is("open")) return readers.group(cursor);
    const one = SEVERAL.includes(name) ? undefined : bare(cursor, readers, called);
    return one && within(at, one);
  };
  const taken = argument();
  if (taken === undefined) {
    if (power) throw cursor.refuse(called, `must give ${name} its arguments, but has none`, `write ${name}(...)`);
    return pieces(at, name);
  }
  const value = [...pieces(at, name), ...taken];
  return power ? within(at, [...value, ...pieces(at, "^"), ...power]) : value;
}
