import type { Expression } from "../../algebra/formula.ts";

/** times t + plus */
export interface Exponent {
  readonly times: number;
  readonly plus: number;
}

/** The largest that a formula may write. */
export const LARGEST = 100;

const isSmall = (x: number) => Number.isInteger(x) && Math.abs(x) <= LARGEST;

function linear(tree: Expression, text: string): Exponent | undefined {
  if (tree.kind === "number") return { times: 0, plus: Number.parseFloat(text.slice(tree.at - 1)) };
  if (tree.kind === "symbol") return tree.name === "t" ? { times: 1, plus: 0 } : undefined;
  if (tree.kind === "negative") {
    const of = linear(tree.of, text);
    return of && { times: -of.times, plus: -of.plus };
  }
  if (tree.kind !== "operator") return undefined;
  const [a, b] = [linear(tree.left, text), linear(tree.right, text)];
  if (a === undefined || b === undefined) return undefined;
  if (tree.operator === "+") return { times: a.times + b.times, plus: a.plus + b.plus };
  if (tree.operator === "-") return { times: a.times - b.times, plus: a.plus - b.plus };
  if (tree.operator !== "*") return undefined;
  if (a.times !== 0 && b.times !== 0) return undefined;
  return { times: a.times * b.plus + a.plus * b.times, plus: a.plus * b.plus };
}

/**
 * An exponent as integers.
 *
 * times t + plus
 *
 * @param tree of the exponent
 * @param text that it stands in
 * @returns both integers; undefined where it is nothing of the kind, or one of them is beyond `LARGEST`
 * Source: ours.
 * @example
 * exponentOf({ kind: "symbol", name: "t", at: 4 }, "b1^t") // => { times: 1, plus: 0 }
 */
export function exponentOf(tree: Expression, text: string): Exponent | undefined {
  const found = linear(tree, text);
  // + 0: no -0.
  return found && isSmall(found.times) && isSmall(found.plus)
    ? { times: found.times + 0, plus: found.plus + 0 }
    : undefined;
}
