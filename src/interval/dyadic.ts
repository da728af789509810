const bits = new DataView(new ArrayBuffer(8));

/** m 2^e */
export interface Dyadic {
  readonly m: bigint;
  readonly e: number;
}

/**
 * A double as what it is.
 *
 * x = m 2^e
 *
 * @param x a finite double
 * @returns the odd m, and e; 0 is 0 2^0
 * Source: IEEE 754-2019, 3.4.
 * @example
 * dyadicOf(-6) // => { m: -3n, e: 1 }
 */
export function dyadicOf(x: number): Dyadic {
  bits.setFloat64(0, Math.abs(x));
  const exponent = bits.getUint32(0) >>> 20;
  const fraction = bits.getBigUint64(0) & 0xfffffffffffffn;
  let m = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  if (m === 0n) return { m, e: 0 };
  let e = Math.max(exponent, 1) - 1075;
  for (; (m & 1n) === 0n; e++) m >>= 1n;
  return { m: x < 0 ? -m : m, e };
}
