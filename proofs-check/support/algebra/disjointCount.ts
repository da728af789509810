/** P as a fraction of whole numbers. */
export interface Share {
  readonly over: bigint;
  readonly under: bigint;
}

/** N (N-1) ... (N-k+1); 0 where k > N. */
function falling(N: number, k: number): bigint {
  let product = 1n;
  for (let i = 0; i < k; i++) product *= BigInt(N - i);
  return product;
}

/**
 * P(B_1, ..., B_n pairwise disjoint) in whole numbers.
 *
 * prod_{i<n} C(N - i s, s)/C(N, s) = F(N, n s)/F(N, s)^n,  F(N, k) = N!/(N-k)!
 *
 * @param n supports
 * @param s coordinates of each
 * @param N coordinates to choose from, d - 1
 * @returns the fraction, exact; the cost grows with (n s)^2
 * Source: docs/theory.md 4.2, disjoint-supports: each support in turn has C(N - i s, s) of C(N, s) choices.
 * @example
 * disjointShare(2, 1, 4) // => { over: 12n, under: 16n }
 */
export const disjointShare = (n: number, s: number, N: number): Share => ({
  over: falling(N, n * s),
  under: falling(N, s) ** BigInt(n),
});

/** All subsets of {0, ..., N-1} with s members, as bits. */
function subsets(N: number, s: number): number[] {
  const all = Array.from({ length: 2 ** N }, (_, bits) => bits);
  const count = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + count(bits >> 1));
  return all.filter((bits) => count(bits) === s);
}

/**
 * The same by going through all choices of n supports.
 *
 * @param n at least 1
 * @param s at least 1
 * @param N at most 10 or so
 * @returns disjoint choices over all choices
 * Source: ours.
 * @example
 * countedShare(2, 1, 4) // => { over: 12n, under: 16n }
 */
export function countedShare(n: number, s: number, N: number): Share {
  const choices = subsets(N, s);
  const disjoint = (left: number, used: number): number =>
    left === 0
      ? 1
      : choices.reduce((sum, bits) => sum + ((bits & used) === 0 ? disjoint(left - 1, used | bits) : 0), 0);
  return { over: BigInt(disjoint(n, 0)), under: BigInt(choices.length) ** BigInt(n) };
}

/** Whether P >= 1 - n^-power, exactly. */
export const atLeast = ({ over, under }: Share, n: number, power: number): boolean =>
  (under - over) * BigInt(n) ** BigInt(power) <= under;
