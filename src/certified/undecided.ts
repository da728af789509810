import type { Enclosures } from "../interval/enclosures.ts";

/** Thrown where an enclosure is too wide for what comes next: more digits may decide it. */
export class Undecided extends Error {
  override readonly name = "Undecided";
}

/**
 * An arithmetic that refuses to guess: a sign, or whether there is anything to divide by, must be decided.
 *
 * @param enclosures any; a number that is exactly 0 is decided, too
 * @returns the same, but `sign` of what holds 0 beside other numbers, `ratio` by it, and `div` by what holds 0 at all, throw Undecided
 * Source: ours.
 */
export function deciding<T>(enclosures: Enclosures<T>): Enclosures<T> {
  const mustBeDecided = (x: T, what: string) => {
    if (enclosures.side(x) === undefined) throw new Undecided(what);
  };
  return {
    ...enclosures,
    div(x, y) {
      if (!enclosures.side(y)) throw new Undecided("the sign of a divisor");
      return enclosures.div(x, y);
    },
    sign(x) {
      mustBeDecided(x, "the sign that a step takes");
      return enclosures.sign(x);
    },
    ratio(x, y) {
      mustBeDecided(y, "whether a step has a second moment to divide by");
      return enclosures.ratio(x, y);
    },
  };
}
