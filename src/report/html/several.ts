/**
 * How many of something, in words.
 *
 * @param count >= 0
 * @param what one of them
 * @returns text
 * @example
 * several(2, "run") // => "2 runs"
 */
export const several = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
