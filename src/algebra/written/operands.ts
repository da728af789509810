import type { Cursor } from "./cursor.ts";
import type { Lexeme } from "./lexeme.ts";
import type { Piece } from "./pieces.ts";

/** What can begin a factor. */
export const OPERANDS: ReadonlySet<Lexeme["kind"]> = new Set(["name", "number", "open", "ratio", "frac", "root"]);

/** Readers of parts that hold one another: powers have factors in them, factors calls, calls powers. */
export interface Readers {
  /** One operand, and perhaps the ! after it; undefined where none begins. */
  readonly factor: (cursor: Cursor) => Piece[] | undefined;
  /** What stands in brackets, with them. */
  readonly group: (cursor: Cursor) => Piece[];
}
