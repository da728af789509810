/** What every function here keeps, in this thread. */
const stores: Map<string, unknown>[] = [];

/**
 * A function of data that keeps its last results: checks of one claim look at the same trainings.
 *
 * @param most results that are kept; the oldest goes first
 * @param of the function: what it returns depends on its arguments alone, which JSON tells apart
 * @returns the same function; asked again for the same, it gives the same object
 * Source: ours.
 * @example
 * let calls = 0
 * const twice = keeping(2, (x) => { calls++; return 2 * x })
 * twice(3) + twice(3) // => 12
 * calls // => 1
 */
export function keeping<Asked extends readonly unknown[], Result>(
  most: number,
  of: (...asked: Asked) => Result,
): (...asked: Asked) => Result {
  const kept = new Map<string, Result>();
  stores.push(kept);
  return (...asked) => {
    const key = JSON.stringify(asked);
    if (kept.has(key)) return kept.get(key) as Result;
    const result = of(...asked);
    if (kept.size >= most) kept.delete(kept.keys().next().value as string);
    kept.set(key, result);
    return result;
  };
}

/** Forgets all results, for one who asks whether they come out the same again. */
export function forgetKept(): void {
  for (const store of stores) store.clear();
}
