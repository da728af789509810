/** How often something was seen. */
export interface Hits {
  readonly hits: number;
  readonly trials: number;
}

/** Bits that a quotient of two large integers keeps: those of a double, and 900 more for what is small. */
const BITS = 1000n;

/** C(n, k). */
function choose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 0; i < k; i++) value = (value * BigInt(n - i)) / BigInt(i + 1);
  return value;
}

function check(name: string, { hits, trials }: Hits): void {
  if (!Number.isSafeInteger(trials) || trials < 1)
    throw new RangeError(`trials of the ${name} group must be an integer from 1, but is ${trials}; correct it`);
  if (!Number.isInteger(hits) || hits < 0 || hits > trials)
    throw new RangeError(
      `hits of the ${name} group must be an integer from 0 to trials = ${trials}, but is ${hits}; correct it`,
    );
}

/**
 * Fisher's exact test, one-sided: how probable so few hits in the second group are, given all hits, if the chance is the same in both.
 *
 * P(H <= second.hits) = sum_{h <= second.hits} C(second.trials, h) C(first.trials, K - h)/C(first.trials + second.trials, K),  K all hits
 *
 * The probability that it comes out at x or less is at most x, also where chances differ within the groups, as long as none in the second group is
 * below one in the first (docs/notes/trend.md).
 *
 * @param first hits in the first group's trials, in order: 0 <= hits <= trials
 * @param second the same of the second group
 * @returns the probability, in (0, 1]: summed in whole numbers, right to a double's last digit from 1e-270 on
 * @throws RangeError
 * Source: Fisher 1935, The Design of Experiments, section II.
 * @example
 * fisherExact({ hits: 3, trials: 4 }, { hits: 1, trials: 4 }) // => 17 / 70
 */
export function fisherExact(first: Hits, second: Hits): number {
  check("first", first);
  check("second", second);
  const all = first.hits + second.hits;
  const least = Math.max(0, all - first.trials);
  // Each weight from the one before; every quotient is a whole number.
  let weight = choose(second.trials, least) * choose(first.trials, all - least);
  let few = 0n;
  let sum = 0n;
  for (let h = least; h <= Math.min(all, second.trials); h++) {
    sum += weight;
    if (h <= second.hits) few += weight;
    weight *= BigInt(second.trials - h) * BigInt(all - h);
    weight /= BigInt(h + 1) * BigInt(first.trials - all + h + 1);
  }
  return Number((few << BITS) / sum) / 2 ** Number(BITS);
}
