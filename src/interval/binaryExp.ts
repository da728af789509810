/** Bits beyond those asked for, and how far an argument is halved below 1 before its series is summed. */
const GUARD = 96;
const HALVED = 20;

interface Ends {
  readonly lo: bigint;
  readonly hi: bigint;
}

/** Of numbers >= 0. */
const squareIn = ({ lo, hi }: Ends, point: bigint): Ends => ({ lo: (lo * lo) >> point, hi: -(-(hi * hi) >> point) });

/**
 * e^x of one number between two.
 *
 * e^x = (e^(x/2^k))^(2^k),  e^y = sum y^j/j!, y = x/2^k of size below 2^-20: terms are cut towards -infinity and the tail is less than twice its first term
 */
function ends(m: bigint, bits: number): Ends & { readonly extra: bigint } {
  const magnitude = (m < 0n ? -m : m) >> BigInt(bits);
  const halvings = HALVED + (magnitude === 0n ? 0 : magnitude.toString(2).length);
  const extra = BigInt(GUARD + halvings);
  const point = BigInt(bits) + extra;
  // Exact: there are more guard bits than halvings.
  const y = (m << extra) >> BigInt(halvings);
  let [term, sum, j] = [1n << point, 0n, 0n];
  while (term !== 0n && term !== -1n) {
    sum += term;
    term = ((term * y) >> point) / ++j;
  }
  // Two cuts a term, of less than a unit each, and 2^-20 of what was lost before: less than 3 units off. The tail is less than twice its first term, 1 + 3.
  const lost = 3n * j + 8n;
  let result: Ends = { lo: sum - lost, hi: sum + lost };
  for (let k = 0; k < halvings; k++) result = squareIn(result, point);
  return { ...result, extra };
}

/**
 * e^x rounded down.
 *
 * @param m x = m 2^-bits
 * @param bits of the point
 * @returns a whole number at most e^x 2^bits, and nearly that; at least 0
 * Source: ours; docs/notes/certified.md.
 * @example
 * expDown(0n, 4) // => 16n
 */
export function expDown(m: bigint, bits: number): bigint {
  if (m === 0n) return 1n << BigInt(bits);
  const { lo, extra } = ends(m, bits);
  return lo >> extra;
}

/**
 * e^x rounded up; as `expDown`.
 *
 * @param m x = m 2^-bits
 * @param bits of the point
 * @returns a whole number at least e^x 2^bits, and nearly that
 * Source: as `expDown`.
 * @example
 * expUp(0n, 4) // => 16n
 */
export function expUp(m: bigint, bits: number): bigint {
  if (m === 0n) return 1n << BigInt(bits);
  const { hi, extra } = ends(m, bits);
  return -(-hi >> extra);
}
