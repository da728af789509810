/** Where a list of formulas may go on in the next line: wide spaces, and narrow ones after a comma or a semicolon. */
const WIDE = /^(\\qquad|\\quad)/;
const NARROW = /^\\[ ;]/;
const OPENING = /^(\{|\\left\b|\\begin\b)/;
const CLOSING = /^(\}|\\right\b|\\end\b)/;
const TOKEN = /^(\\[a-zA-Z]+|\\.|.)/su;

/**
 * Parts a formula at the wide spaces between its parts, so that a line that is too long can be broken there.
 *
 * @param latex any
 * @returns its parts, in order
 * @example
 * parted("a = 1,\\quad b_{x\\ y} = 2") // => ["a = 1,", "b_{x\\ y} = 2"]
 */
export function parted(latex: string): string[] {
  const parts = [""];
  let depth = 0;
  for (let rest = latex; rest !== ""; ) {
    const last = parts.at(-1) as string;
    const space = WIDE.exec(rest) ?? (/[,;]\s*$/.test(last) ? NARROW.exec(rest) : null);
    const token = (space ?? TOKEN.exec(rest))?.[0] as string;
    if (OPENING.test(token)) depth++;
    if (CLOSING.test(token)) depth--;
    if (space && depth === 0) parts.push("");
    else parts[parts.length - 1] = last + token;
    rest = rest.slice(token.length);
  }
  // A space after a backslash is a command.
  return parts.map((part) => part.trimStart().replace(/(?<!\\)\s+$/, "")).filter((part) => part !== "");
}
