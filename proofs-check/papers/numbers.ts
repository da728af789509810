import type { PaperItem } from "../../src/papers/item.ts";
import { PAPERS } from "../../src/papers/registry.ts";

/** "B.12", "5.1", "B.1.1". */
const NUMBER = /(?:[A-D]\.)?\d+(?:\.\d+)*/;

/** A number that a claim names as its source. */
export interface Cited {
  readonly paper: string;
  readonly number: string;
}

/** C.4 to C.6 are C.4, C.5, C.6. */
function range(from: string, to: string): string[] {
  const front = from.slice(0, from.lastIndexOf(".") + 1);
  const [first, last] = [from, to].map((number) => Number(number.slice(front.length))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, k) => `${front}${first + k}`);
}

/**
 * What a claim's source names, number by number.
 *
 * @param source as `defineClaim` has it: papers by their tags, numbers behind them, A-B for a range
 * @returns paper and number, in order; a paper without numbers gives none
 * Source: ours.
 * @example
 * citedBy("T25 5.2 = B.2, C.4-C.5, Z21 5.2").map(({ number }) => number) // => ["5.2", "B.2", "C.4", "C.5", "5.2"]
 */
export function citedBy(source: string): Cited[] {
  const tags = PAPERS.map(({ tag }) => tag).join("|");
  return source
    .split(new RegExp(`(?=\\b(?:${tags})\\b)`))
    .map((piece) => [/^\w*/.exec(piece)?.[0] ?? "", piece.replace(/^\w*/, "")] as const)
    .flatMap(([paper, rest]) =>
      [...rest.matchAll(new RegExp(`(${NUMBER.source})(?:-(${NUMBER.source}))?`, "g"))].flatMap(([, from, to]) =>
        (to === undefined ? [from as string] : range(from as string, to)).map((number) => ({ paper, number })),
      ),
    );
}

/**
 * The number by which a claim would name an item: none for equations, tables, figures and what has no number.
 *
 * @param item of a paper
 * @returns "C.7" of "Lemma C.7"
 * Source: ours.
 * @example
 * numberOf({ item: "Lemma C.7" }) // => "C.7"
 * numberOf({ item: "Equation (B.2)" }) // => undefined
 */
export const numberOf = ({ item }: Pick<PaperItem, "item">): string | undefined =>
  new RegExp(`^(?:Definition|Condition|Lemma|Theorem|Corollary|Section) (${NUMBER.source})$`).exec(item)?.[1];
