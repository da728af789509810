/** Each value once, in the order in which they come. */
export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Items by what is told of them, in the order in which they come. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = groups.get(key);
    if (own) own.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}
