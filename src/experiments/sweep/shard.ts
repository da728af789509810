import { InputError, show } from "../../setting/inputError.ts";

/** One of several equal shares of a sweep. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

const MOST = 1e6;

/**
 * Reads a shard such as 3/8.
 *
 * @param text i/K; i counts from 0 to K - 1, or from 1 to K
 * @returns the shard
 * @throws InputError
 * @example
 * parseShard("3/8") // => { index: 3, count: 8 }
 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,7})\/(\d{1,7})$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || count < 1 || count > MOST || index > count) {
    throw new InputError(
      `shard must be i/K with i from 0 to K - 1 or from 1 to K, such as 3/8, but is ${show(text)}; correct it`,
    );
  }
  return { index, count };
}

/**
 * The share of a shard: every K-th, so that each gets long and short ones.
 *
 * position mod K = i mod K: both ways of counting give every position to exactly one of K shards
 *
 * @param order of work, the same for every shard
 * @param shard i/K
 * @returns its part of the order
 * @example
 * [...shareOf(Int32Array.of(4, 0, 3, 1, 2), { index: 1, count: 2 })] // => [0, 1]
 */
export const shareOf = (order: Int32Array, { index, count }: Shard): Int32Array =>
  order.filter((_, position) => position % count === index % count);
