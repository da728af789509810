/** A word of the plain text, and where in the typed one its reason stands, from 0. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

/** Words that stand for one place of what was typed. */
export const pieces = (at: number, ...texts: readonly string[]): Piece[] => texts.map((text) => ({ text, at }));

export const within = (at: number, inside: readonly Piece[]): Piece[] => [
  ...pieces(at, "("),
  ...inside,
  ...pieces(at, ")"),
];

export const inBrackets = (at: number, operand: readonly Piece[]) =>
  operand[0]?.text === "(" ? operand : within(at, operand);

/** One word, or more in brackets. */
export const closed = (operand: readonly Piece[]) =>
  operand.length === 1 ? operand : inBrackets(operand[0]?.at ?? 0, operand);
