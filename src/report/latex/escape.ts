const LATEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
};

/**
 * Text as LaTeX.
 *
 * @param text any
 * @returns LaTeX that prints it
 * @example
 * escape("100% of a_b") // => "100\\% of a\\_b"
 */
export const escape = (text: string): string =>
  text.replaceAll(/[\\~^<>]|[&%$#_{}]/g, (character) => LATEX[character] ?? `\\${character}`);
