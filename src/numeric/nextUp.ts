const word = new Float64Array(1);
const halves = new Uint32Array(word.buffer);
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

/**
 * The next double towards Infinity.
 *
 * @param x any double
 * @returns the least double above x; Infinity for Infinity, NaN for NaN; never -0: of -2^-1074 it is 0
 * Source: IEEE 754-2019, 5.3.1, except for the sign of that zero. The bits of a double, read as an integer, grow with |x|.
 * @example
 * nextUp(1) // => 1.0000000000000002
 * nextUp(0) // => 5e-324
 * nextUp(-Infinity) // => -1.7976931348623157e308
 */
export function nextUp(x: number): number {
  if (x === 0) return Number.MIN_VALUE;
  if (x === Infinity || Number.isNaN(x)) return x;
  word[0] = x;
  const low = halves[LOW] as number;
  const high = halves[HIGH] as number;
  if (x > 0) {
    halves[LOW] = low + 1;
    if (low === 0xffffffff) halves[HIGH] = high + 1;
  } else {
    halves[LOW] = low - 1;
    if (low === 0) halves[HIGH] = high - 1;
  }
  return (word[0] as number) + 0;
}

/**
 * The next double towards -Infinity.
 *
 * nextDown(x) = -nextUp(-x)
 *
 * @param x any double
 * @returns the greatest double below x; -Infinity for -Infinity, NaN for NaN; never -0: of 2^-1074 it is 0
 * Source: as `nextUp`.
 * @example
 * nextDown(1) // => 0.9999999999999999
 * nextDown(5e-324) // => 0
 */
export const nextDown = (x: number): number => 0 - nextUp(-x);
