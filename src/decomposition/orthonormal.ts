import { norm } from "../numeric/norm.ts";

/** What is left of a vector, as a share of it, from which on it counts as a combination of the others: rounding leaves about 2^-50 of it. */
const LEFT = 2 ** -40;

/** <a, b> */
export function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

/**
 * What is left of a vector without its part in a span.
 *
 * x - sum_b <x, b> b, taken twice: what rounding has left of the part is taken away, too
 *
 * @param vector [d]
 * @param basis orthonormal vectors [d] each
 * @returns a new vector, orthogonal to the basis to rounding
 * Source: Giraud, Langou, Rozloznik 2005, "twice is enough".
 * @example
 * [...without(Float64Array.of(3, 4), [Float64Array.of(1, 0)])] // => [0, 4]
 */
export function without(vector: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = vector.slice();
  for (let pass = 0; pass < 2; pass++) {
    for (const b of basis) {
      const along = inner(rest, b);
      for (let k = 0; k < rest.length; k++) rest[k] = (rest[k] as number) - along * (b[k] as number);
    }
  }
  return rest;
}

/**
 * An orthonormal basis of the span of vectors, orthogonal to another span (Gram-Schmidt, in their order).
 *
 * @param vectors [d] each
 * @param beside orthonormal vectors that the basis is orthogonal to
 * @returns at most d vectors; one whose rest is below 2^-40 of it adds none
 */
export function orthonormal(vectors: Iterable<Float64Array>, beside: readonly Float64Array[] = []): Float64Array[] {
  const basis = [...beside];
  for (const vector of vectors) {
    if (basis.length === vector.length) break;
    const rest = without(vector, basis);
    const length = norm(rest);
    if (length > LEFT * norm(vector)) basis.push(rest.map((value) => value / length));
  }
  return basis.slice(beside.length);
}
