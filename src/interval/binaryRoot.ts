/** Bits that a double's root has right, and how many more Newton's step doubles. */
const FIRST = 50;

/**
 * A whole root, rounded down.
 *
 * floor(sqrt(n)), by Newton's steps from above: x' = floor((x + floor(n/x))/2) falls until it is there
 *
 * @param n >= 0
 * @returns the largest r with r^2 <= n
 * Source: R. Crandall, C. Pomerance, Prime Numbers (2005), Algorithm 9.2.11.
 * @example
 * rootDown(17n) // => 4n
 */
export function rootDown(n: bigint): bigint {
  if (n === 0n) return 0n;
  const length = n.toString(16).length * 4;
  // The leading bits' root as a double, from above; the other bits are 0.
  const cut = Math.max(0, Math.floor((length - 2 * FIRST) / 2));
  let x = (BigInt(Math.ceil(Math.sqrt(Number(n >> BigInt(2 * cut))) * (1 + 2 ** -FIRST))) + 1n) << BigInt(cut);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}
