import type { Expression } from "../../src/algebra/formula.ts";

/** How names are written in Coq, and which of its powers is meant: of a natural exponent, or of a real one. */
export interface Words {
  readonly name: (name: string) => string;
  readonly power: "pow" | "Rpower";
}

const CALLS: Readonly<Record<string, string>> = { sqrt: "sqrt", log: "ln", min: "Rmin", max: "Rmax" };

/** How tightly a text holds together: of a sum 0, a product 1, a sign or a power 2, an application 3, a name or number 4. */
interface Written {
  readonly text: string;
  readonly level: 0 | 1 | 2 | 3 | 4;
}

const atLeast = (level: number, written: Written): string =>
  written.level >= level ? written.text : `(${written.text})`;

const applied = (name: string, args: readonly Written[]): Written => ({
  text: [name, ...args.map((arg) => atLeast(4, arg))].join(" "),
  level: 3,
});

function write(tree: Expression, words: Words): Written {
  if (tree.kind === "number")
    return { text: tree.value.toFraction().replace("/", " / "), level: tree.value.d === 1n ? 4 : 1 };
  if (tree.kind === "symbol") {
    const text = words.name(tree.name);
    return { text, level: text.includes(" ") ? 3 : 4 };
  }
  if (tree.kind === "negative") return { text: `- ${atLeast(3, write(tree.of, words))}`, level: 1 };
  if (tree.kind === "call") {
    return applied(
      CALLS[tree.name] as string,
      tree.of.map((arg) => write(arg, words)),
    );
  }
  const [left, right] = [write(tree.left, words), write(tree.right, words)];
  if (tree.operator === "^") {
    return words.power === "Rpower"
      ? applied("Rpower", [left, right])
      : { text: `${atLeast(3, left)} ^ ${atLeast(4, right)}`, level: 2 };
  }
  const level = tree.operator === "+" || tree.operator === "-" ? 0 : 1;
  return { text: `${atLeast(level, left)} ${tree.operator} ${atLeast(level + 1, right)}`, level };
}

/**
 * A formula as a term of Coq's reals.
 *
 * @param tree of `parseFormula`
 * @param words names, and the power that ^ stands for
 * @returns the term, with no parentheses that it can do without
 * Source: ours.
 * @example
 * const [kind, at] = ["symbol", 1]
 * coqOf({ kind: "call", name: "sqrt", of: [{ kind, name: "d", at }], at }, { name: (name) => `${name} e n`, power: "pow" }) // => "sqrt (d e n)"
 */
export const coqOf = (tree: Expression, words: Words): string => write(tree, words).text;

/** A factor before a term; none where it is 1. */
export const times = (factor: number, term: string): string => (factor === 1 ? term : `${factor} * ${term}`);
