/** Distinct odd constant of Weyl's sequence on 32 bits (golden ratio): neighbouring seeds get cases far apart. */
const GOLDEN = 0x9e3779b1;

/**
 * The seed of one case.
 *
 * seed 0x9e3779b1 + index mod 2^32
 *
 * @param seed of the whole check, an integer in [0, 2^32)
 * @param index of the case, an integer >= 0
 * @returns an integer in [0, 2^32); one seed gives 2^32 indices different ones
 * Source: ours.
 * @example
 * caseSeed(0, 5) // => 5
 */
export const caseSeed = (seed: number, index: number): number => (Math.imul(seed, GOLDEN) + index) >>> 0;
