import { InputError, show } from "./inputError.ts";

/** Inside of single quotes all is meant; inside of double ones, and outside, a backslash says so of what follows. */
const PIECE = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)|(\s+)|([\s\S])/g;

/**
 * The words of a command line, as a POSIX shell takes it apart, without anything else that a shell does: no variables, no patterns, no pipes.
 *
 * @param line words between spaces; quotes and backslashes as in a shell
 * @param field that has it, for errors
 * @returns the words
 * @throws InputError for a quote that is not closed
 * @example
 * wordsOf("python3 'my train.py' --width=64", "trainer") // => ["python3", "my train.py", "--width=64"]
 */
export function wordsOf(line: string, field: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const [, single, double, escaped, plain, space, rest] of line.matchAll(PIECE)) {
    if (rest !== undefined) {
      throw new InputError(`${field} must close every quote, but is ${show(line)}; close it`);
    }
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      const inside = double?.replaceAll(/\\(["\\$`])/g, "$1");
      word = `${word ?? ""}${single ?? inside ?? escaped ?? plain}`;
    }
  }
  return word === undefined ? words : [...words, word];
}
