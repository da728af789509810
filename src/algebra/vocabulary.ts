/** How many arguments a function takes. */
export interface Arity {
  readonly least: number;
  readonly most: number;
}

/** The words that a formula may use. */
export interface Vocabulary {
  /** Names of numbers. */
  readonly symbols: readonly string[];
  readonly functions: Readonly<Record<string, Arity>>;
  /** Names that have a meaning in exponents alone. */
  readonly exponents?: readonly string[];
  /** Whether any other name may stand in an exponent, too. */
  readonly anyExponent?: boolean;
  /** A formula in these words, shown to whoever gave an empty one. */
  readonly such: string;
}

/**
 * Whether a formula may use a word.
 *
 * @param vocabulary its symbols, functions and exponents
 * @param name the word
 * @returns whether it is one of them
 * @example
 * knows({ symbols: ["g"], functions: { sqrt: { least: 1, most: 1 } }, such: "g" }, "sqrt") // => true
 */
export const knows = ({ symbols, functions, exponents = [] }: Vocabulary, name: string): boolean =>
  symbols.includes(name) || Object.hasOwn(functions, name) || exponents.includes(name);

/**
 * The words as a sentence lists them.
 *
 * @param vocabulary any
 * @returns symbols; functions; exponents, where there are any
 * @example
 * wordsOf({ symbols: ["g", "w"], functions: { abs: { least: 1, most: 1 } }, such: "g" }) // => "g, w; abs"
 */
export function wordsOf({ symbols, functions, exponents = [] }: Vocabulary): string {
  const others = exponents.length > 0 ? `; in exponents also ${exponents.join(", ")}` : "";
  return `${symbols.join(", ")}; ${Object.keys(functions).join(", ")}${others}`;
}
