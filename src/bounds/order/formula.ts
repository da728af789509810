import { InputError, show } from "../../setting/inputError.ts";
import { DOMAIN } from "./domain.ts";
import { Fraction, type MathNode, parse } from "./mathjs.ts";
import { FUNCTIONS, SYMBOLS } from "./symbols.ts";

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

/** What is wrong with a formula, where, and what to do. */
export const formulaError = (text: string, at: number, rule: string, remedy: string) =>
  new InputError(`the formula ${show(text)} ${rule} at position ${at}; ${remedy}`);

const TOKEN = /[ \t]+|(?<name>[A-Za-z]\w*)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|[-+*/^(),]/y;

interface Token {
  readonly text: string;
  readonly at: number;
}

/** Names and numbers in the order of the text, each known. */
function leavesOf(text: string, defined: ReadonlySet<string>): Token[] {
  const leaves: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex + 1;
    const found = TOKEN.exec(text);
    if (!found) {
      const rule = `must hold only names, numbers and + - * / ^ ( ) , but has ${show(text[at - 1])}`;
      throw formulaError(text, at, rule, "remove it");
    }
    const { name, number } = found.groups as { name?: string; number?: string };
    if (
      name !== undefined &&
      !Object.hasOwn(SYMBOLS, name) &&
      !Object.hasOwn(FUNCTIONS, name) &&
      !Object.hasOwn(DOMAIN, name) &&
      !defined.has(name)
    ) {
      const known = [...Object.keys(SYMBOLS), ...defined].join(", ");
      throw formulaError(
        text,
        at,
        `must use known symbols (${known}; ${Object.keys(FUNCTIONS).join(", ")}; in exponents also ${Object.keys(DOMAIN).join(", ")}), but has ${show(name)}`,
        "correct it or define it",
      );
    }
    const leaf = name ?? number;
    if (leaf !== undefined) leaves.push({ text: leaf, at });
  }
  return leaves;
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
function treeOf(text: string, root: Node, leaves: readonly Token[]): Expression {
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
      if (Object.hasOwn(FUNCTIONS, name)) {
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
      const { least, most } = FUNCTIONS[name] ?? { least: 1, most: 0 };
      const of = (node.args as Node[]).map(walk);
      if (most === 0)
        throw formulaError(
          text,
          at,
          `must call only ${Object.keys(FUNCTIONS).join(", ")}, but calls ${show(name)}`,
          "write a * before the parenthesis if a product is meant",
        );
      if (of.length < least || of.length > most) {
        throw formulaError(
          text,
          at,
          `must give ${name} ${least === most ? least : `${least} or more`} arguments, but gives ${of.length}`,
          "correct it",
        );
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

/** Longer or deeper ones are no formulas of a paper, and could exhaust the stack. */
const LONGEST = 1000;

/**
 * Reads a formula in the papers' symbols.
 *
 * @param text names, numbers, + - * / ^, sqrt, log (natural), min, max, parentheses; "2 n" is a product
 * @param defined further names that are allowed
 * @returns its tree with positions; nothing is evaluated
 * @throws InputError, one sentence with the position from 1
 * Source: ours; the grammar is mathjs's, restricted.
 * @example
 * parseFormula("sigma0^(q-2)*sigmaP/n").tree.kind // => "operator"
 */
export function parseFormula(text: string, defined: ReadonlySet<string> = new Set()): Formula {
  if (text.trim() === "")
    throw new InputError(`a formula must not be empty, but is ${show(text)}; write one such as sigma0^(q-2)`);
  if (text.length > LONGEST) {
    throw new InputError(`a formula must have at most ${LONGEST} characters, but has ${text.length}; shorten it`);
  }
  const leaves = leavesOf(text, defined);
  try {
    const node = parse(text);
    return { text, tree: treeOf(text, node as Node, leaves), node };
  } catch (error) {
    const { char, message } = error as { char?: number; message: string };
    if (error instanceof RangeError)
      throw new InputError(`the formula ${show(text)} must be less deeply nested; simplify it`);
    if (char === undefined) throw error;
    throw formulaError(
      text,
      Math.min(char, text.length),
      `must be complete, but mathjs says ${show(message.replace(/ \(char \d+\)$/, ""))}`,
      "correct it",
    );
  }
}
