/** m 2^e: a double, or a sum or product of some, without any rounding. */
export interface Dyadic {
  readonly m: bigint;
  readonly e: number;
}

const bits = new DataView(new ArrayBuffer(8));

/** A finite double as m 2^e, m odd or 0. */
export function dyadic(x: number): Dyadic {
  bits.setFloat64(0, x);
  const exponent = (bits.getUint32(0) >>> 20) & 0x7ff;
  const fraction = bits.getBigUint64(0) & 0xfffffffffffffn;
  let m = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  if (m === 0n) return { m, e: 0 };
  let e = Math.max(exponent, 1) - 1075;
  for (; (m & 1n) === 0n; e++) m >>= 1n;
  return { m: x < 0 ? -m : m, e };
}

export const times = (a: Dyadic, b: Dyadic): Dyadic => ({ m: a.m * b.m, e: a.e + b.e });
export const power = (a: Dyadic, n: number): Dyadic => ({ m: a.m ** BigInt(n), e: a.e * n });

export function plus(a: Dyadic, b: Dyadic): Dyadic {
  const e = Math.min(a.e, b.e);
  return { m: (a.m << BigInt(a.e - e)) + (b.m << BigInt(b.e - e)), e };
}
export const minus = (a: Dyadic, b: Dyadic): Dyadic => plus(a, { m: -b.m, e: b.e });

export const sign = ({ m }: Dyadic): number => (m > 0n ? 1 : m < 0n ? -1 : 0);
