/**
 * What is left of a list without members that are inside another one that is left.
 *
 * `inside` may say no where it is not certain: three that are inside one another in a circle lose two, and not all three.
 *
 * @param all the members
 * @param inside whether all of the first is in the second; it holds of equals
 * @returns those left, in their order; of equals the first
 * Source: ours.
 * @example
 * outermost([[1], [1, 2], [3]], (one, other) => one.every((x) => other.includes(x))) // => [[1, 2], [3]]
 */
export const outermost = <T>(all: readonly T[], inside: (one: T, other: T) => boolean): readonly T[] =>
  all.reduceRight<readonly T[]>(
    (left, one) =>
      left.some((other) => other !== one && inside(one, other)) ? left.filter((other) => other !== one) : left,
    all,
  );
