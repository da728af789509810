import { type Evaluate, readFormula } from "./formula.ts";
import { exactly, fromDouble, isAbove, minus, plus, type Range, type Rational, times } from "./rational.ts";

/** What a certificate is asked to prove. */
interface Asked {
  readonly name: string;
  readonly box: Readonly<Record<string, readonly [number, number]>>;
  readonly above: readonly string[];
}

/** Two whole numbers a variable. */
type Leaf = readonly number[];

/** Whether boxes fill a box, and no part of it twice: cut in the middle along some variable, as long as there are several. */
function fills(leaves: readonly Leaf[], box: Leaf): boolean {
  const [first] = leaves;
  if (leaves.length === 1) return box.every((end, k) => first?.[k] === end);
  for (let k = 0; k < box.length; k += 2) {
    const [from, to] = [box[k] as number, box[k + 1] as number];
    const middle = (from + to) / 2;
    const below = leaves.filter((leaf) => (leaf[k + 1] as number) <= middle);
    const above = leaves.filter((leaf) => (leaf[k] as number) >= middle);
    if (below.length === 0 || above.length === 0 || below.length + above.length !== leaves.length) continue;
    return fills(below, box.with(k + 1, middle)) && fills(above, box.with(k, middle));
  }
  return false;
}

/** What a certificate is made of, as far as it is. */
function read(given: unknown, asked: Asked): { depth: number; leaves: readonly Leaf[] } | string {
  if (typeof given !== "object" || given === null) return "it is no object";
  const { statement, box, above, depth, leaves, ...rest } = given as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return `it has ${Object.keys(rest)[0]}, which no certificate has`;
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (statement !== asked.name) return `it is of ${JSON.stringify(statement)}`;
  if (!same(box, asked.box)) return "its box is another one";
  if (!same(above, asked.above)) return "its formulas are others";
  if (!Number.isInteger(depth) || (depth as number) < 0 || (depth as number) > 40)
    return "its depth is no whole number";
  const size = 2 * Object.keys(asked.box).length;
  const isLeaf = (leaf: unknown): leaf is Leaf =>
    Array.isArray(leaf) && leaf.length === size && leaf.every((end) => Number.isSafeInteger(end));
  if (!Array.isArray(leaves) || !leaves.every(isLeaf)) return "its boxes are no lists of whole numbers";
  return { depth: depth as number, leaves };
}

/**
 * Checks a certificate of branch and bound in exact rational numbers: its boxes fill the box that was asked for, and every formula, enclosed anew on
 * each of them, is above 0.
 *
 * @param given what is to be a certificate; nothing of it is believed
 * @param asked what it is to prove
 * @returns why it is refused; undefined where it proves the statement
 * Source: ours; docs/notes/branch-and-bound.md.
 */
export function recheck(given: unknown, asked: Asked): string | undefined {
  const known = read(given, asked);
  if (typeof known === "string") return known;
  const { depth, leaves } = known;
  const names = Object.keys(asked.box);
  const whole = 2 ** depth;
  if (
    !fills(
      leaves,
      names.flatMap(() => [0, whole]),
    )
  )
    return "its boxes do not fill the box, or overlap";
  const formulas = asked.above.map((text) => [text, readFormula(text)] as const);
  for (const [text, formula] of formulas) if (!formula) return `${JSON.stringify(text)} is no formula`;
  const ends = Object.values(asked.box).map((range) => range.map(fromDouble));
  if (ends.flat().some((end) => end === undefined)) return "an end of the box is no number";
  const at = (k: number, share: number): Range => {
    const [lo, hi] = (ends[k] as Rational[]).map(exactly) as [Range, Range];
    return plus(lo, times(plus(hi, minus(lo)), exactly({ n: BigInt(share), d: BigInt(whole) })));
  };
  for (const leaf of leaves) {
    const ranges = new Map(
      names.map((name, k) => [
        name,
        { lo: at(k, leaf[2 * k] as number).lo, hi: at(k, leaf[2 * k + 1] as number).hi } satisfies Range,
      ]),
    );
    for (const [text, formula] of formulas) {
      const value = (formula as Evaluate)(ranges);
      if (!value || !isAbove(value)) return `${text} is not above 0 on ${JSON.stringify(leaf)}`;
    }
  }
  return undefined;
}
