/** The gradients' coefficients of a batch by example: an example that a batch names twice pulls twice. */
export interface Pulls {
  /** The examples named, in the order of their first mention. */
  readonly visited: readonly number[];
  clear(): void;
  add(i: number, coefficients: Float64Array): void;
  /** Sums of what was added, in the order of `visited`: [visited * 2m]. */
  sums(): Float64Array;
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
  let room = new Float64Array(0);
  const placeOf = (i: number): number => {
    if (place[i] === -1) {
      place[i] = visited.length;
      visited.push(i);
      const size = visited.length * width;
      if (room.length < size) {
        const larger = new Float64Array(2 * size);
        larger.set(room);
        room = larger;
      }
      room.fill(0, size - width, size);
    }
    return place[i] as number;
  };
  return {
    visited,
    clear() {
      for (const i of visited) place[i] = -1;
      visited.length = 0;
    },
    add(i, coefficients) {
      const first = placeOf(i) * width;
      for (let r = 0; r < width; r++) room[first + r] = (room[first + r] as number) + (coefficients[r] as number);
    },
    sums: () => room.subarray(0, visited.length * width),
  };
}
