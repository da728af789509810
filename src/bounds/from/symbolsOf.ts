import type { Expression } from "../order/formula.ts";

/** The names in a formula, in exponents, too, each once. */
export function symbolsOf(tree: Expression): string[] {
  const walk = (part: Expression): string[] => {
    if (part.kind === "symbol") return [part.name];
    if (part.kind === "number") return [];
    if (part.kind === "negative") return walk(part.of);
    if (part.kind === "call") return part.of.flatMap(walk);
    return [...walk(part.left), ...walk(part.right)];
  };
  return [...new Set(walk(tree))];
}
