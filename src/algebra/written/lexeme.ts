/** A word of what was typed: what it says, and where it stands, from 0. */
export interface Lexeme {
  readonly kind:
    | "name"
    | "number"
    /** + - * / ^ and the comma. */
    | "sign"
    | "relation"
    /** ∧ or ∨. */
    | "extreme"
    | "open"
    | "close"
    /** What stands raised, in plain letters. */
    | "raised"
    /** A fraction of two digits. */
    | "ratio"
    /** frac or binom, two parts of which follow. */
    | "frac"
    /** A k-th root, k. */
    | "root"
    | "stray";
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** What a pattern (sticky) finds at a place. */
export function matchAt(pattern: RegExp, typed: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(typed);
}

/** Letters from a place on that a table has, as it has them, and where they end. */
export function runOf(
  table: Readonly<Record<string, string>>,
  typed: string,
  from: number,
): [text: string, end: number] {
  let [text, end] = ["", from];
  while (Object.hasOwn(table, typed[end] ?? "")) text += table[typed[end++] as string];
  return [text, end];
}
