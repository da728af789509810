/**
 * Words as they are typed into a POSIX shell.
 *
 * @param words such as names of files
 * @returns a line; words that a shell would take apart stand in quotes
 * @example
 * shell(["cmp", "my run.json", "b.json"]) // => "cmp 'my run.json' b.json"
 */
export const shell = (words: readonly string[]): string =>
  words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
