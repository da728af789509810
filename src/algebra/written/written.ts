/** A formula as somebody typed it, and the same in plain letters. */
export interface Written {
  readonly typed: string;
  /** Names, numbers, + - * / ^, calls with parentheses. */
  readonly plain: string;
  /** Where in `typed` stands what is at a place of `plain`; both from 1, the place after the last one included. */
  readonly at: (place: number) => number;
}

/**
 * A text that is plain already.
 *
 * @param text any
 * @returns it, each place its own
 * @example
 * asTyped("2 n").at(3) // => 3
 */
export const asTyped = (text: string): Written => ({ typed: text, plain: text, at: (place) => place });

/**
 * What was typed for a part of the plain text.
 *
 * @param written a text
 * @param from where the part begins in `plain`, from 0
 * @param to where it ends
 * @returns that part of `typed`, without spaces and dollar signs around it
 * @example
 * typedPart(asTyped("n = O(d)"), 6, 7) // => "d"
 */
export const typedPart = ({ typed, at }: Written, from: number, to: number): string =>
  typed.slice(at(from + 1) - 1, at(to + 1) - 1).replaceAll(/^[\s$]+|[\s$]+$/g, "");
