/** The gradients' coefficients of a batch by example: an example that a batch names twice pulls twice. */
export interface Pulls {
  /** The examples named, in the order of their first mention. */
  readonly visited: readonly number[];
  clear(): void;
  add(i: number, coefficients: Float64Array): void;
  /** Sum of what was added for example i, [2m]. */
  of(i: number): Float64Array;
}

/**
 * Room for the coefficients of batches.
 *
 * @param count n
 * @param width 2m
 * @returns pulls, empty
 */
export function newPulls(count: number, width: number): Pulls {
  const visited: number[] = [];
  const place = new Int32Array(count).fill(-1);
  let sums = new Float64Array(0);
  const of = (i: number) => sums.subarray((place[i] as number) * width, ((place[i] as number) + 1) * width);
  return {
    visited,
    clear() {
      for (const i of visited) place[i] = -1;
      visited.length = 0;
    },
    add(i, coefficients) {
      if (place[i] === -1) {
        place[i] = visited.length;
        visited.push(i);
        if (sums.length < visited.length * width) {
          const larger = new Float64Array(2 * visited.length * width);
          larger.set(sums);
          sums = larger;
        }
        of(i).fill(0);
      }
      const sum = of(i);
      for (let r = 0; r < width; r++) sum[r] = (sum[r] as number) + (coefficients[r] as number);
    },
    of,
  };
}
