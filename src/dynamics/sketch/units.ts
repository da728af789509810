/** The least power of two that is at least x, which is moderate. */
export function powerAbove(x: number): number {
  let power = 1;
  while (power < x) power *= 2;
  while (power / 2 >= x) power /= 2;
  return power;
}

/** Powers of all that is met stay that far from where doubles end. */
export const isModerate = (x: number) => x > 1e-250 && x < 1e250;

/** Units of the last place of single and of double precision, halved. */
export const SINGLE = 2 ** -24;
export const DOUBLE = 2 ** -53;

/**
 * Lanes of one row after the other, each class filled up to whole vectors of four, in single precision.
 *
 * @param values [count * 2m]
 * @param neurons m
 * @param scale by which they are multiplied before they are rounded
 * @param out receives them [count * 8 ceil(m/4)]; fresh and zero unless given
 * @returns `out`
 */
export function inVectors(
  values: Float64Array,
  neurons: number,
  scale: number,
  out = new Float32Array((values.length / neurons) * 4 * Math.ceil(neurons / 4)),
): Float32Array {
  const half = 4 * Math.ceil(neurons / 4);
  for (let from = 0, to = 0; from < values.length; from += neurons, to += half) {
    for (let r = 0; r < neurons; r++) out[to + r] = scale * (values[from + r] as number);
  }
  return out;
}
