import { escape } from "./escape.ts";
import { latexNumber } from "./number.ts";

/** Names that our words and columns have, and the papers' letters for them. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ...{
    n: "n",
    d: "d",
    s: "s",
    m: "m",
    q: "q",
    b: "b",
    B: "B",
    D: "D",
    l: "l",
    sigmaP: "\\sigma_p",
    sigma0: "\\sigma_0",
  },
  ...{ alpha: "\\alpha", eta: "\\eta", lr: "\\eta", lambda: "\\lambda", weightDecay: "\\lambda", batchSize: "b" },
  ...{ eps: "\\epsilon", beta: "\\beta", b1: "\\beta_1", b2: "\\beta_2", beta1: "\\beta_1", beta2: "\\beta_2" },
};

/** Words that stand for themselves in a sentence: articles and the like, but for their one letter, are none. */
const ALONE = Object.keys(SYMBOLS).filter((name) => name.length > 1);

const ORDERS: Readonly<Record<string, string>> = {
  ...{ Theta: "\\Theta", O: "O", o: "o", Omega: "\\Omega", omega: "\\omega" },
  ...{
    "Theta~": "\\tilde\\Theta",
    "O~": "\\tilde O",
    "o~": "\\tilde o",
    "Omega~": "\\tilde\\Omega",
    "omega~": "\\tilde\\omega",
  },
};

const RELATIONS: Readonly<Record<string, string>> = {
  ">=": "\\ge",
  "<=": "\\le",
  "<": "<",
  ">": ">",
  "=": "=",
  "-": "-",
};
const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const NAME = `(?:${Object.keys(SYMBOLS).join("|")})`;
/** What is math in a sentence: orders, powers, relations between a letter and a number, relations, names of several letters. */
const MATH = new RegExp(
  [
    String.raw`(?<order>\b(?:Theta|Omega|omega|O|o)~?)(?<of>\([^()]*(?:\([^()]*\))?[^()]*\))`,
    String.raw`(?<log>\(?log n\)?\^?\d*)`,
    String.raw`\b(?<power>${NAME})\^(?<exponent>\([^()]*\)|\d+)`,
    String.raw`\b(?<left>${NAME}) ?(?<sign>>=|<=|[=<>]) ?(?<right>${NUMBER})`,
    String.raw`(?<relation>>=|<=|[<>=]|(?<= )-(?= ))`,
    String.raw`\b(?<name>${ALONE.join("|")})\b`,
  ].join("|"),
  "gu",
);

const bare = (math: string) => math.replace(/^\$(.*)\$$/s, "$1");

/** The inside of an order's brackets, in our words, as math. */
const inner = (text: string): string =>
  text
    .replaceAll(/\b[A-Za-z]\w*\b/g, (name) => SYMBOLS[name] ?? name)
    .replaceAll(/\^\(([^()]*)\)/g, "^{$1}")
    .replaceAll("...", "\\cdot")
    .replaceAll(/\blog\b/g, "\\log");

/**
 * The letter of a name, as math.
 *
 * @param name of a column or a parameter
 * @returns LaTeX, dollar signs included; undefined where the papers have no letter for it
 * @example
 * symbol("weightDecay") // => "$\\lambda$"
 */
export const symbol = (name: string): string | undefined => SYMBOLS[name] && `$${SYMBOLS[name]}$`;

/**
 * A sentence of ours as LaTeX: its symbols, orders, relations and numbers in math mode, the rest escaped.
 *
 * @param text plain
 * @returns LaTeX
 * @example
 * latexWords("Adam, lambda=1e-5, at most o(1)") // => "Adam, $\\lambda = 10^{-5}$, at most $o(1)$"
 */
export function latexWords(text: string): string {
  let latex = "";
  let end = 0;
  for (const match of text.matchAll(MATH)) {
    const { order, of, log, power, exponent, left, sign, right, relation, name } = match.groups ?? {};
    const math = order
      ? `${ORDERS[order]}${inner(of as string)}`
      : log
        ? log.replace("log", "\\log")
        : power
          ? `${SYMBOLS[power]}^{${(exponent as string).replaceAll(/[()]/g, "")}}`
          : left
            ? `${SYMBOLS[left]} ${RELATIONS[sign as string]} ${bare(latexNumber(Number(right)))}`
            : relation
              ? RELATIONS[relation]
              : SYMBOLS[name as string];
    latex += `${escape(text.slice(end, match.index))}$${math}$`;
    end = match.index + match[0].length;
  }
  return latex + escape(text.slice(end));
}
