/**
 * Seeds as options take them.
 *
 * @param seeds in any order
 * @returns numbers and ranges, in the order given
 * @example
 * seedList([1, 2, 3, 7]) // => "1-3,7"
 */
export function seedList(seeds: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const seed of seeds) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === seed) run[1] = seed;
    else runs.push([seed, seed]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(",");
}
