import { nextWord, type Stream } from "./stream.ts";

/**
 * A uniform number strictly between 0 and 1.
 *
 * u = (k + 1/2) 2^-52, k the top 52 bits of two words: exact, symmetric about 1/2, never 0 or 1.
 *
 * @param stream advanced by two words
 * @returns a double in [2^-53, 1 - 2^-53]
 * Source: ours.
 */
export function uniform(stream: Stream): number {
  const high = nextWord(stream);
  const low = nextWord(stream) >>> 12;
  return (high * 1048576 + low + 0.5) / 4503599627370496;
}

/**
 * A uniform integer below a bound, without modulo bias (draws past the largest multiple of the bound are rejected).
 *
 * @param stream advanced by two words, more on a rejection (probability below bound/2^53)
 * @param bound an integer in [1, 2^53]
 * @returns an integer in [0, bound)
 * Source: ours.
 */
export function uniformInteger(stream: Stream, bound: number): number {
  const limit = 9007199254740992 - (9007199254740992 % bound);
  for (;;) {
    const high = nextWord(stream) >>> 11;
    const draw = high * 4294967296 + nextWord(stream);
    if (draw < limit) return draw % bound;
  }
}
