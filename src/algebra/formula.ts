import { InputError, show } from "../setting/inputError.ts";
import { formulaError } from "./formulaError.ts";
import { Fraction, type MathNode, parse } from "./mathjs.ts";
import { type Token, tokensOf } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { asTyped, type Written } from "./written/written.ts";

export type Operator = "+" | "-" | "*" | "/" | "^";

/** A formula as a tree; `at` is where its first name or number stands in the text, from 1. */
export type Expression =
  | { readonly kind: "number"; readonly value: Fraction; readonly at: number }
  | { readonly kind: "symbol"; readonly name: string; readonly at: number }
  | { readonly kind: "call"; readonly name: string; readonly of: readonly Expression[]; readonly at: number }
  | { readonly kind: "negative"; readonly of: Expression; readonly at: number }
  | {
      readonly kind: "operator";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    };

export interface Formula {
  readonly text: string;
  readonly tree: Expression;
  /** mathjs's tree, for LaTeX. */
  readonly node: MathNode;
}

/** 1.5e-3 exactly; as wide as the doubles, so that nobody's typing error fills the memory with digits. */
function fractionFrom(formula: string, { text, at }: Token): Fraction {
  const [digits = "", exponent = "0"] = text.toLowerCase().split("e");
  if (Math.abs(Number(exponent)) > 308)
    throw formulaError(formula, at, `must have numbers from 1e-308 to 1e308, but has ${text}`, "correct it");
  return new Fraction(digits.replace(/\.$/, "").replace(/^\./, "0.")).mul(new Fraction(10).pow(Number(exponent)));
}

type Node = MathNode & {
  name?: string;
  op?: string;
  fn?: { name: string };
  args?: Node[];
  content?: Node;
};

/** The tree of mathjs as ours; leaves are met in the order of the text, which is how they get their places. */
function treeOf(text: string, root: Node, tokens: readonly Token[], functions: Vocabulary["functions"]): Expression {
  const leaves = tokens.filter((token) => token.leaf);
  let next = 0;
  const leaf = () => leaves[next++] as Token;
  const walk = (node: Node): Expression => {
    if (node.content) return walk(node.content);
    if (node.type === "ConstantNode") {
      const token = leaf();
      return { kind: "number", value: fractionFrom(text, token), at: token.at };
    }
    if (node.type === "SymbolNode") {
      const { at } = leaf();
      const name = node.name as string;
      if (Object.hasOwn(functions, name)) {
        throw formulaError(
          text,
          at,
          `must give ${name} its arguments in parentheses, but has none`,
          `write ${name}(...)`,
        );
      }
      return { kind: "symbol", name, at };
    }
    if (node.type === "FunctionNode") {
      const { at } = leaf();
      const name = node.fn?.name as string;
      const taken = Object.hasOwn(functions, name) ? functions[name] : undefined;
      if (taken === undefined) {
        const rule = `must call only ${Object.keys(functions).join(", ")}, but calls ${show(name)}`;
        throw formulaError(text, at, rule, "write a * before the parenthesis if a product is meant");
      }
      const of = (node.args as Node[]).map(walk);
      const { least, most } = taken;
      if (of.length < least || of.length > most) {
        const count = least === most ? "one argument" : `${least} or more arguments`;
        throw formulaError(text, at, `must give ${name} ${count}, but gives ${of.length}`, "correct it");
      }
      return { kind: "call", name, of, at };
    }
    const [first, second] = node.args as [Node, Node?];
    const left = walk(first);
    if (second === undefined) return node.op === "-" ? { kind: "negative", of: left, at: left.at } : left;
    return { kind: "operator", operator: node.op as Operator, left, right: walk(second), at: left.at };
  };
  return walk(root);
}

/** Longer ones are no formulas of a paper. */
const LONGEST = 1000;

/**
 * Reads a formula.
 *
 * @param formula names, numbers, + - * / ^, the vocabulary's functions, parentheses; "2 n" is a product; or what stands for such a text
 * @param vocabulary the names that are allowed
 * @returns its tree with positions; nothing is evaluated
 * @throws InputError, one sentence with the position from 1
 * Source: ours; the grammar is mathjs's, restricted.
 * @example
 * readFormula("2 n^-1", { symbols: ["n"], functions: {}, such: "n" }).tree.kind // => "operator"
 */
export function readFormula(formula: string | Written, vocabulary: Vocabulary): Formula {
  const written = typeof formula === "string" ? asTyped(formula) : formula;
  const text = written.typed;
  if (written.plain.trim() === "")
    throw new InputError(`a formula must not be empty, but is ${show(text)}; write one such as ${vocabulary.such}`);
  if (text.length > LONGEST) {
    throw new InputError(`a formula must have at most ${LONGEST} characters, but has ${text.length}; shorten it`);
  }
  const tokens = tokensOf(written, vocabulary);
  // So that mathjs sees the same words: it knows more, such as ".*" and "0b1".
  const spaced = tokens.map((token) => token.text).join(" ");
  try {
    const node = parse(spaced);
    return { text, tree: treeOf(text, node as Node, tokens, vocabulary.functions), node };
  } catch (error) {
    const { char, message } = error as { char?: number; message: string };
    // Signs and powers nest without parentheses.
    if (error instanceof RangeError)
      throw new InputError(`the formula ${show(text)} must be less deeply nested; simplify it`);
    if (char === undefined) throw error;
    const { at } = tokens[spaced.slice(0, char).split(" ").length - 1] as Token;
    const what = show(message.replace(/ \(char \d+\)$/, ""));
    throw formulaError(text, at, `must be complete, but mathjs says ${what}`, "correct it");
  }
}
