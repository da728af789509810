import type { Binary, Tree, Unary } from "./tree.ts";

/** How tightly a piece of writing holds together: a sum or a sign, a product, (nothing), a power, an atom. */
type Tightness = 0 | 1 | 2 | 3 | 4;

/** A tree as it is written, and how tightly that holds together. */
interface Written {
  readonly text: string;
  readonly tight: Tightness;
}

/** How a kind of text writes the parts of a formula. */
export interface Style {
  number(value: number): string;
  name(name: string): string;
  memory(name: string, old: boolean): string;
  /** Puts parentheses around. */
  group(text: string): string;
  call(name: Exclude<Unary, "neg"> | "min" | "max", of: readonly string[]): string;
  /** What stands between two factors. */
  times(right: string): string;
  /** A quotient of two wholes, where it is drawn as a fraction; absent where it is one line. */
  fraction?(above: string, below: string): string;
  power(base: string, exponent: string): string;
}

function exponentText(times: number, plus: number, style: Style): string {
  if (times === 0) return String(plus);
  const t = `${times === 1 ? "" : times === -1 ? "-" : `${times}${style.times("t")}`}${style.name("t")}`;
  return plus === 0 ? t : `${t} ${plus < 0 ? "-" : "+"} ${Math.abs(plus)}`;
}

const TIGHT: Readonly<Partial<Record<Binary, Tightness>>> = { add: 0, sub: 0, mul: 1, div: 1, ratio: 1 };

/**
 * A formula as text.
 *
 * @param tree of the formula
 * @param style of the text
 * @returns it with no more parentheses than it needs
 * Source: ours.
 */
export function write(tree: Tree, style: Style): string {
  const atLeast = (part: Tree, tight: Tightness): string => {
    const { text, tight: is } = walk(part);
    return is >= tight ? text : style.group(text);
  };
  const walk = (part: Tree): Written => {
    switch (part.kind) {
      case "number":
        return { text: style.number(part.value), tight: 4 };
      case "name":
        return { text: style.name(part.name), tight: 4 };
      case "memory":
        return { text: style.memory(part.name, part.old), tight: 4 };
      case "power":
        return { text: style.power(atLeast(part.of, 4), exponentText(part.times, part.plus, style)), tight: 3 };
      case "unary":
        if (part.op === "neg") return { text: `-${atLeast(part.of, 3)}`, tight: 0 };
        return { text: style.call(part.op, [walk(part.of).text]), tight: 4 };
      case "binary":
        return binary(part);
    }
  };
  const binary = ({ op, left, right }: Tree & { readonly kind: "binary" }): Written => {
    if (op === "min" || op === "max") return { text: style.call(op, [walk(left).text, walk(right).text]), tight: 4 };
    if (style.fraction && (op === "div" || op === "ratio"))
      return { text: style.fraction(walk(left).text, walk(right).text), tight: 3 };
    const tight = TIGHT[op] as Tightness;
    // What stands on the right of an operator is done first: a - (b - c), a/(b c).
    const [a, b] = [atLeast(left, tight), atLeast(right, (tight + 1) as Tightness)];
    const sign = op === "add" ? " + " : op === "sub" ? " - " : op === "mul" ? style.times(b) : "/";
    return { text: `${a}${sign}${b}`, tight };
  };
  return walk(tree).text;
}

/** As `parseUpdate` reads it. */
const PLAIN: Style = {
  number: String,
  name: (name) => name,
  memory: (name, old) => (old ? `old(${name})` : name),
  group: (text) => `(${text})`,
  call: (name, of) => `${name}(${of.join(", ")})`,
  times: () => "*",
  power: (base, exponent) => `${base}^${/^\w+$/.test(exponent) ? exponent : `(${exponent})`}`,
};

/**
 * A formula as it is typed.
 *
 * @param tree of the formula
 * @returns text that is read as the same tree; memories before the step as old(name)
 * Source: ours.
 * @example
 * formulaText({ kind: "power", of: { kind: "name", name: "b1", at: 1 }, times: 1, plus: 0, at: 1 }) // => "b1^t"
 */
export const formulaText = (tree: Tree): string => write(tree, PLAIN);
