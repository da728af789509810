const bits = new DataView(new ArrayBuffer(8));

/**
 * A double in all its decimal digits.
 *
 * m 2^-k = m 5^k 10^-k
 *
 * @param x a finite double
 * @returns a numeral that has its value exactly, for whatever reads numerals
 * Source: IEEE 754-2019; every finite double is an integer over a power of two.
 * @example
 * exactDecimal(0.1) // => "1000000000000000055511151231257827021181583404541015625e-55"
 * exactDecimal(-3) // => "-3e0"
 */
export function exactDecimal(x: number): string {
  bits.setFloat64(0, Math.abs(x));
  const exponent = bits.getUint32(0) >>> 20;
  const fraction = bits.getBigUint64(0) & 0xfffffffffffffn;
  let whole = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  if (whole === 0n) return "0e0";
  let two = Math.max(exponent, 1) - 1075;
  for (; (whole & 1n) === 0n; two++) whole >>= 1n;
  const [numeral, ten] = two >= 0 ? [whole << BigInt(two), 0] : [whole * 5n ** BigInt(-two), two];
  return `${x < 0 ? "-" : ""}${numeral}e${ten}`;
}
