/** What is left of the right side, as a share of it, where the answer is good enough: rounding leaves about 2^-50. */
const LEFT = 2 ** -44;
const MOST_STEPS = 2000;

const inner = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
};

/**
 * Solves A x = b for a symmetric A with positive eigenvalues, of which nothing is needed but its products.
 *
 *   r = b - A x;  p = r + (r'r/r_before'r_before) p;  x = x + (r'r/p'A p) p,  until |r| <= 2^-44 |b|, for 2000 steps at most
 *
 * @param times A x of a vector x, [d]; it must not keep or change x
 * @param b [d]
 * @returns x, [d]; zeros where b is 0
 * Source: Hestenes and Stiefel 1952; Golub and Van Loan, Matrix Computations, 11.3.
 * @example
 * [...conjugateGradient((x) => x.map((value) => 2 * value), Float64Array.of(2, 6))] // => [1, 3]
 */
export function conjugateGradient(times: (x: Float64Array) => Float64Array, b: Float64Array): Float64Array {
  const x = new Float64Array(b.length);
  const rest = b.slice();
  const along = b.slice();
  let size = inner(rest, rest);
  const enough = LEFT * LEFT * size;
  for (let step = 0; step < MOST_STEPS && size > enough; step++) {
    const image = times(along);
    const far = size / inner(along, image);
    for (let k = 0; k < b.length; k++) {
      x[k] = (x[k] as number) + far * (along[k] as number);
      rest[k] = (rest[k] as number) - far * (image[k] as number);
    }
    const next = inner(rest, rest);
    const turn = next / size;
    for (let k = 0; k < b.length; k++) along[k] = (rest[k] as number) + turn * (along[k] as number);
    size = next;
  }
  return x;
}
