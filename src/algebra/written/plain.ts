import { formulaError } from "../formulaError.ts";
import { CALLED, COMPARED, LANDAU } from "./letters.ts";
import type { Lexeme } from "./lexeme.ts";
import { lexemesOf } from "./lexemes.ts";
import type { Names } from "./names.ts";

/** A word of the plain text, and where in the typed one its reason stands, from 0. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

/** As many parentheses in one another as plain formulas may have. */
const DEEPEST = 50;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "{": "}", "[": "]" };

/** What can begin a factor. */
const OPERANDS: ReadonlySet<Lexeme["kind"]> = new Set(["name", "number", "open", "ratio", "frac", "root"]);

/**
 * The plain words for what was typed, the arguments of functions in parentheses, products with their signs.
 *
 * @param typed a formula or a statement in plain letters, LaTeX or Unicode
 * @param names what names mean
 * @returns words in the order of the plain text
 * @throws InputError, with the position in what was typed, where it can be read in two ways, and for what `lexemesOf` refuses
 * Source: ours.
 */
export function plainPieces(typed: string, names: Names): Piece[] {
  const words = lexemesOf(typed);
  let next = 0;
  let depth = 0;

  const peek = (ahead = 0): Lexeme | undefined => words[next + ahead];
  const take = (): Lexeme => words[next++] as Lexeme;
  const is = (kind: Lexeme["kind"], text?: string) =>
    peek()?.kind === kind && (text === undefined || peek()?.text === text);
  const refuse = ({ at }: { at: number }, rule: string, remedy: string) => formulaError(typed, at + 1, rule, remedy);
  const pieces = (at: number, ...texts: readonly string[]): Piece[] => texts.map((text) => ({ text, at }));
  const isFunction = (word: Lexeme | undefined): boolean =>
    word?.kind === "name" && !names.known.has(word.text) && CALLED.has(word.text);
  const isRoot = ({ text }: Lexeme) => text === "sqrt";
  const within = (at: number, inside: readonly Piece[]) => [...pieces(at, "("), ...inside, ...pieces(at, ")")];
  const inBrackets = (at: number, operand: readonly Piece[]) =>
    operand[0]?.text === "(" ? operand : within(at, operand);
  /** One word, or more in brackets. */
  const closed = (operand: readonly Piece[]) =>
    operand.length === 1 ? operand : inBrackets(operand[0]?.at ?? 0, operand);

  /** What is read inside something; more levels could exhaust the stack. */
  const deeper = <Value>(at: Lexeme, read: () => Value): Value => {
    if (depth === DEEPEST) {
      throw refuse(at, `must have at most ${DEEPEST} parentheses in one another, but has more`, "simplify it");
    }
    depth++;
    const value = read();
    depth--;
    return value;
  };

  /** What stands in brackets, with them. */
  const group = (): Piece[] => {
    const open = take();
    const inside = deeper(open, list);
    const close = peek();
    if (close === undefined) {
      throw refuse(open, `must be complete, but has a ${open.text} that nothing closes`, `add a ${CLOSING[open.text]}`);
    }
    if (close.text !== CLOSING[open.text]) {
      throw refuse(
        close,
        `must close a ${open.text} with a ${CLOSING[open.text]}, but has a ${close.text}`,
        "correct it",
      );
    }
    next++;
    return [...pieces(open.at, "("), ...inside, ...pieces(close.at, ")")];
  };

  /** Parts between commas and relations, until a bracket closes. */
  const list = (): Piece[] => {
    const out = segment();
    while (is("sign", ",") || is("relation") || is("stray")) {
      const { text, at } = take();
      const order = COMPARED[text];
      if (order !== undefined) return [...out, ...pieces(at, "=", order, "("), ...list(), ...pieces(typed.length, ")")];
      out.push({ text, at }, ...segment());
    }
    return out;
  };

  /** What is raised: a sign and a factor after ^, or letters above the line. */
  const exponent = (): Piece[] | undefined => {
    if (is("raised")) {
      const { text, at } = take();
      return within(at, pieces(at, ...(text.match(/[A-Za-z]+|\d+|./g) as string[])));
    }
    if (!is("sign", "^")) return undefined;
    take();
    const sign = is("sign", "-") || is("sign", "+") ? take() : undefined;
    const name = peek();
    const operand = factor();
    const after = peek();
    if (name?.kind === "name" && !isFunction(name) && name.text !== "n" && after?.kind === "open" && name.end === after.at) {
      throw refuse(after, `must have a sign between ${name.text} and its parenthesis, or could be a call, but has none`, "write a * or a space where a product is meant");
    }
    if (operand === undefined) {
      throw refuse(peek() ?? { at: typed.length - 1 }, "must have a number, a name or a parenthesis after ^", "add it");
    }
    return sign === undefined ? operand : [{ text: sign.text, at: sign.at }, ...operand];
  };

  /** An argument without parentheses: one factor and its powers, no more, or it could mean two things. */
  const bare = (called: Lexeme): Piece[] | undefined => {
    const first = peek();
    if (first === undefined || !OPERANDS.has(first.kind)) return undefined;
    if (isFunction(first)) return factor();
    const out = factor() as Piece[];
    const second = peek();
    // 2n is one word, as people write it; under a root it is not.
    if (first.kind === "number" && second?.kind === "name" && second.at === first.end && !isRoot(called)) {
      if (!isFunction(second)) out.push(...pieces(second.at, "*"), ...(factor() as Piece[]));
    }
    out.push(...powers());
    const after = peek();
    if (after !== undefined && OPERANDS.has(after.kind) && !isFunction(after)) {
      const rule = `must have parentheses around what ${called.text} takes, as more follows, but has none`;
      throw refuse(after, rule, `write ${called.text}(...)`);
    }
    return out;
  };

  /** Everything that a factor is raised to, if anything. */
  const powers = (): Piece[] => {
    const out: Piece[] = [];
    let above = false;
    for (let word = peek(); word !== undefined; word = peek()) {
      const power = exponent();
      if (power === undefined) break;
      if (out.length > 0 && (above || word.kind === "raised")) {
        throw refuse(word, "must have parentheses where a power is raised, but has none", "add them");
      }
      above = word.kind === "raised";
      out.push(...pieces(word.at, "^"), ...power);
    }
    return out;
  };

  const call = (): Piece[] => {
    const called = take();
    const name = CALLED.get(called.text) as string;
    const power = exponent();
    const argument = is("open")
      ? group()
      : ["min", "max", "binomial"].includes(name)
        ? undefined
        : ((inside) => inside && within(called.at, inside))(bare(called));
    if (argument === undefined) {
      if (power) throw refuse(called, `must give ${name} its arguments, but has none`, `write ${name}(...)`);
      return pieces(called.at, name);
    }
    const value = [...pieces(called.at, name), ...argument];
    return power ? within(called.at, [...value, ...pieces(called.at, "^"), ...power]) : value;
  };

  /** One of the two parts of a fraction. */
  const part = (frac: Lexeme): readonly Piece[] => {
    const one = peek();
    const operand = one?.kind === "number" && one.text.length > 1 ? undefined : factor();
    if (operand === undefined) throw refuse(one ?? frac, "must have two parts of a fraction in braces", "add them");
    return closed(operand);
  };

  /** One operand, and perhaps the ! after it. */
  const factor = (): Piece[] | undefined => {
    const operand = operandHere();
    if (operand === undefined || !is("stray", "!")) return operand;
    const at = operand[0]?.at ?? 0;
    take();
    // n!! is the product of every other number, to most.
    if (is("stray", "!")) {
      const rule = "must have parentheses between one ! and the next, but has none";
      throw refuse(peek() as Lexeme, rule, "write (n!)!");
    }
    return [...pieces(at, "factorial"), ...inBrackets(at, operand)];
  };

  const operandHere = (): Piece[] | undefined => {
    const word = peek();
    if (word === undefined || !OPERANDS.has(word.kind)) return undefined;
    const { at, text } = word;
    if (word.kind === "open") return group();
    if (isFunction(word)) return deeper(word, call);
    take();
    if (word.kind === "number") return pieces(at, text);
    if (word.kind === "ratio") return within(at, pieces(at, ...text.split(/(\/)/)));
    if (word.kind === "frac") {
      const [over, under] = [part(word), part(word)];
      return text === "binom"
        ? [...pieces(at, "binomial"), ...within(at, [...over, ...pieces(at, ","), ...under])]
        : within(at, [...over, ...pieces(at, "/"), ...under]);
    }
    if (word.kind === "root") {
      const operand = factor();
      if (operand === undefined) throw refuse(word, "must have something under the root", "add it");
      return within(at, [...closed(operand), ...pieces(at, "^", "(", "1", "/", text, ")")]);
    }
    if (LANDAU.has(text) && !names.known.has(text) && is("open")) return [...pieces(at, text), ...group()];
    if (text === "e" && !names.known.has(text) && is("sign", "^")) {
      return [...pieces(at, "exp"), ...inBrackets(at, exponent() as Piece[])];
    }
    return pieces(at, names.known.has(text) ? text : (names.spelled.get(text) ?? text));
  };

  /** Whether brackets after a name could be the arguments of a function: right after a word other than n, or with nothing but names in them. */
  const couldBeCall = (name: Lexeme | undefined, open: Lexeme, inside: readonly Piece[]) => {
    if (name?.kind !== "name" || isFunction(name)) return false;
    if (name.end === open.at && name.text !== "n" && /[A-Za-z]/.test(typed[name.at] as string)) return true;
    return inside.slice(1, -1).every(({ text }) => text === "," || (/^[A-Za-z]/.test(text) && !CALLED.has(text)));
  };

  /** Sums, products and quotients up to a comma, a relation or the end; ∧ and ∨ between them. */
  function segment(): Piece[] {
    const done: Piece[][] = [];
    let out: Piece[] = [];
    let extreme: Lexeme | undefined;
    let sum: Lexeme | undefined;
    /** The / whose divisor stands here, if it is one of two numbers or not. */
    let divided: "no" | "numbers" | "yes" = "no";
    let before: Lexeme | undefined;
    for (let word = peek(); word !== undefined; word = peek()) {
      if (word.kind === "extreme") {
        if (extreme !== undefined && extreme.text !== word.text) {
          throw refuse(word, "must have parentheses where ∧ and ∨ meet, but has none", "add them");
        }
        extreme = take();
        done.push(out);
        [out, before, divided] = [[], undefined, "no"];
      } else if (word.kind === "raised" || (word.text === "^" && before !== undefined)) {
        if (before === undefined) throw refuse(word, "must raise something, but has nothing there", "add it");
        out.push(...powers());
        before = { ...word, kind: "raised" };
        if (divided === "numbers") divided = "yes";
      } else if (word.kind === "sign" && word.text !== ",") {
        if (before !== undefined && (word.text === "+" || word.text === "-")) sum = word;
        const numbers = before?.kind === "number" && !["^", "/", "*"].includes(out.at(-2)?.text ?? "");
        divided = word.text !== "/" ? "no" : numbers && peek(1)?.kind === "number" ? "numbers" : "yes";
        out.push(take());
        before = undefined;
      } else if (OPERANDS.has(word.kind)) {
        const inside = factor() as Piece[];
        if (before !== undefined && !(before.kind === "number" && word.kind === "number")) {
          if (divided === "yes") {
            const rule = "must have parentheses where a product without sign follows a /, but has none";
            throw refuse(word, rule, "write a/(b c), or (a/b) c");
          }
          if (word.kind !== "open" || !couldBeCall(before, word, inside)) out.push(...pieces(word.at, "*"));
        }
        out.push(...inside);
        before = word;
      } else break;
    }
    if (extreme === undefined) return out;
    if (sum !== undefined) {
      throw refuse(sum, `must have parentheses where ${extreme.text} meets a sum, but has none`, "add them");
    }
    const name = extreme.text === "∧" ? "min" : "max";
    const all = [...done, out].flatMap((one, k) => (k === 0 ? one : [...pieces(extreme.at, ","), ...one]));
    const at = all[0]?.at ?? extreme.at;
    return [...pieces(at, name), ...within(at, all)];
  }

  const out = list();
  // A bracket that nothing opened: who reads the plain text tells.
  while (peek() !== undefined) out.push(take(), ...list());
  return out;
}
