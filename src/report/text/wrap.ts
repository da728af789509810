import { breakWord } from "./breakWord.ts";

/** What lines begin with: the first one, and those that follow. */
export interface Margins {
  readonly first?: string;
  readonly others?: string;
}

/** "n = 200" stays on one line where it is at most this share of it. */
const TOGETHER = 0.5;
const RELATION = /^(=|<|>|<=|>=)$/;

/** Words with what is said of them: no line begins or ends at a relation. */
function together(words: readonly string[], most: number): string[] {
  const joined: string[] = [];
  for (let k = 0; k < words.length; k++) {
    const three = words.slice(k, k + 3).join(" ");
    const glue = k + 2 < words.length && RELATION.test(words[k + 1] as string) && three.length <= most;
    joined.push(glue ? three : (words[k] as string));
    if (glue) k += 2;
  }
  return joined;
}

/**
 * A paragraph on lines of at most `width` characters, broken at spaces; a word that is longer than a line is cut between its parts.
 *
 * @param text words with spaces between them
 * @param width of a line with its margin; at least one character stands beside a margin, whatever the width
 * @param margins what the first line begins with (default: nothing), and the others (default: as many spaces as the first)
 * @returns the lines; one without words is one line
 * @example
 * wrap("one two three", 9, { first: "- " }) // => ["- one two", "  three"]
 */
export function wrap(text: string, width: number, { first = "", others = " ".repeat(first.length) }: Margins = {}) {
  const room = (line: number) => Math.max(1, width - (line === 0 ? first : others).length);
  const lines = [""];
  for (const word of together(text.split(/ +/), room(1) * TOGETHER)) {
    const last = lines.length - 1;
    const line = lines[last] as string;
    const longer = line === "" ? word : `${line} ${word}`;
    if ([...longer].length <= room(last)) lines[last] = longer;
    else if ([...word].length <= room(1)) lines.push(word);
    else {
      if (line === "") lines.pop();
      lines.push(...breakWord(word, Math.min(room(0), room(1))));
    }
  }
  return lines.map((line, k) => `${k === 0 ? first : others}${line}`.trimEnd());
}
