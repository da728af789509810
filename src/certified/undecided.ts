import type { Enclosures } from "../interval/enclosures.ts";

/** Thrown where an enclosure is too wide for what comes next: more digits may decide it, unless there is another remedy. */
export class Undecided extends Error {
  override readonly name = "Undecided";
  readonly remedy: string | undefined;

  constructor(what: string, remedy?: string) {
    super(what);
    this.remedy = remedy;
  }
}

/** Of a training that runs away: more digits are no help. */
export const runsAway = (size: number): Undecided =>
  new Undecided(`the residual of a margin beyond ${size.toExponential().replace("e+", "e")}`, "lower lr");

/**
 * An arithmetic that refuses to guess: a sign, whether there is anything to divide by, or to take a root of, must be decided.
 *
 * @param enclosures any; a number that is exactly 0 is decided, too
 * @returns the same, but `sign` of what holds 0 beside other numbers, `ratio` by it, `div` by what holds 0 at all, `sqrt` of what may be below 0, and
 *   `exp` of what it has no room for, throw Undecided
 * Source: ours.
 */
export function deciding<T>(enclosures: Enclosures<T>): Enclosures<T> {
  const { number, expRange = Infinity } = enclosures;
  const mustBeDecided = (x: T, what: string) => {
    if (enclosures.side(x) === undefined) throw new Undecided(what);
  };
  const zero = number(0);
  const div = (x: T, y: T): T => {
    if (!enclosures.side(y)) throw new Undecided("the sign of a divisor");
    return enclosures.div(x, y);
  };
  return {
    ...enclosures,
    div,
    // 1/x^k is a quotient like any other.
    power: (x, k) => (k < 0 ? div(number(1), enclosures.power(x, -k)) : enclosures.power(x, k)),
    sqrt(x) {
      // Which side of 0 its lower end is on.
      if (enclosures.side(enclosures.min(x, zero)) !== 0) throw new Undecided("whether there is a root");
      return enclosures.sqrt(x);
    },
    exp(x) {
      const { lo, hi } = enclosures.bounds(x);
      if (Math.max(-lo, hi) > expRange) throw runsAway(expRange);
      return enclosures.exp(x);
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
