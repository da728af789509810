import { formulaError } from "../formulaError.ts";
import { COMMANDS, FRACTIONS, LANDAU, LETTERS, SIGN_COMMANDS, SIGNS, SUPERSCRIPTS } from "./letters.ts";
import { type Lexeme, matchAt, runOf } from "./lexeme.ts";
import { BARE, nameLexeme } from "./nameLexeme.ts";

const SPACE = /[ \t\u00a0\u2009\u200a\u202f]+|\\[,;:! ]|\\(?:q?quad|displaystyle)(?![A-Za-z])|\$+|\\[()[\]]/y;
const TILDE =
  /\\(?:wide)?tilde\s*(?:\{\s*(?<braced>\\mathcal\s*\{\s*O\s*\}|[^{}\s]+)\s*\}|(?<bare>\\?[A-Za-z]+|[ΘΩω]))|(?<over>[oOΘΩω\u{1d4aa}])(?:\u0303|~)|(?<one>[Õõ])|(?<plain>Theta|Omega|omega)~/uy;
const SCRIPT_O = /\\mathcal\s*(?:\{\s*O\s*\}|O(?![A-Za-z]))/y;
const WORDED = /\\(?:mathrm|mathit|mathsf|mathbf|text|textrm|operatorname)\s*\{\s*(?<word>[A-Za-z]\w*)\s*\}/y;
const BRACKET = /\\(?:left|right|[bB]igg?[lrm]?)\s*\\?(?<sized>[()[\]{}])|\\(?<escaped>[{}])|(?<bare>[(){}])/y;
const FRAC = /\\[dt]?(?<name>frac|binom)(?:\s*(?<over>\d)\s*(?<under>\d)|(?![A-Za-z]))/y;
const ROOT = /\\sqrt\s*\[\s*(?<degree>\d+)\s*\]/y;
const COMMAND = /\\(?<name>[A-Za-z]+)/y;
const LETTER = /(?<letter>\P{ASCII})(?<digits>\d*)/uy;
const WORD = /[A-Za-z]\w*/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SIGN = /<<|>>|<=|>=|[<>=]|[-+*/^,]/y;

/** What a rule finds at a place, if it is its own. */
type Rule = (typed: string, at: number) => Lexeme | undefined;

const signLexeme = (text: string, at: number, end: number): Lexeme => {
  if (text === "∧" || text === "∨") return { kind: "extreme", text, at, end };
  if ("({[".includes(text)) return { kind: "open", text, at, end };
  if (")}]".includes(text)) return { kind: "close", text, at, end };
  return { kind: "+-*/^,".includes(text) ? "sign" : "relation", text, at, end };
};

const groupsOf = (found: RegExpExecArray) => (found.groups ?? {}) as Record<string, string | undefined>;

/** Õ, \tilde{\Theta}, Omega~. */
const landau: Rule = (typed, at) => {
  const script = matchAt(SCRIPT_O, typed, at);
  if (script) return { kind: "name", text: "O", at, end: at + script[0].length };
  const found = matchAt(TILDE, typed, at);
  if (!found) return undefined;
  const { braced, bare, over, one, plain } = groupsOf(found);
  const letter = braced ?? bare ?? over ?? plain ?? (one === "õ" ? "o" : "O");
  const text = `${letter.startsWith("\\mathcal") ? "O" : (LETTERS[letter] ?? letter.replace(/^\\/, ""))}~`;
  return LANDAU.has(text) ? { kind: "name", text, at, end: at + found[0].length } : undefined;
};

const worded: Rule = (typed, at) => {
  const found = matchAt(WORDED, typed, at);
  return found
    ? nameLexeme(typed, at, groupsOf(found)["word"] as string, at + found[0].length, BARE.command)
    : undefined;
};

const bracket: Rule = (typed, at) => {
  const found = matchAt(BRACKET, typed, at);
  if (!found) return undefined;
  const { sized, escaped, bare } = groupsOf(found);
  return signLexeme((sized ?? escaped ?? bare) as string, at, at + found[0].length);
};

const fraction: Rule = (typed, at) => {
  const found = matchAt(FRAC, typed, at);
  if (!found) return undefined;
  const { name = "", over, under } = groupsOf(found);
  if (over !== undefined && name === "frac") {
    return { kind: "ratio", text: `${over}/${under}`, at, end: at + found[0].length };
  }
  return { kind: "frac", text: name, at, end: typed.indexOf(name, at) + name.length };
};

const root: Rule = (typed, at) => {
  const found = matchAt(ROOT, typed, at);
  return found ? { kind: "root", text: groupsOf(found)["degree"] as string, at, end: at + found[0].length } : undefined;
};

const command: Rule = (typed, at) => {
  const found = matchAt(COMMAND, typed, at);
  if (!found) return undefined;
  const [end, name] = [at + found[0].length, groupsOf(found)["name"] as string];
  if (Object.hasOwn(COMMANDS, name)) return nameLexeme(typed, at, COMMANDS[name] as string, end, BARE.command);
  if (Object.hasOwn(SIGN_COMMANDS, name)) return signLexeme(SIGN_COMMANDS[name] as string, at, end);
  throw formulaError(typed, at + 1, `must have commands of formulas, but has \\${name}`, "write it otherwise");
};

/** What stands for itself and is no ASCII. */
const letter: Rule = (typed, at) => {
  const found = matchAt(LETTER, typed, at);
  if (!found) return undefined;
  const { letter: one = "", digits = "" } = groupsOf(found);
  const end = at + one.length;
  if (Object.hasOwn(LETTERS, one)) {
    return nameLexeme(typed, at, `${LETTERS[one]}${digits}`, end + digits.length, BARE.letter);
  }
  if (one === "√") return { kind: "name", text: "sqrt", at, end };
  if (Object.hasOwn(FRACTIONS, one)) return { kind: "ratio", text: FRACTIONS[one] as string, at, end };
  if (Object.hasOwn(SIGNS, one)) return signLexeme(SIGNS[one] as string, at, end);
  const [raised, after] = runOf(SUPERSCRIPTS, typed, at);
  return raised === "" ? undefined : { kind: "raised", text: raised, at, end: after };
};

const plain: Rule = (typed, at) => {
  const word = matchAt(WORD, typed, at);
  if (word) return nameLexeme(typed, at, word[0], at + word[0].length, BARE.word);
  const number = matchAt(NUMBER, typed, at);
  if (number) return { kind: "number", text: number[0], at, end: at + number[0].length };
  const sign = matchAt(SIGN, typed, at);
  return sign ? signLexeme(sign[0], at, at + sign[0].length) : undefined;
};

const RULES: readonly Rule[] = [landau, worded, bracket, fraction, root, command, letter, plain];

/**
 * The words of a formula as people write it: plain, in LaTeX or in Unicode, mixed as they come.
 *
 * @param typed the text
 * @returns its words without spaces; a character that says nothing is one of kind "stray"
 * @throws InputError for a command that is not known, and for a subscript that is no name, with the position
 * Source: ours.
 * @example
 * lexemesOf("\\sigma_0^{2}").map(({ text }) => text).join(" ") // => "sigma_0 ^ { 2 }"
 * lexemesOf("n²·σ₀").map(({ text }) => text).join(" ") // => "n 2 * sigma_0"
 */
export function lexemesOf(typed: string): Lexeme[] {
  const found: Lexeme[] = [];
  for (let at = 0; at < typed.length; ) {
    const space = matchAt(SPACE, typed, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    let lexeme: Lexeme | undefined;
    for (const rule of RULES) {
      lexeme = rule(typed, at);
      if (lexeme) break;
    }
    const stray = String.fromCodePoint(typed.codePointAt(at) as number);
    found.push(lexeme ?? { kind: "stray", text: stray, at, end: at + stray.length });
    at = (found.at(-1) as Lexeme).end;
  }
  return found;
}
