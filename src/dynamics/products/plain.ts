/** Whether nothing moved along a vector: its row of g is 0. */
function isStill(g: Float64Array, from: number, width: number): boolean {
  for (let r = from; r < from + width; r++) if (g[r] !== 0) return false;
  return true;
}

/** to <- to + factor from, two lanes at a time: the fewer turns, the faster. */
function addOne(out: Float64Array, to: number, factor: number, g: Float64Array, from: number, width: number): void {
  const even = width - (width % 2);
  for (let r = 0; r < even; r += 2) {
    out[to + r] = (out[to + r] as number) + factor * (g[from + r] as number);
    out[to + r + 1] = (out[to + r + 1] as number) + factor * (g[from + r + 1] as number);
  }
  if (even < width) out[to + even] = (out[to + even] as number) + factor * (g[from + even] as number);
}

/** The same of four rows, one after the other in each sum: the row that is added to is read and written once. */
function addFour(
  out: Float64Array,
  to: number,
  f: Float64Array,
  g: Float64Array,
  from: Int32Array,
  width: number,
): void {
  const [a, b, c, d] = [from[0] as number, from[1] as number, from[2] as number, from[3] as number];
  const [fa, fb, fc, fd] = [f[0] as number, f[1] as number, f[2] as number, f[3] as number];
  for (let r = 0; r < width; r++) {
    let sum = (out[to + r] as number) + fa * (g[a + r] as number);
    sum += fb * (g[b + r] as number);
    sum += fc * (g[c + r] as number);
    out[to + r] = sum + fd * (g[d + r] as number);
  }
}

/** Which rows of g are not 0, ascending. */
export const movedRows = (g: Float64Array, size: number): Int32Array => {
  const width = g.length / size;
  return Int32Array.from({ length: size }, (_, l) => l).filter((l) => !isStill(g, l * width, width));
};

/**
 * Multiplies by a Gram matrix.
 *
 * out_k = sum_l M_kl g_l, over ascending l; rows of g that are 0, as of patches that are not in the batch, and entries of M that are, cost nothing
 *
 * @param gram M, [size * size], symmetric
 * @param g [size * width]
 * @param size of M
 * @param out written, [size * width]
 * Source: ours.
 */
export function gramTimes(gram: Float64Array, g: Float64Array, size: number, out: Float64Array): void {
  const width = g.length / size;
  out.fill(0);
  const moved = movedRows(g, size);
  const [from, factors] = [new Int32Array(4), new Float64Array(4)];
  for (let first = 0; first < moved.length; first += 4) {
    const some = moved.subarray(first, first + 4);
    some.forEach((l, e) => {
      from[e] = l * width;
    });
    for (let k = 0; k < size; k++) {
      let full = some.length === 4;
      for (let e = 0; e < some.length; e++) {
        factors[e] = gram[(some[e] as number) * size + k] as number;
        full &&= factors[e] !== 0;
      }
      if (full) addFour(out, k * width, factors, g, from, width);
      else
        for (let e = 0; e < some.length; e++)
          if (factors[e] !== 0) addOne(out, k * width, factors[e] as number, g, from[e] as number, width);
    }
  }
}
