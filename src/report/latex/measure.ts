/** Widths in ems of Computer Modern, which is wider than Times; what is not listed is as wide as a digit or a letter. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^\\times$/, 1.25],
  // A minus without spaces, in a superscript; elsewhere a hyphen is meant.
  [/^\\minus$/, 0.8],
  [/^\\(le|ge|ll|sim|implies|Rightarrow|wedge|ne)$/, 1.35],
  [/^\\(quad)$/, 1],
  [/^\\(qquad)$/, 2],
  [/^\\(left|right|Big|bigl|bigr|tilde|mathrm|tfrac|frac|sqrt|operatorname|textbackslash|textless|textgreater)$/, 0.3],
  [/^\\(log|min|max|sup|arg|Pr)$/, 1.6],
  [/^\\[,;! ]$/, 0.25],
  [/^\\./, 0.7],
  [/^[{}^_$]$/, 0],
  [/^[ijl.,:;'|!]$/, 0.29],
  [/^[frt()[\]/ -]$/, 0.4],
  [/^W$/, 1.1],
  [/^[mwM%]$/, 0.88],
  [/^[A-Z]$/, 0.74],
  [/^[+=<>]$/, 1.3],
];
const TOKEN = /\\[a-zA-Z]+|\\.|./gsu;

/** A superscript or subscript in braces, and how large it is. */
const RAISED = /(?<=[^\\])[\^_]\{([^{}]*)\}/;
const SCRIPT = 0.87;

/**
 * About how wide a piece of LaTeX is, rather too much than too little.
 *
 * @param latex text and inline math
 * @returns ems
 * @example
 * measure("12") // => 1.06
 */
export function measure(latex: string): number {
  const [base = "", ...raised] = latex.split(RAISED);
  const own = (base + raised.filter((_, k) => k % 2 === 1).join("")).match(TOKEN) ?? [];
  const ems = own.reduce((sum, token) => sum + (WIDTHS.find(([pattern]) => pattern.test(token))?.[1] ?? 0.53), 0);
  return (
    ems +
    SCRIPT *
      raised.filter((_, k) => k % 2 === 0).reduce((sum, script) => sum + measure(script.replaceAll("-", "\\minus")), 0)
  );
}

/** TeX breaks a formula after these, where no brace is open. */
const AFTER = /^([=<>+-]|\\(le|ge|ll|sim|implies|Rightarrow|wedge|ne))$/;

/** The pieces of a formula that TeX does not break. */
function ofMath(math: string): string[] {
  const pieces = [""];
  let depth = 0;
  for (const token of math.match(TOKEN) ?? []) {
    if (token === "{" || token === "\\left") depth++;
    if (token === "}" || token === "\\right") depth--;
    pieces[pieces.length - 1] += token;
    if (depth === 0 && AFTER.test(token)) pieces.push("");
  }
  return pieces;
}

/**
 * The pieces of a cell that TeX does not break: words, parts of words up to a hyphen, and formulas up to a relation.
 *
 * @param latex text and inline math
 * @returns pieces without spaces at their ends
 * @example
 * unbreakable("at most $n + 1$ in-scope") // => ["at", "most", "$n +", "1$", "in-", "scope"]
 */
export function unbreakable(latex: string): string[] {
  const pieces = [""];
  for (const token of latex.match(/\$[^$]*\$|\s+|[^\s$]+/gu) ?? []) {
    if (/^\s+$/.test(token)) pieces.push("");
    else {
      const [first = "", ...others] = token.startsWith("$") ? ofMath(token) : token.split(/(?<=[a-z]-)(?=[a-z0-9])/);
      pieces[pieces.length - 1] += first;
      pieces.push(...others);
    }
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** A space between words, in ems. */
const SPACE = 0.33;

/**
 * About how many lines a cell takes.
 *
 * @param latex text and inline math
 * @param width of the cell, in ems
 * @returns lines, at least 1
 * @example
 * linesOf("one two", 3) // => 2
 */
export function linesOf(latex: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const own of unbreakable(latex).map(measure)) {
    const fits = used === 0 || used + SPACE + own <= width;
    if (!fits) lines++;
    used = fits && used > 0 ? used + SPACE + own : own;
  }
  return lines;
}
