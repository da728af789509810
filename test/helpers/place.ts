const view = new DataView(new ArrayBuffer(8));

/** The place of a double in the order of all doubles: neighbours differ by 1; 0 and -0 are both at 0. */
export function place(x: number): bigint {
  view.setFloat64(0, x + 0);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -0x8000000000000000n - bits : bits;
}
