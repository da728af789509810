/** Columns of the long text, wherever it goes. */
export const COLUMNS = 80;

/**
 * A text on lines of at most 80 columns, all of them indented; a longer word keeps a line of its own.
 *
 * @param text words with spaces between them
 * @param by columns to indent
 * @returns lines
 * Source: ours.
 * @example
 * wrap("a b", 2) // => "  a b"
 */
export function wrap(text: string, by: number): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && by + last.length + 1 + word.length <= COLUMNS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => " ".repeat(by) + line).join("\n");
}
