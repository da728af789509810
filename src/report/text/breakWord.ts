/** What is never cut in two: a number, or a name with its digits. */
const ATOM = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[\p{L}_]+\d*|./gsu;

const lengthOf = (text: string) => [...text].length;

/** An atom that is longer than a line: only then is it cut. */
function cut(atom: string, width: number): string[] {
  const signs = [...atom];
  return Array.from({ length: Math.ceil(signs.length / width) }, (_, k) =>
    signs.slice(k * width, (k + 1) * width).join(""),
  );
}

/**
 * A word in pieces that fit: cut between its parts, never within a number or a name that would itself fit.
 *
 * @param word without spaces
 * @param width of a piece, >= 1
 * @returns the pieces; together they are the word
 * @example
 * breakWord("n^(1/4)*0.0125", 10) // => ["n^(1/4)*", "0.0125"]
 */
export function breakWord(word: string, width: number): string[] {
  if (lengthOf(word) <= width) return [word];
  const pieces = [""];
  for (const atom of word.match(ATOM) ?? []) {
    for (const part of lengthOf(atom) > width ? cut(atom, width) : [atom]) {
      const last = pieces.at(-1) as string;
      if (last === "" || lengthOf(last) + lengthOf(part) <= width) pieces[pieces.length - 1] = last + part;
      else pieces.push(part);
    }
  }
  return pieces;
}
