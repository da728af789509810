/** The commands with which a help ends. */
export function examplesIn(help: string): string[] {
  const [, examples = ""] = /\nExamples?:\n((?: {2}.*\n)+)$/.exec(`${help.trimEnd()}\n`) ?? [];
  return examples
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The arguments of a command as a shell would read them: words, and texts in quotes. */
export const argumentsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, word]) => (double ?? single ?? word) as string,
  );
