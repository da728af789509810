/** All that a training carries from step to step: with it, and what it was started from, the training goes on as if it had never stopped. */
export interface State {
  /** Steps done. */
  readonly step: number;
  /** What the training moves, then what the optimizer remembers of it; the same for every engine. */
  readonly numbers: readonly Float64Array[];
}

/**
 * The state of a training, as copies.
 *
 * @param step done
 * @param arrays where the training has its numbers
 * @returns nothing that the training does reaches it
 */
export const stateOf = (step: number, arrays: readonly Float64Array[]): State => ({
  step,
  numbers: arrays.map((numbers) => numbers.slice()),
});

/**
 * Puts the numbers of a state where a training has them.
 *
 * @param state of a training that was started from the same problem
 * @param arrays changed
 * @throws Error where it is of another one
 */
export function putBack({ numbers }: State, arrays: readonly Float64Array[]): void {
  const fits = numbers.length === arrays.length && numbers.every(({ length }, k) => length === arrays[k]?.length);
  if (!fits) throw new Error("a state must be of the training that it is put into");
  numbers.forEach((values, k) => void arrays[k]?.set(values));
}
