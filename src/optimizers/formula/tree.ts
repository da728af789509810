/** What a formula of an optimizer may name beside its memories. */
export const NAMES = {
  g: "the gradient, with lambda w in it where the decay is coupled",
  w: "the weight before the step",
  t: "the number of the step, from 1",
  eta: "learning rate",
  lambda: "weight decay",
  b1: "first of betas",
  b2: "second of betas",
  eps: "eps",
} as const;

export type Name = keyof typeof NAMES;

export type Unary = "neg" | "abs" | "sign" | "sqrt";

/** `ratio` is the quotient that is 0 where its denominator is: one whose denominator holds eps. */
export type Binary = "add" | "sub" | "mul" | "div" | "ratio" | "min" | "max";

/** A formula as a tree; `at` is where its first name or number stands in the text, from 1. */
export type Tree = { readonly at: number } & (
  | { readonly kind: "number"; readonly value: number }
  /** One of NAMES, or of a parameter. */
  | { readonly kind: "name"; readonly name: string }
  /** A memory before the step, or after it. */
  | { readonly kind: "memory"; readonly name: string; readonly old: boolean }
  | { readonly kind: "unary"; readonly op: Unary; readonly of: Tree }
  | { readonly kind: "binary"; readonly op: Binary; readonly left: Tree; readonly right: Tree }
  /** of^(times t + plus), both integers. */
  | { readonly kind: "power"; readonly of: Tree; readonly times: number; readonly plus: number }
);

/** A formula, and the text that its positions belong to. */
export interface Stated {
  /** What it is the formula of, as a sentence names it: "direction", "memory mom of optimizer lion". */
  readonly of: string;
  readonly text: string;
  readonly tree: Tree;
}

/**
 * A step of an optimizer: first the memories in their order, then the weight.
 *
 * memory' = its formula;  w' = rho w - step
 */
export interface Update {
  readonly memory: readonly (Stated & { readonly name: string })[];
  readonly step: Stated;
}

/** The parts of a tree that it is made of directly. */
export function partsOf(tree: Tree): readonly Tree[] {
  if (tree.kind === "binary") return [tree.left, tree.right];
  return tree.kind === "unary" || tree.kind === "power" ? [tree.of] : [];
}

/**
 * The first part of a tree that is of a kind, from the left.
 *
 * @param tree looked through
 * @param is asked of every part, wholes before their parts
 * @returns the part; undefined where there is none
 */
export function find(tree: Tree, is: (part: Tree) => boolean): Tree | undefined {
  if (is(tree)) return tree;
  for (const part of partsOf(tree)) {
    const found = find(part, is);
    if (found) return found;
  }
  return undefined;
}

/** Whether some part of a tree is of a kind. */
export const some = (tree: Tree, is: (part: Tree) => boolean): boolean => find(tree, is) !== undefined;

/** Whether a tree differs from weight to weight. */
export const ofOneWeight = (tree: Tree): boolean =>
  some(tree, (part) => part.kind === "memory" || (part.kind === "name" && (part.name === "g" || part.name === "w")));
